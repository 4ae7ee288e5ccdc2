import { expect, test } from 'vitest';
import { xor } from '../../../core/datasets/xor.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('a corner belongs to class 1 where exactly one coordinate is 1', () => {
  const { train } = xor.load({}, {}, mulberry32(1));
  const rows = Array.from({ length: 4 }, (_, i) => [...train.inputs.subarray(2 * i, 2 * i + 2)]);
  expect(new Set(rows.map(String)).size).toBe(4);
  rows.forEach(([a, b], i) => expect(train.targets[i]).toBe(a! ^ b!));
});
