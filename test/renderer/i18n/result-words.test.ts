import { expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { resultLosses } from '../../../renderer/src/i18n/result-words.ts';
import { bowl } from '../../support/experiments.ts';
import { result } from '../lib/runs-table/rows.ts';

type Run = Parameters<typeof resultLosses>[0];

const run = (means: readonly number[]): Run => ({
  config: bowl({ replicates: means.length }),
  result: { ...result(0.02), tail: { steps: 20, means } },
});
const labels = (of: Run): readonly string[] => resultLosses(of).map(({ label }) => label);

test('a run of several seeds says whose each number is', () => {
  setLocale('en');
  expect(labels(run([1, 2, 3]))).toEqual([
    'Tail loss, mean of 3 seeds',
    'Last loss, first seed',
    'Lowest loss, first seed',
  ]);
  setLocale('zh-CN');
  expect(labels(run([1, 2, 3]))).toEqual([
    '末段损失，3 个种子的平均',
    '最后损失，第一个种子',
    '最低损失，第一个种子',
  ]);
});

test('of one seed there is nothing to say', () => {
  setLocale('en');
  expect(labels(run([1]))).toEqual(['Tail loss', 'Last loss', 'Best']);
  expect(labels({ ...run([1]), result: null })).toEqual([]);
});

test('a mean has twice its standard error beside it, unless the seeds agree', () => {
  const [tail, last, best] = resultLosses(run([1, 2, 3]));
  expect(tail!.value).toBe(2);
  expect(tail!.error).toBeCloseTo(2 / Math.sqrt(3), 12);
  expect([last!.value, last!.error, best!.value, best!.error]).toEqual([0.02, null, 0.01, null]);
  expect(resultLosses(run([2, 2, 2]))[0]!.error).toBeNull();
  expect(resultLosses(run([2]))[0]!.error).toBeNull();
});
