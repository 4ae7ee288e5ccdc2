import { describe, expect, test } from 'vitest';
import { softmaxCrossEntropy } from '../../../core/losses/softmax-cross-entropy.ts';
import { fc } from '../../support/seed.ts';

describe('softmax cross-entropy from logits', () => {
  test('equal logits cost log of the number of classes', () => {
    expect(softmaxCrossEntropy(new Float64Array(10), 0, 10, 3)).toBeCloseTo(Math.log(10), 14);
  });

  test('stays finite and right at ±1000', () => {
    const z = Float64Array.of(1000, -1000);
    expect(softmaxCrossEntropy(z, 0, 2, 0)).toBe(0);
    expect(softmaxCrossEntropy(z, 0, 2, 1)).toBe(2000);
  });

  test('its gradient is softmax minus one-hot: sums to zero and matches central differences', () => {
    const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(logits, fc.nat(), (values, pick) => {
        const z = Float64Array.from(values);
        const label = pick % z.length;
        const grad = new Float64Array(z.length);
        softmaxCrossEntropy(z, 0, z.length, label, grad);
        expect(grad.reduce((sum, g) => sum + g, 0)).toBeCloseTo(0, 12);
        const h = 1e-5;
        for (let k = 0; k < z.length; k++) {
          const moved = (by: number): number => {
            const copy = z.slice();
            copy[k]! += by;
            return softmaxCrossEntropy(copy, 0, copy.length, label);
          };
          expect(grad[k]).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 7);
        }
      }),
    );
  });
});
