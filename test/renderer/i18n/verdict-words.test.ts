import { beforeEach, describe, expect, test } from 'vitest';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunState } from '../../../electron/ipc/contract.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { verdictOf } from '../../../renderer/src/i18n/verdict-words.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

function run(
  name: string,
  means: readonly number[],
  change: { state?: RunState; noise?: number } = {},
) {
  const result: RunResult = {
    finalLoss: means[0]!,
    bestLoss: 0,
    bestStep: 0,
    tail: { steps: 200, means },
    testAccuracy: null,
    testLoss: null,
    falseConvergence: null,
  };
  const problem = { ...bowl().problem, noise: change.noise ?? 1 } as ReturnType<
    typeof bowl
  >['problem'];
  const config = bowl({ problem, replicates: means.length });
  return { name, state: change.state ?? ('finished' as const), config, result };
}

test('there is none while something runs, or for one run', () => {
  expect(verdictOf([run('a', [1, 2])])).toBeNull();
  expect(verdictOf([run('a', [1, 2]), run('b', [3, 4], { state: 'running' })])).toBeNull();
});

test('names the lower run and by how many standard errors of the paired difference', () => {
  // Differences 4, 5, 6: mean 5, standard error 1/√3, so 8.7 standard errors.
  const verdict = verdictOf([run('high', [5, 6, 7]), run('low', [1, 1, 1])]);
  expect(verdict?.sentence).toBe('“low” is lower, 8.7 standard errors from “high”.');
  expect(verdict?.winner).toBe(1);
  expect(verdict?.because).toContain('200 steps');
  expect(verdict?.because).toContain('3 seeds');
});

test('says so when the seeds cannot tell', () => {
  const verdict = verdictOf([run('a', [1, 3, 2]), run('b', [2, 2, 2.1])]);
  expect(verdict?.sentence).toMatch(/^Not distinguishable with 3 seeds/);
  expect(verdict?.winner).toBeNull();
});

test('one seed of a noisy run decides nothing', () => {
  const verdict = verdictOf([run('a', [1]), run('b', [2])]);
  expect(verdict?.winner).toBeNull();
  expect(verdict?.sentence).toContain('luck');
});

test('without noise the final losses are compared as they are', () => {
  const verdict = verdictOf([run('a', [4.9e-11], { noise: 0 }), run('b', [1.2e-3], { noise: 0 })]);
  expect(verdict?.sentence).toContain('“a” ends at 4.90×10⁻¹¹, “b” at 0.00120');
  expect(verdict?.winner).toBe(0);
});

describe('runs that diverged', () => {
  const diverged = run('hot', [Infinity], { state: 'diverged', noise: 0 });

  test('lose to one that did not', () => {
    const verdict = verdictOf([diverged, run('cool', [0.5], { noise: 0 })]);
    expect(verdict?.sentence).toBe('“hot” diverged; “cool” ends at 0.500.');
    expect(verdict?.winner).toBe(1);
  });

  test('leave nothing to compare when all did', () => {
    expect(verdictOf([diverged, diverged])?.winner).toBeNull();
  });

  test('are left out where two others can be compared', () => {
    const verdict = verdictOf([diverged, run('a', [1], { noise: 0 }), run('b', [2], { noise: 0 })]);
    expect(verdict?.winner).toBe(1);
  });
});
