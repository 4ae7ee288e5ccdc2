import { expect, test } from 'vitest';
import { jsonBlocks } from '../../../core/analysis/run-json.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';

const chunk = (metric: MetricChunk['metric'], values: readonly number[], first = 0, stride = 1) =>
  ({ metric, first, stride, values: Float64Array.from(values) }) satisfies MetricChunk;

const textOf = (head: object, chunks: readonly MetricChunk[]): string =>
  [...jsonBlocks(head, chunks)].join('');

test('a record for each step at which any metric has a value, behind what is said of the run', () => {
  const chunks = [chunk('optim/lr', [0.5], 1), chunk('train/loss', [1.5, 0.1, 0.3])];
  expect(JSON.parse(textOf({ name: 'a' }, chunks))).toEqual({
    name: 'a',
    log_history: [
      { step: 0, 'train/loss': 1.5 },
      { step: 1, 'train/loss': 0.1, 'optim/lr': 0.5 },
      { step: 2, 'train/loss': 0.3 },
    ],
  });
});

test('what JSON has no number for is a text, in the head too; −0 stays', () => {
  const text = textOf({ best: Infinity }, [chunk('train/loss', [NaN, Infinity, -Infinity, -0])]);
  const { best, log_history: records } = JSON.parse(text) as {
    best: unknown;
    log_history: readonly Record<string, unknown>[];
  };
  expect(best).toBe('Infinity');
  expect(records.map((record) => record['train/loss'])).toEqual([
    'NaN',
    'Infinity',
    '-Infinity',
    -0,
  ]);
});

test('the same values give the same bytes, however they were cut', () => {
  const values = Array.from({ length: 3000 }, (_, i) => 1 / (i + 1));
  const whole = textOf({ name: 'a' }, [chunk('train/loss', values)]);
  const cut = [
    chunk('train/loss', values.slice(1700), 1700),
    chunk('train/loss', values.slice(0, 1700)),
  ];
  expect(textOf({ name: 'a' }, cut)).toBe(whole);
  expect(JSON.parse(whole)).toMatchObject({ log_history: { length: 3000 } });
});

test('without values the list is empty', () => {
  expect(JSON.parse(textOf({ name: 'a' }, []))).toEqual({ name: 'a', log_history: [] });
});
