import { beforeEach, describe, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import type { EndedRun } from '../../../renderer/src/i18n/ended-run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { verdictOf } from '../../../renderer/src/i18n/verdict-words.ts';
import { lessons } from '../../../renderer/src/lessons/index.ts';
import { expectationOf } from '../../../renderer/src/lib/theory.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

/** A run as it comes out of the core. */
function ran(name: string, config: ExperimentConfig): EndedRun {
  const trainer = createTrainer(config);
  trainer.advance(config.totalSteps, null);
  const { status: state, reason, step } = trainer.outcome!;
  return { name, state, reason, step, config, result: trainer.result() };
}

/** With the means its seeds had over the last steps set by hand. */
function withMeans(run: EndedRun, means: readonly number[]): EndedRun {
  const config = { ...run.config, replicates: means.length };
  return { ...run, config, result: { ...run.result!, tail: { steps: 200, means } } };
}

const exactEnd = ({ config }: EndedRun): number =>
  expectationOf(config)!.total.at(config.totalSteps)!.value;

const runsOf = (lesson: keyof typeof lessons, change: Partial<ExperimentConfig> = {}) =>
  lessons[lesson].experiment.runs.map(({ name, config }) => ran(name.en, { ...config, ...change }));

describe('whatever the seeds, the one that is lowest by expectation is named', () => {
  test.each([1, 2, 3, 100, 2026])('in lesson 6, from seed %i on', (seed) => {
    const runs = runsOf('06-decay-that-settles', { seed, replicates: 8 });
    const lowest = runs.toSorted((a, b) => exactEnd(a) - exactEnd(b))[0]!;
    const { sentence } = verdictOf(runs)!;
    expect(sentence).toMatch(/^By expectation linear ends lowest of 4, at 0\.00222; the next, /);
    expect(lowest.name).toBe('linear');
  });

  test('in lesson 5, in both languages', () => {
    const runs = runsOf('05-noise-floor', { totalSteps: 1500 });
    expect(verdictOf(runs)!.sentence.replaceAll('\u00a0', ' ')).toBe(
      'By expectation “η₀ = 0.05” ends lowest of 4, at 0.0128; the next, “η₀ = 0.1”, at 0.0263.',
    );
    expect(verdictOf(runs)).toMatchObject({ winner: 3, grew: false });
    setLocale('zh-CN');
    expect(verdictOf(runs)!.sentence).toMatch(/^从期望看，4 个里“η₀/);
  });
});

describe('beside it stands what the seeds say', () => {
  const [constant, inverse] = presets.pair.runs.map(({ config }, i) =>
    ran(i === 0 ? 'constant' : 'inverse time', { ...config, replicates: 2 }),
  ) as [EndedRun, EndedRun];
  const because = (high: readonly number[], low: readonly number[]) =>
    verdictOf([withMeans(constant, high), withMeans(inverse, low)])!;

  test('that they agree, by how many standard errors of the paired difference', () => {
    // Differences 4, 5, 6: mean 5, standard error 1/√3.
    const verdict = because([5, 6, 7], [1, 1, 1]);
    expect(verdict.sentence).toBe(
      'By expectation inverse time ends 8.5 times lower than the constant rate: 0.00607 against 0.0514.',
    );
    expect(verdict.because).toMatch(
      /^Mean of the last 200 steps, 3 seeds: 1\.00 against 6\.00; 8\.7 standard errors apart\. By the last step alone about 9/,
    );
    expect(verdict).toMatchObject({ winner: 1, margin: { spread: 'expected' } });
  });

  test('that they are too few to tell', () => {
    const verdict = because([1, 3, 2.1], [2, 2, 2]);
    expect(verdict.because).toBe(
      'Mean of the last 200 steps, 3 seeds: 2.00 against 2.03, too close for these seeds to tell.',
    );
    expect(verdict.winner).toBe(1);
    expect(because([2], [1]).because).toMatch(/^Mean of the last 200 steps of one seed: 1\.00 /);
  });

  test('that they have it the other way round, by luck: then nobody is marked as the lowest of them', () => {
    const verdict = because([1, 1], [2, 3]);
    expect(verdict.sentence).toMatch(/^By expectation inverse time ends/);
    expect(verdict.because).toBe(
      'That with these 2 seeds the constant rate is lower over the last 200 steps, 1.00 against 2.50, is luck.',
    );
    expect(verdict.winner).toBeNull();
    expect(because([1], [2]).because).toMatch(/^That with this seed/);
  });

  test('that the last stretch orders them otherwise than the end, which is no luck', () => {
    const verdict = verdictOf(runsOf('06-decay-that-settles'))!;
    expect(verdict.because).toMatch(
      /^Over the last 200 steps “inverse time, d.=.0\.01” is lower, by expectation as with these 32 seeds: 0\.00279 against 0\.00369\.$/,
    );
    expect(verdict.winner).toBeNull();
  });
});

describe('an expectation settles nothing', () => {
  const of = (change: Partial<ExperimentConfig>, means: readonly number[] = [1, 1.1]) =>
    withMeans(ran('a', bowl({ totalSteps: 1000, replicates: 2, ...change })), means);
  const other = { ...of({ lr: 0.05 }, [2, 2.1]), name: 'b' };

  test('where it is not known of all', () => {
    const adam = of({ optimizer: { id: 'adam', params: { beta1: 0.9, beta2: 0.999, eps: 1e-8 } } });
    expect(verdictOf([adam, other])!.sentence).not.toMatch(/expectation/);
  });

  test('where nothing is random', () => {
    const problem = { ...bowl().problem, noise: 0 } as ExperimentConfig['problem'];
    const exact = [0.1, 0.2].map((lr) => of({ problem, lr }));
    expect(verdictOf(exact)!.sentence).toMatch(/^Without noise/);
  });

  test('of runs that a rule stopped at the same step', () => {
    const stopped = { state: 'stopped', reason: 'loss-change', step: 500 } as const;
    const runs = [of({}), other].map((run) => ({ ...run, ...stopped }));
    expect(verdictOf(runs)?.sentence ?? '').not.toMatch(/expectation/);
  });

  test('between two that have the same: what their seeds differ by is luck', () => {
    const schedule = { id: 'inverse-time', params: { decay: 0 } };
    const twin = { ...of({ schedule, seed: 9 }, [2, 2.1]), name: 'b' };
    expect(verdictOf([of({}), twin])).toMatchObject({
      sentence: expect.stringMatching(/^By expectation both end at the same value, 0\.0514: /),
      winner: null,
    });
  });
});
