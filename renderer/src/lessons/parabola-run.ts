import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { Text } from '../../../core/text.ts';
import type { LessonExperiment } from './lesson.ts';

export const START = 10;

interface Settings {
  readonly lr: number;
  readonly totalSteps: number;
  readonly schedule?: { readonly id: string; readonly params?: Readonly<Record<string, number>> };
  readonly curvature?: number;
  readonly noise?: number;
  readonly replicates?: number;
  readonly stop?: Partial<ExperimentConfig['stop']>;
}

/** Gradient descent on f = λ x² / 2 from 10: with a constant rate, curvature 1 and no noise unless others are given. */
export function parabolaRun({ curvature = 1, noise = 0, ...settings }: Settings): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'parabola', params: { curvature } },
      start: [START],
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
