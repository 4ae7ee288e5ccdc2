import { beforeEach, describe, expect, test } from 'vitest';
import type { StopConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { EndedRun } from '../../../renderer/src/i18n/ended-run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { verdictOf } from '../../../renderer/src/i18n/verdict-words.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

interface Ending extends Partial<Pick<EndedRun, 'state' | 'reason'>> {
  readonly step: number;
  readonly stop?: Partial<StopConfig>;
  readonly noise?: number;
  readonly seeds?: number;
  readonly loss?: number;
}

const target = { targetLoss: 0.01 };

/** A run that ended so; one with a reason was stopped by that rule. */
function ending(name: string, { step, loss = 0.01, ...given }: Ending): EndedRun {
  const { stop = target, noise = 0, seeds = 1, reason = null } = given;
  const base = bowl({ replicates: seeds, totalSteps: 2000 });
  const config = parseExperimentConfig({
    ...base,
    problem: { ...base.problem, noise },
    stop: { ...base.stop, ...stop },
  });
  const result = {
    finalLoss: loss,
    bestLoss: loss,
    bestStep: step,
    tail: { steps: 200, means: Array<number>(seeds).fill(loss) },
    testAccuracy: null,
    testLoss: null,
    falseConvergence: null,
  };
  return {
    name,
    state: given.state ?? (reason ? 'stopped' : 'finished'),
    reason,
    step,
    config,
    result,
  };
}

const reached = (name: string, step: number, more: Partial<Ending> = {}): EndedRun =>
  ending(name, { step, reason: 'target-loss', ...more });

describe('runs with one target', () => {
  test('are judged by how soon they reached it, not by their losses there', () => {
    const verdict = verdictOf([
      reached('slow', 384, { loss: 0.009 }),
      reached('fast', 120, { loss: 0.0099 }),
    ]);
    expect(verdict).toEqual({
      sentence:
        '“fast” reached its target (f\u00a0≤\u00a00.01) 3.2 times sooner than “slow”: at step 120 against 384.',
      because: null,
      winner: 1,
      grew: false,
      margin: null,
    });
    setLocale('zh-CN');
    expect(verdictOf([reached('慢', 384), reached('快', 120)])?.sentence).toBe(
      '“快”第 120 步就到了目标（f\u00a0≤\u00a00.01），“慢”第 384 步才到，用了 3.2 倍的步数。',
    );
  });

  test('a little sooner is told without a factor, at once is no multiple', () => {
    expect(verdictOf([reached('a', 120), reached('b', 125)])?.sentence).toBe(
      '“a” reached its target (f\u00a0≤\u00a00.01) at step 120, “b” at step 125.',
    );
    expect(verdictOf([reached('a', 0), reached('b', 125)])).toMatchObject({
      sentence: '“a” reached its target (f\u00a0≤\u00a00.01) at step 0, “b” at step 125.',
      winner: 0,
    });
  });

  test('at the same step nobody wins', () => {
    expect(verdictOf([reached('a', 120), reached('b', 120)])).toMatchObject({
      sentence: '“a”, “b” reached their target (f\u00a0≤\u00a00.01) at the same step, 120.',
      winner: null,
    });
  });

  test('one that never got there is said to have not', () => {
    const far = ending('far', { step: 2000, loss: 0.5 });
    expect(verdictOf([far, reached('a', 1200)])).toMatchObject({
      sentence:
        '“a” reached its target (f\u00a0≤\u00a00.01) at step 1\u202f200; “far” did not in 2\u202f000 steps.',
      winner: 1,
    });
    const lost = ending('lost', { step: 30, state: 'diverged', loss: Infinity });
    expect(verdictOf([lost, reached('a', 1200)])?.sentence).toMatch(/; “lost” never did\.$/);
    expect(verdictOf([lost, reached('a', 100), reached('b', 1200), far])).toMatchObject({
      sentence: expect.stringMatching(/^“a” reached .* 12 times sooner than “b”/),
      because: 'Never there: “lost”, “far”.',
      winner: 1,
    });
  });

  test('where none got there, that is added to what their losses say', () => {
    const verdict = verdictOf([
      ending('a', { step: 2000, loss: 0.5 }),
      ending('b', { step: 2000, loss: 0.2 }),
    ]);
    expect(verdict?.sentence).toMatch(/^Without noise “b” wins/);
    expect(verdict?.because).toBe('None reached its target (f\u00a0≤\u00a00.01).');
  });

  test('a small gradient is a goal, too', () => {
    const stop = { gradNorm: 1e-6 };
    const small = (name: string, step: number): EndedRun =>
      ending(name, { step, stop, reason: 'grad-norm' });
    expect(verdictOf([small('a', 100), small('b', 300)])?.sentence).toContain(
      '“a” reached its target (‖g‖\u00a0<\u00a010⁻⁶) 3 times sooner',
    );
  });
});

describe('where chance has a part', () => {
  test('one seed is no winner', () => {
    const verdict = verdictOf([reached('a', 100, { noise: 1 }), reached('b', 300, { noise: 1 })]);
    expect(verdict?.sentence).toContain('3 times sooner');
    expect(verdict?.because).toBe('When one seed arrives may be luck: try others.');
    expect(verdict?.winner).toBeNull();
  });

  test('nor are several, of which the first alone was watched', () => {
    const many = { noise: 1, seeds: 5 };
    const verdict = verdictOf([reached('a', 100, many), reached('b', 300, many)]);
    expect(verdict?.because).toMatch(/^The first seed decides/);
    expect(verdict?.winner).toBeNull();
  });
});

describe('runs of different lengths', () => {
  test('without a common goal are not compared by their losses', () => {
    const stopped = ending('a', { step: 120, reason: 'loss-change', loss: 0.3, stop: {} });
    const verdict = verdictOf([ending('b', { step: 2000, loss: 0.02, stop: {} }), stopped]);
    expect(verdict).toEqual({
      sentence: '“a” ended at step 120 with a loss of 0.300, “b” at step 2\u202f000 with 0.0200.',
      because:
        'Losses after different numbers of steps are no verdict: put the cursor on a step that all of them made.',
      winner: null,
      grew: false,
      margin: null,
    });
    const other = { stop: { targetLoss: 0.1 } };
    expect(verdictOf([reached('a', 100), reached('b', 10, other)])?.because).toMatch(/no verdict/);
    const third = ending('c', { step: 500, reason: 'patience' });
    expect(verdictOf([stopped, third, ending('b', { step: 2000 })])?.sentence).toBe(
      'The runs ended at different steps.',
    );
  });

  test('of the same length are, whatever ended them', () => {
    const stopped = ending('a', { step: 2000, reason: 'loss-change', loss: 0.3, stop: {} });
    expect(verdictOf([stopped, ending('b', { step: 2000, loss: 0.02 })])?.winner).toBe(1);
  });

  test('one over its loss limit has lost, as one that diverged has', () => {
    const limit = ending('hot', {
      step: 12,
      reason: 'loss-limit',
      loss: 1e9,
      stop: { lossLimit: 1e6 },
    });
    const cool = ending('cool', { step: 2000, loss: 0.5, stop: {} });
    expect(verdictOf([limit, cool])).toEqual({
      sentence: '“hot” passed the loss limit; “cool” ends at 0.500.',
      because: null,
      winner: 1,
      grew: false,
      margin: null,
    });
    const lost = ending('lost', { step: 30, state: 'diverged', loss: Infinity });
    expect(verdictOf([limit, lost])?.sentence).toMatch(/^All diverged or passed their loss limit/);
    expect(verdictOf([limit, limit])?.sentence).toMatch(/^All passed their loss limit/);
  });
});

test('a run that a person stopped, or a fault, gives no verdict', () => {
  const other = reached('b', 10);
  expect(
    verdictOf([ending('a', { step: 10, state: 'stopped', reason: 'user' }), other]),
  ).toBeNull();
  expect(
    verdictOf([ending('a', { step: 10, state: 'failed', reason: 'worker-error' }), other]),
  ).toBeNull();
});
