import { expect, test } from 'vitest';
import { toCsv } from '../../../core/analysis/csv.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { fc } from '../../support/seed.ts';

test('one row per recorded step, empty cells, non-finite numbers and −0 by name', () => {
  const text = toCsv([
    { metric: 'optim/lr', first: 0, stride: 1, values: Float64Array.of(0.1, 0.05) },
    { metric: 'train/loss', first: 0, stride: 1, values: Float64Array.of(-0, NaN, -Infinity) },
    { metric: 'eval/test_loss', first: 2, stride: 1, values: Float64Array.of(Infinity) },
  ]);
  expect(text).toBe(
    [
      'step,train/loss,optim/lr,eval/test_loss',
      '0,-0,0.1,',
      '1,NaN,0.05,',
      '2,-Infinity,,Infinity',
      '',
    ].join('\n'),
  );
});

test('the bytes do not depend on how the values were cut, and read back to the same doubles', () => {
  const values = fc.array(fc.double(), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(39), (numbers, at) => {
      const all = Float64Array.from(numbers);
      const whole: MetricChunk = { metric: 'train/loss', first: 0, stride: 1, values: all };
      const cut = Math.min(at, all.length);
      const parts = [
        { ...whole, values: all.slice(0, cut) },
        { ...whole, first: cut, values: all.slice(cut) },
      ];
      expect(toCsv(parts)).toBe(toCsv([whole]));
      const read = toCsv([whole])
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => Number(row.split(',')[1]));
      read.forEach((value, i) => expect(Object.is(value, all[i])).toBe(true));
    }),
  );
});
