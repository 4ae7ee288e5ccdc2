import { beforeEach, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { stillWords } from '../../../renderer/src/i18n/still-words.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

/** A run from there on a loss of one's own, as it came out. */
function ran(formula: string, start: readonly number[], noise = 0, lr = 0.1) {
  const objective = { id: 'formula', params: { formula } };
  const problem = { kind: 'objective', objective, start, noise };
  const config = parseExperimentConfig({ ...bowl(), problem, lr, totalSteps: 50 });
  const trainer = createTrainer(config);
  trainer.advance(50, createRecorder());
  return { name: 'a', config, result: trainer.result() };
}

test('a run that starts where the gradient is zero is said to stay there', () => {
  for (const [formula, start] of [
    ['x^2 + y^2', [0, 0]],
    ['x^2 - y^2', [0, 0]],
    ['3 + 0*x', [1]],
  ] as const) {
    expect(stillWords([ran(formula, start)]), formula).toMatch(
      /^a: the gradient is zero at the start/,
    );
  }
});

test('one that moves is not, though its loss may be what it was', () => {
  expect(stillWords([ran('x^2 + y^2', [1, 1])])).toBeNull();
  expect(stillWords([ran('x^2 + y^2', [0, 0], 1)])).toBeNull();
  // At η = 2/L it jumps between two points of one height for ever.
  const jumping = ran('x^2', [1], 0, 1);
  expect(jumping.result.finalLoss).toBe(jumping.result.bestLoss);
  expect(stillWords([jumping])).toBeNull();
  expect(stillWords([{ ...jumping, result: null }])).toBeNull();
});
