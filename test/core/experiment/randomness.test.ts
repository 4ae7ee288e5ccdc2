import { describe, expect, test } from 'vitest';
import type { ProblemConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import { gradientStreamIds } from '../../../core/streams/index.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { assets, bowl } from '../../support/experiments.ts';

/** Whether two seeds of a run end at different parameters, but for rounding. */
function seedsDiffer(problem: unknown): boolean {
  const config = parseExperimentConfig({
    ...bowl(),
    problem,
    replicates: 2,
    lr: 0.01,
    totalSteps: 30,
  });
  const trainer = createTrainer(config, assets);
  trainer.advance(30, null);
  const [one, other] = trainer.checkpoint().members.map(({ params }) => params);
  return one!.some((value, i) => Math.abs(value - other![i]!) > 1e-9);
}

const parsed = (problem: unknown): { readonly problem: ProblemConfig } =>
  parseExperimentConfig({ ...bowl(), problem });

const iris = {
  kind: 'model',
  model: { id: 'softmax-regression' },
  dataset: { id: 'iris' },
  loss: { id: 'softmax-cross-entropy' },
  batchSize: 120,
};
const moons = {
  kind: 'model',
  model: { id: 'mlp' },
  dataset: { id: 'moons', params: { samples: 200 } },
  loss: { id: 'binary-cross-entropy' },
  batchSize: 200,
};

const cases: readonly (readonly [string, unknown])[] = [
  ['a bowl without noise', { ...bowl().problem, noise: 0 }],
  ['a bowl with noise', { ...bowl().problem, noise: 0.1 }],
  ...gradientStreamIds.map((id): [string, unknown] => [
    `the stream ${id}`,
    { kind: 'stream', stream: { id } },
  ]),
  [
    'noise of size 0',
    { kind: 'stream', stream: { id: 'gradient-noise', params: { sigmas: [0] } } },
  ],
  ['all samples at once', iris],
  ['shuffled batches', { ...iris, batchSize: 10 }],
  ['batches in order', { ...iris, batchSize: 10, order: 'sequential' }],
  ['a network', moons],
  ['a network of zeros', { ...moons, model: { id: 'mlp', params: { init: 'zero' } } }],
];

describe.each(cases)('%s', (_name, problem) => {
  test('is random where its seeds differ, and only there', () => {
    expect(isRandom(parsed(problem))).toBe(seedsDiffer(problem));
  });
});

test('of these some are random and some are not', () => {
  const kinds = cases.map(([, problem]) => isRandom(parsed(problem)));
  expect(new Set(kinds)).toEqual(new Set([true, false]));
});

test('given weights are not drawn', () => {
  const dim = 2 * 8 + 8 + 8 + 1;
  const initialParams = Array.from({ length: dim }, (_, i) => Math.sin(i));
  expect(isRandom(parsed({ ...moons, initialParams }))).toBe(false);
});
