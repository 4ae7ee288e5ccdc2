import { describe, expect, test } from 'vitest';
import { judge, lossOf } from '../../support/models.ts';
import { fc } from '../../support/seed.ts';

const softmax = (classes: number, values = {}) =>
  lossOf('softmax-cross-entropy', values, { outputs: classes, targets: 1 });

describe('softmax cross-entropy from scores', () => {
  test('equal scores cost log of the number of classes', () => {
    expect(judge(softmax(10), Array(10).fill(0), [3], 10).value).toBeCloseTo(Math.log(10), 14);
  });

  test('the printed example: z = (2, 1, −1), class 3', () => {
    const { value, grad } = judge(softmax(3), [2, 1, -1], [2], 3);
    expect(value).toBeCloseTo(3.349012, 6);
    [0.705385, 0.259496, -0.964881].forEach((g, k) => expect(grad[k]).toBeCloseTo(g, 6));
  });

  test('stays finite and right at ±1000', () => {
    expect(judge(softmax(2), [1000, -1000], [0], 2).value).toBe(0);
    expect(judge(softmax(2), [1000, -1000], [1], 2)).toMatchObject({ value: 2000, grad: [1, -1] });
  });

  test('its gradient sums to zero, with and without smoothing', () => {
    const scores = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(scores, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (z, pick, s) => {
        const loss = softmax(z.length, { labelSmoothing: s });
        const { grad } = judge(loss, z, [pick % z.length], z.length);
        expect(grad.reduce((sum, g) => sum + g, 0)).toBeCloseTo(0, 12);
      }),
    );
  });

  test('a class index is the row of probabilities that has 1 there; smoothing mixes that row evenly', () => {
    const z = [0.3, -1.2, 2.1, 0.4, 0.9, -0.5];
    for (const labelSmoothing of [0, 0.1, 1]) {
      const byIndex = judge(softmax(3, { labelSmoothing }), z, [2, 0], 3);
      const smooth = (q: number): number => (1 - labelSmoothing) * q + labelSmoothing / 3;
      const rows = [0, 0, 1, 1, 0, 0].map(smooth);
      const asRows = lossOf('softmax-cross-entropy', {}, { outputs: 3, targets: 3 });
      const byRow = judge(asRows, z, rows, 3);
      expect(byIndex.value).toBeCloseTo(byRow.value, 13);
      byIndex.grad.forEach((g, k) => expect(g).toBeCloseTo(byRow.grad[k]!, 13));
    }
  });
});
