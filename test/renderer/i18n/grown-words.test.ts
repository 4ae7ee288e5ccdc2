import { beforeEach, describe, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { endNotes } from '../../../renderer/src/i18n/end-notes.ts';
import { firstLosses } from '../../../renderer/src/i18n/growth.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { verdictOf } from '../../../renderer/src/i18n/verdict-words.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';
import { train } from '../../support/training.ts';

beforeEach(() => setLocale('en'));

const quiet = { ...bowl().problem, noise: 0 } as ExperimentConfig['problem'];
const exact = (lr: number, change: Partial<ExperimentConfig> = {}) =>
  bowl({ problem: quiet, totalSteps: 40, lr, ...change });
const digits = (lr: number, change: Partial<ExperimentConfig> = {}) => ({
  ...shortDigits,
  lr,
  ...change,
});

/** A run computed here, as the page has it when it is over. */
function ended(name: string, config: ExperimentConfig) {
  const { trainer } = train(config);
  const { outcome, step } = trainer;
  const { status: state, reason } = outcome!;
  return { name, state, reason, step, config, result: trainer.result() };
}
const lineOf = ({ name, config, ...run }: ReturnType<typeof ended>) => ({
  name,
  config,
  run: { ...run, heldPoint: () => null },
});

describe('the verdict on losses that grew', () => {
  test('praises none: it says from what to what, and what to do', () => {
    // Factors of |1 − 2.5| = 1.5 and 2 a step, squared: 0.5 · 1.5⁸⁰ and 0.5 · 2⁸⁰ after 40.
    const verdict = verdictOf([ended('hot', exact(3)), ended('warm', exact(2.5))])!;
    expect(verdict).toMatchObject({ winner: null, grew: true });
    expect(verdict.sentence).toBe(
      'Both grew: “warm” from 0.525 to 6.11×10¹³, “hot” from 0.525 to 6.04×10²³.',
    );
    expect(verdict.because).toMatch(/none is best\. Lower η₀/);
    for (const words of [verdict.sentence, verdict.because!])
      expect(words).not.toMatch(/wins|lower than/);
  });

  test('of many it names the one that grew least, in either language', () => {
    const runs = [3, 2.2, 2.5].map((lr) => ended(`η ${lr}`, exact(lr)));
    expect(verdictOf(runs)?.sentence).toMatch(/^All 3 grew, “η 2\.2” least: from 0\.525 to /);
    setLocale('zh-CN');
    expect(verdictOf(runs)?.sentence).toMatch(/^3 个都涨了，“η 2\.2”涨得最少：从 0\.525 到 /);
  });

  test('what is left after others diverged has not won either', () => {
    const verdict = verdictOf([
      ended('gone', exact(1e9, { totalSteps: 900 })),
      ended('warm', exact(2.5)),
    ]);
    // Both are looked at where they ended.
    expect(verdict?.winner).toBeNull();
    expect(verdict?.sentence).toMatch(
      /^“gone” diverged\. “warm” grew, from 0\.525 to 6\.11×10¹³\.$/,
    );
  });

  test('where one got lower it is compared as ever', () => {
    const verdict = verdictOf([ended('warm', exact(2.5)), ended('cool', exact(0.5))]);
    expect(verdict).toMatchObject({ winner: 1, grew: false });
    expect(verdict?.sentence).toMatch(/^Without noise “cool” wins/);
  });

  test('of models it is their tail against the first batches; seeds are still counted', () => {
    const grown = [200, 2000].map((lr) => ended(`η ${lr}`, digits(lr, { replicates: 2 })));
    for (const { result } of grown) {
      const [first] = result.firstLosses!;
      expect(result.tail.means[0]).toBeGreaterThan(first!);
    }
    const verdict = verdictOf(grown);
    expect(verdict).toMatchObject({ winner: null, grew: true });
    expect(verdict?.sentence).toMatch(/^Both grew: “η 200” from 2\.\d+ to /);
    expect(verdict?.because).toMatch(/2 seeds; .* none is best/);
  });

  test('a model that has learnt nothing is not told to go slower', () => {
    const still = digits(0, { totalSteps: 20 });
    const runs = [1, 2].map((seed) => {
      const run = ended(`seed ${seed}`, { ...still, seed });
      const means = run.result.firstLosses!.map((loss) => loss * (1 + seed / 100));
      return { ...run, result: { ...run.result, tail: { steps: 4, means } } };
    });
    const verdict = verdictOf([runs[0]!, { ...runs[1]!, config: { ...still, lr: 1e-9 } }]);
    expect(verdict?.sentence).toMatch(/^Neither ends lower than it began: /);
    expect(verdict?.because).not.toMatch(/Lower/);
  });
});

describe('a loss that grew without a fault of its rate', () => {
  /** Losses of a model after its first batch, as factors of the first. */
  const after = (factors: readonly number[]) =>
    factors.map((factor, i) => {
      const run = ended(`run ${i + 1}`, digits(i * 1e-9, { totalSteps: 20 }));
      const means = run.result.firstLosses!.map((loss) => loss * factor);
      return { ...run, result: { ...run.result, tail: { steps: 4, means } } };
    });

  test('is hardly a difference only where that holds of all', () => {
    expect(verdictOf(after([1.01, 1.05]))?.because).toMatch(/hardly a difference/);
    expect(verdictOf(after([1.01, 3]))?.because).toMatch(/none is best/);
  });

  test('of many the one with the lowest loss is called the lowest', () => {
    const [least, other] = after([1.01, 1.05]);
    const lowest = after([1.04])[0]!;
    const result = { ...lowest.result, firstLosses: [1], tail: { steps: 4, means: [1.09] } };
    const verdict = verdictOf([
      least!,
      other!,
      { ...lowest, name: 'run 3', config: digits(2e-9), result },
    ]);
    expect(verdict?.sentence).toBe(
      'None of the 3 ends lower than it began: “run 3”, the lowest, at 1.09 after 1.00.',
    );
  });

  test('to the floor of the noise is compared as ever; above the limit it grew', () => {
    const atMinimum = { ...bowl().problem, start: [0, 0] } as ExperimentConfig['problem'];
    const noisy = (lr: number) =>
      ended(`η ${lr}`, bowl({ problem: atMinimum, totalSteps: 40, lr, replicates: 4 }));
    expect(verdictOf([noisy(0.01), noisy(1)])).toMatchObject({ grew: false });
    expect(verdictOf([noisy(2.5), noisy(3)])).toMatchObject({ grew: true, winner: null });
  });
});

describe('where a loss began', () => {
  test('a result that does not tell has it from the start of its objective; a stream has none', () => {
    const { result } = ended('a', exact(0.5));
    const { firstLosses: kept, ...old } = result;
    expect(firstLosses(exact(0.5), old)).toEqual(kept);
    expect(firstLosses(digits(0.1), old)).toEqual([]);
    expect(firstLosses({ ...exact(0.5), problem: { kind: 'stream' } as never }, result)).toEqual(
      [],
    );
  });
});

describe('the notes on how runs ended', () => {
  test('a model that grew is said to have grown, and what to do', () => {
    const [note] = endNotes([lineOf(ended('hot', digits(2000)))], false);
    expect(note!.title).toBe('It grew.');
    expect(note!.words).toMatch(/^hot: the loss went from 2\.\d+ to \S+\. Lower η₀\.$/);
    expect(endNotes([lineOf(ended('cool', digits(0.1)))], false)).toEqual([]);
  });

  test('after a verdict that all grew only the reason is left to be said', () => {
    const lines = [2.5, 3].map((lr) => lineOf(ended(`η ${lr}`, exact(lr))));
    expect(endNotes(lines, false).map(({ title }) => title)).toEqual(['It grew.', 'It grew.']);
    expect(endNotes(lines, true)).toEqual([
      { title: null, words: 'η 2.5, η 3: the rate is above 2/L = 2.', marked: false },
    ]);
    expect(endNotes([lineOf(ended('hot', digits(2000)))], true)).toEqual([]);
  });

  test('noise that lifts a loss from the minimum is nothing to be told of', () => {
    const config = bowl({ totalSteps: 40, problem: { ...bowl().problem, start: [0, 0] } as never });
    expect(endNotes([lineOf(ended('a', config))], false)).toEqual([]);
  });
});
