import { beforeEach, describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { compareWords, type CompareWords } from '../../../renderer/src/i18n/compare-words.ts';
import { optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import type { EndedRun } from '../../../renderer/src/i18n/ended-run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { verdictOf } from '../../../renderer/src/i18n/verdict-words.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

function run(
  name: string,
  decay: number,
  means: readonly number[],
  change: Partial<EndedRun> & { readonly noise?: number } = {},
): EndedRun {
  const { noise = 1, ...rest } = change;
  const { problem } = bowl();
  const config = bowl({
    problem: { ...problem, noise } as typeof problem,
    // Of its loss no exact expectation is known: the seeds have the word.
    optimizer: { id: 'adam', params: defaultParams(optimizers.adam.params) },
    schedule: { id: 'inverse-time', params: { decay } },
    replicates: means.length,
    totalSteps: 1000,
  });
  return ended(name, config, means, null, rest);
}

function ended(
  name: string,
  config: ExperimentConfig,
  means: readonly number[],
  testAccuracy: number | null,
  rest: Partial<EndedRun> = {},
): EndedRun {
  const result = {
    firstLosses: means.map(() => 1000),
    finalLoss: means[0]!,
    bestLoss: 0,
    bestStep: 0,
    tail: { steps: 200, means },
    testAccuracy,
    testLoss: null,
    falseConvergence: null,
  };
  return { name, state: 'finished', reason: null, step: 1000, config, result, ...rest };
}

const words = (...runs: readonly EndedRun[]): CompareWords => compareWords(runs, verdictOf(runs));

describe('above two runs', () => {
  it('stands what came of it by expectation where that is known exactly', () => {
    const of = (name: string, decay: number): EndedRun => {
      const schedule = { id: 'inverse-time', params: { decay } };
      return ended(name, bowl({ schedule, replicates: 2, totalSteps: 1000 }), [1, 2], null);
    };
    const { headline, below } = words(of('a', 0.1), of('b', 0.02));
    expect(headline).toBe('Changed: decay d 0.1 → 0.02. Expected final loss +7.6\u202f%.');
    expect(below).toMatch(/^By expectation “a” ends 7\.1\s% lower than “b”: /);
  });

  it('stands what was changed and what came of it, outside the seed spread', () => {
    const runs = [run('a', 0.1, [5, 6, 7]), run('b', 0.02, [1.8, 2.2, 2.5])] as const;
    const { headline, below } = words(...runs);
    expect(headline).toBe(
      'Changed: decay d 0.1 → 0.02. Final loss −64\u202f%, outside the seed spread.',
    );
    expect(below).toMatch(/^“b” ends 2\.8 times lower than “a”: 2\.17 against 6\.00\. Mean of/);
    setLocale('zh-CN');
    expect(words(...runs).headline).toMatch(/最终损失 −64\s?%，超出种子的起伏。$/);
  });

  it('the change is that of the second run, whichever was better', () => {
    const { headline } = words(run('a', 0.1, [2, 2, 2]), run('b', 0.02, [3, 3.1, 2.9]));
    expect(headline).toMatch(/Final loss \+50\u202f%, outside the seed spread\.$/);
  });

  it('it says so where the seeds cannot tell, where there is one only, and where nothing is random', () => {
    const within = words(run('a', 0.1, [1, 3, 2]), run('b', 0.02, [2, 2, 3]));
    expect(within.headline).toMatch(/Final loss \+17\u202f%, within the seed spread\.$/);
    const one = words(run('a', 0.1, [2]), run('b', 0.02, [1]));
    expect(one.headline).toMatch(/Final loss −50\u202f%, with one seed: it may be luck\.$/);
    const exact = words(run('a', 0.1, [2], { noise: 0 }), run('b', 0.02, [1], { noise: 0 }));
    expect(exact.headline).toMatch(/Final loss −50\u202f%; nothing here is left to chance\.$/);
  });

  it('no percentage is told of what diverged, and no verdict of what has not come to its end', () => {
    const lost = words(run('a', 0.1, [2, 2], { state: 'diverged' }), run('b', 0.02, [1, 1]));
    expect(lost.headline).toBe('“a” diverged; “b” ends at 1.00.');
    const open = words(run('a', 0.1, [2], { state: 'interrupted' }), run('b', 0.02, [1]));
    expect(open).toEqual({
      headline: 'Changed: decay d 0.1 → 0.02.',
      below: 'No verdict: “a” has not ended by itself.',
    });
  });
});

describe('above three runs or more', () => {
  it('stands the best against the rest', () => {
    const { headline, below } = words(
      run('a', 0.1, [5, 6, 7]),
      run('b', 0.02, [1, 1.1, 0.9]),
      run('c', 0.05, [2, 2.1, 1.9]),
    );
    expect(headline).toBe('“b” ends lowest of 3, at 1.00; the next, “c”, at 2.00.');
    expect(below).toMatch(/^They differ in decay d\. Mean of the last 200 steps, 3 seeds; far /);
    expect(below).toMatch(/The rest, too, are 2 standard errors or more above it\.$/);
  });

  it('those that the seeds cannot tell from the lowest are told together, and who is behind', () => {
    const { headline, below } = words(
      run('a', 0.1, [9, 9.2, 9.1]),
      run('b', 0.02, [1, 3, 2]),
      run('c', 0.05, [2, 2, 3]),
    );
    expect(headline).toBe('The seeds cannot tell the lowest 2 of 3 apart: “b” 2.00, “c” 2.33.');
    expect(below).toMatch(/2 standard errors or more above “b”: “a”\.$/);
  });

  it('one that is far above but as wide is not called behind', () => {
    const { below } = words(
      run('a', 0.1, [1, 40, 1]),
      run('b', 0.02, [1, 1.1, 0.9]),
      run('c', 0.05, [2, 2.1, 1.9]),
    );
    expect(below).toMatch(/Their seeds do not tell these from it: “a”\.$/);
  });

  it('with one seed nothing is claimed, and one that diverged is not passed over', () => {
    const { headline, below } = words(
      run('a', 0.1, [5]),
      run('b', 0.02, [1]),
      run('c', 0.05, [2]),
      run('d', 1, [2], { state: 'diverged' }),
    );
    expect(headline).toBe('“b” ends lowest of 3, at 1.00; the next, “c”, at 2.00.');
    expect(below).toMatch(/One seed may be luck: add seeds for a verdict\. “d” diverged\.$/);
  });

  it('where some end lowest together, chance is not denied, and nothing is said of an accuracy of “its”', () => {
    const model = (lr: number): ExperimentConfig => ({ ...shortDigits, lr });
    const { headline, below } = words(
      ended('a', model(0.1), [0.1, 0.2], 0.95),
      ended('b', model(0.2), [0.1, 0.2], 0.9),
      ended('c', model(0.3), [0.3, 0.4], 0.92),
    );
    expect(headline).toBe('“a”, “b” end lowest of 3, at the same value: 0.150.');
    expect(below).toMatch(/standard errors or more above “a”: “c”\.$/);
    const near = words(
      ended('a', model(0.1), [1, 3, 2], 0.95),
      ended('b', model(0.2), [2, 2, 2.1], 0.9),
      ended('c', model(0.3), [9, 9.2, 9.1], 0.92),
    );
    expect(near.headline).toMatch(/^The seeds cannot tell the lowest 2 of 3 apart/);
    expect(near.below).not.toContain('accuracy');
  });

  it('of models it says whose test accuracy is the highest', () => {
    const model = (lr: number): ExperimentConfig => ({ ...shortDigits, lr });
    const { headline, below } = words(
      ended('a', model(0.1), [0.3], 0.95),
      ended('b', model(0.2), [0.1], 0.9),
      ended('c', model(0.3), [0.2], 0.92),
    );
    expect(headline).toBe('“b” ends lowest of 3, at 0.100; the next, “c”, at 0.200.');
    expect(below).toMatch(
      /The highest test accuracy is that of “a”: 95\.0\u202f% against 90\.0\u202f%\.$/,
    );
  });
});
