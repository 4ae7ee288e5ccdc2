import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { Choice } from '../../../core/params.ts';
import { digitsNetwork, type DigitsNetwork } from '../lib/digits-network.ts';
import { stepsPerEpoch } from '../lib/theory.ts';

interface DigitsSettings extends DigitsNetwork {
  readonly epochs: number;
  readonly lr: number;
  readonly seeds: number;
  readonly schedule?: { readonly id: string; readonly params?: Choice['params'] };
  readonly optimizer?: { readonly id: string; readonly params?: Choice['params'] };
}

/** A small relu network on the handwritten digits: plain descent with a constant rate, batches of 32, unless given. */
export function digitsRun({
  epochs,
  lr,
  seeds,
  schedule = { id: 'constant' },
  optimizer = { id: 'sgd' },
  ...network
}: DigitsSettings): ExperimentConfig {
  const begun = parseExperimentConfig({
    version: 1,
    seed: 1,
    replicates: seeds,
    problem: digitsNetwork(network),
    optimizer,
    schedule,
    lr,
    totalSteps: 1,
  });
  const evaluateEvery = stepsPerEpoch(begun.problem);
  return { ...begun, totalSteps: epochs * evaluateEvery, evaluateEvery };
}
