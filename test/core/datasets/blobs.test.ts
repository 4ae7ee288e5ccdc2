import { expect, test } from 'vitest';
import { blobs } from '../../../core/datasets/blobs.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('k clouds about points of the circle of radius 2, as spread as told', () => {
  const values = { samples: 12_000, classes: 3, spread: 0.5 };
  const { train } = blobs.load({}, values, mulberry32(5));
  const centres = [
    [2, 0],
    [-1, Math.sqrt(3)],
    [-1, -Math.sqrt(3)],
  ];
  for (let c = 0; c < 3; c++) {
    for (let axis = 0; axis < 2; axis++) {
      const mine = Array.from(train.targets).flatMap((label, i) =>
        label === c ? [train.inputs[2 * i + axis]!] : [],
      );
      const mean = mine.reduce((sum, x) => sum + x, 0) / mine.length;
      const variance = mine.reduce((sum, x) => sum + (x - mean) ** 2, 0) / mine.length;
      expect(mine).toHaveLength(4000);
      // Four standard errors of mean and deviation.
      expect(Math.abs(mean - centres[c]![axis]!)).toBeLessThan((4 * 0.5) / Math.sqrt(4000));
      expect(Math.abs(Math.sqrt(variance) - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(8000));
    }
  }
});
