import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { Values } from '../../../core/params.ts';
import type { Text } from '../../../core/text.ts';
import type { LessonExperiment } from './lesson.ts';

export const START = 10;

/** A member of a registry with some of its parameters; the others are as usual. */
interface Chosen {
  readonly id: string;
  readonly params?: Values;
}

interface Settings extends Partial<Omit<ExperimentConfig, 'optimizer' | 'schedule' | 'stop'>> {
  readonly lr: number;
  readonly totalSteps: number;
  readonly optimizer?: Chosen;
  readonly schedule?: Chosen;
  readonly curvature?: number;
  readonly start?: number;
  readonly noise?: number;
  readonly stop?: Partial<ExperimentConfig['stop']>;
}

/**
 * A run on f = λ x² / 2: plain descent from 10 with a constant rate, curvature 1 and no noise, unless others are given.
 */
export function parabolaRun({
  curvature = 1,
  start = START,
  noise = 0,
  ...settings
}: Settings): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'parabola', params: { curvature } },
      start: [start],
      noise,
    },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    ...settings,
  });
}

/** Runs that differ by their rates, named by them. */
export function namedByRate(configs: readonly ExperimentConfig[]): LessonExperiment['runs'] {
  return configs.map((config) => {
    const name = `η₀ = ${config.lr}`;
    const text: Text = { zh: name, en: name };
    return { name: text, config };
  });
}
