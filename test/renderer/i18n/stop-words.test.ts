import { beforeEach, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { changesWords } from '../../../renderer/src/i18n/settings-words.ts';
import { falseConvergenceWords, stopSettings } from '../../../renderer/src/i18n/stop-words.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

const off = { lossLimit: null, lossChange: null, gradNorm: null, targetLoss: null, patience: null };

test('only rules that are on are said', () => {
  const phrases = (stop: object): readonly string[] =>
    stopSettings(bowl({ stop: { ...off, ...stop } })).map(({ phrase }) => phrase);
  expect(phrases({})).toEqual([]);
  expect(phrases({ lossLimit: 1e12, gradNorm: 0.1, lossChange: 1e-6, targetLoss: 0.01 })).toEqual([
    'f ≤ 0.01',
    '‖g‖ < 0.1',
    '|Δf| < 10⁻⁶',
    'f > 10¹²',
  ]);
});

test('patience says how long it waits, and for what', () => {
  const patience = { metric: 'eval/test_accuracy', checks: 3, minDelta: 0.01 } as const;
  const config = { ...shortDigits, stop: { ...off, targetLoss: 0.1, patience } };
  const [target, waits] = stopSettings(config);
  expect(target!.phrase).toBe('ℓ ≤ 0.1');
  expect(waits!.phrase).toBe('3 evaluations without gain');
  expect(waits!.value).toBe('3 of the test accuracy, gain above 0.01');
  setLocale('zh-CN');
  expect(stopSettings(config)[1]!.phrase).toBe('3 次评估没有进步');
});

test('runs that differ in a stop rule are not called the same', () => {
  const [without, withTarget] = [bowl(), bowl({ stop: { ...bowl().stop, targetLoss: 0.01 } })];
  expect(changesWords([without, withTarget])).toBe('Changed: target loss — → 0.01.');
});

/** The pair's bowl without noise, under a rule that looks at the loss only. */
function stopped(change: object): Parameters<typeof falseConvergenceWords>[0] {
  const config = parseExperimentConfig({
    ...bowl(),
    problem: { ...bowl().problem, noise: 0 },
    stop: { lossChange: 1e-3 },
    ...change,
  });
  const trainer = createTrainer(config);
  trainer.advance(config.totalSteps, null);
  expect(trainer.outcome).toMatchObject({ reason: 'loss-change' });
  return [{ name: 'run', result: trainer.result() }];
}

test('a run that had not arrived says which of the two it was', () => {
  const small = {
    schedule: { id: 'exponential', params: { gamma: 0.5, decayLength: 1 } },
    lr: 0.1,
  };
  expect(falseConvergenceWords(stopped(small))).toMatch(
    /^run: the loss hardly changes because the rate is small \(η = .+, at most 0\.100\), .* ‖g‖ is still 0\./,
  );
  const large = { schedule: { id: 'constant' }, lr: 1e-5 };
  expect(falseConvergenceWords(stopped(large))).toMatch(
    /has not arrived: ‖g‖ = 1\.00 is still 100\u202f% of what it was at the start/,
  );
  setLocale('zh-CN');
  expect(falseConvergenceWords(stopped(large))).toContain('仍是出发时的 100%');
});

test('a run that arrived, or has no result yet, needs no such words', () => {
  expect(falseConvergenceWords(stopped({ lr: 0.1, stop: { lossChange: 1e-12 } }))).toBeNull();
  expect(falseConvergenceWords([{ name: 'run', result: null }])).toBeNull();
});
