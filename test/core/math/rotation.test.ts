import { expect, test } from 'vitest';
import { randomRotation } from '../../../core/math/rotation.ts';

test.each([1, 2, 3, 10, 64])('%i rows are orthonormal to the last digits', (dim) => {
  const rows = randomRotation(dim, 5);
  for (let i = 0; i < dim; i++) {
    for (let k = 0; k <= i; k++) {
      let dot = 0;
      for (let j = 0; j < dim; j++) dot += rows[i * dim + j]! * rows[k * dim + j]!;
      expect(Math.abs(dot - (i === k ? 1 : 0))).toBeLessThan(1e-14);
    }
  }
});

test('seed 0 turns nothing; other seeds differ, and repeat', () => {
  expect([...randomRotation(2, 0)]).toEqual([1, 0, 0, 1]);
  expect(randomRotation(3, 1)).toEqual(randomRotation(3, 1));
  expect(randomRotation(3, 1)).not.toEqual(randomRotation(3, 2));
});
