import { beforeEach, describe, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../../../renderer/src/api.ts';
import { decayHeadline, guessWords } from '../../../renderer/src/i18n/decay-words.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { canTry, DecayTrial } from '../../../renderer/src/state/decay-trial.svelte.ts';

/** Main's answer, computed here by the same trainer. */
const lab = {
  request: (_channel: string, configs: readonly ExperimentConfig[]) =>
    Promise.resolve({
      runs: configs.map((config) => {
        const trainer = createTrainer(config);
        const recorder = createRecorder();
        trainer.advance(Infinity, recorder);
        const { step, outcome } = trainer;
        return { step, outcome, result: trainer.result(), chunks: recorder.flush() };
      }),
    }),
} as unknown as Lab;

const pair = presets.pair.runs[1]!.config;

async function revealed(config: ExperimentConfig): Promise<DecayTrial> {
  const trial = new DecayTrial(lab, config);
  await trial.compute();
  trial.guess('exact', 'constant');
  trial.guess('noisy', 'decay');
  trial.reveal();
  return trial;
}

beforeEach(() => setLocale('en'));

describe('the pair of the first screen', () => {
  test('without noise the constant rate wins, with noise the decay', async () => {
    const trial = await revealed(pair);
    const exact = trial.resultOf('exact')!;
    expect(exact.winner).toBe('constant');
    expect(exact.ends.constant.mean.toExponential(1)).toBe('4.9e-11');
    expect(exact.ends.decay.mean.toExponential(1)).toBe('1.2e-3');
    expect(trial.resultOf('noisy')).toMatchObject({ winner: 'decay' });
    expect(decayHeadline(trial)).toBe('Decay cures noise, not distance.');
    expect(guessWords(trial)).toBe('You guessed both right.');
  });

  test.each([2, 77, 4096])('in the same order on seed %d', async (seed) => {
    const trial = await revealed(parseExperimentConfig({ ...pair, seed }));
    expect(trial.resultOf('exact')!.winner).toBe('constant');
    expect(trial.resultOf('noisy')!.winner).toBe('decay');
  });

  test('other seeds are the ones that follow', async () => {
    const trial = await revealed(pair);
    await trial.otherSeeds();
    expect(trial.configs.map(({ seed }) => seed)).toEqual([25, 25, 25, 25]);
  });
});

test('where all four end above where they began, neither is praised', async () => {
  const params = { ...pair.schedule.params, decay: 1e-4 };
  const hot = (lr: number) =>
    parseExperimentConfig({ ...pair, lr, totalSteps: 60, schedule: { ...pair.schedule, params } });
  const trial = await revealed(hot(2.5));
  expect(trial.resultOf('exact')!.winner).toBe('decay');
  expect(decayHeadline(trial)).toMatch(/^All four end above where they began/);
  expect((await revealed(hot(0.5))).grew).toBe(false);
});

test('nothing is shown before it is revealed', async () => {
  const trial = new DecayTrial(lab, pair);
  await trial.compute();
  expect(trial.runOf('exact', 'decay')).toBeNull();
  expect(trial.resultOf('exact')).toBeNull();
  expect(decayHeadline(trial)).toBeNull();
  expect(trial.guessed).toBe(false);
});

test('a problem without noise gets some, and a constant rate a decay to be held against', () => {
  const trial = new DecayTrial(lab, presets.noiseFree.runs[0]!.config);
  expect(trial.noise).toBe(1);
  expect(trial.configs.map(({ schedule }) => schedule.id)).toEqual([
    'constant',
    'inverse-time',
    'constant',
    'inverse-time',
  ]);
});

test('above the limit the constant rate diverges and has lost', async () => {
  const trial = await revealed(presets.tooLarge.runs[1].config);
  expect(trial.resultOf('exact')!.winner).toBe('decay');
  expect(trial.resultOf('noisy')!.winner).toBe('decay');
  expect(decayHeadline(trial)).toBe('Here decay helps, with noise and without.');
});

test('above the limit, with noise and not yet infinite, the constant rate has lost as well', async () => {
  const trial = await revealed(parseExperimentConfig({ ...pair, lr: 2.2, totalSteps: 1000 }));
  const { winner, apart, ends } = trial.resultOf('noisy')!;
  expect(ends.constant.mean).toBeGreaterThan(1e100);
  expect(ends.constant.standardError).toBeLessThan(Infinity);
  expect(winner).toBe('decay');
  expect(apart).toBe(Infinity);
});

test('losses below zero are compared by their spread, too', async () => {
  const problem = {
    kind: 'objective',
    objective: { id: 'formula', params: { formula: '0*x - 5' } },
  };
  const flat = parseExperimentConfig({ ...pair, problem: { ...problem, start: [1], noise: 1 } });
  const { winner, ends } = (await revealed(flat)).resultOf('noisy')!;
  expect([ends.constant.mean, ends.decay.mean]).toEqual([-5, -5]);
  expect(winner).toBe('same');
});

test('longer runs get fewer seeds; models and the longest are not offered', () => {
  const long = parseExperimentConfig({ ...pair, totalSteps: 45_000 });
  expect(new DecayTrial(lab, long).seeds).toBe(12);
  expect(canTry(parseExperimentConfig({ ...pair, totalSteps: 1_000_000 }))).toBe(false);
  expect(canTry(presets.digits.runs[0].config)).toBe(false);
});

test('what has been superseded is no error, and every other fault is one', async () => {
  const refusing = (code: 'superseded' | 'internal'): Lab =>
    ({ request: () => Promise.reject(new AppError(code, 'no')) }) as unknown as Lab;
  const superseded = new DecayTrial(refusing('superseded'), pair);
  await superseded.compute();
  superseded.reveal();
  expect(superseded.revealed).toBe(false);
  await expect(new DecayTrial(refusing('internal'), pair).compute()).rejects.toThrow('no');
});
