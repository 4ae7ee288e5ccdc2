import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';

/** A problem that is an objective with noise, unless `more` says otherwise. */
export const objective = (id: string, more: object = {}): object => ({
  problem: { kind: 'objective', objective: { id }, noise: 0.3, ...more },
});

/** Settings of one run of a scenario: what is not given is usual. */
export function configOf(given: object, seed: number, totalSteps: number): ExperimentConfig {
  const usual = {
    version: 1,
    lr: 0.01,
    totalSteps,
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
  };
  return parseExperimentConfig({ ...usual, seed, ...given });
}
