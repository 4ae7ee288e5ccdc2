/** Laws that every loss keeps: exact derivatives, reductions, and what is not a number stays visible. */
import { describe, expect, test } from 'vitest';
import { losses, type LossId } from '../../core/losses/index.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import { judge, lossOf } from '../support/models.ts';

const OUTPUTS = 3;
const ROWS = 4;

/** Predictions and targets that suit the loss, from a seed. */
function batch(id: LossId, seed: number): { p: number[]; y: number[]; targets: number } {
  const rng = mulberry32(seed);
  const fill = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);
  const n = OUTPUTS * ROWS;
  const p = fill(n, () =>
    id === 'binary-cross-entropy-from-probabilities'
      ? 0.05 + 0.9 * rng.uniform()
      : 2 * rng.normal(),
  );
  if (id === 'softmax-cross-entropy') {
    return { p, y: fill(ROWS, () => Math.floor(OUTPUTS * rng.uniform())), targets: 1 };
  }
  const draw = {
    'binary-cross-entropy': () => rng.uniform(),
    'binary-cross-entropy-from-probabilities': () => rng.uniform(),
    hinge: () => (rng.uniform() < 0.5 ? -1 : 1),
    'squared-hinge': () => (rng.uniform() < 0.5 ? -1 : 1),
  }[id as string];
  return { p, y: fill(n, draw ?? (() => rng.normal())), targets: OUTPUTS };
}

describe.each(Object.keys(losses) as LossId[])('loss %s', (id) => {
  const h = 1e-5;
  const moved = (p: readonly number[], i: number, by: number): number[] =>
    p.map((value, j) => (j === i ? value + by : value));

  test('its gradient and curvature match central differences', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const { p, y, targets } = batch(id, seed);
      const loss = lossOf(id, { reduction: 'sum' }, { outputs: OUTPUTS, targets });
      const arrays = [Float64Array.from(p), Float64Array.from(y)] as const;
      if ((loss.kinkDistance?.(...arrays, ROWS) ?? Infinity) < 10 * h) continue;
      const { grad } = judge(loss, p, y, OUTPUTS);
      for (let i = 0; i < p.length; i++) {
        const up = judge(loss, moved(p, i, h), y, OUTPUTS);
        const down = judge(loss, moved(p, i, -h), y, OUTPUTS);
        expect(grad[i]).toBeCloseTo((up.value - down.value) / (2 * h), 6);
        const unit = new Float64Array(p.length);
        unit[i] = 1;
        const column = new Float64Array(p.length);
        loss.curvatureTimes(...arrays, ROWS, unit, column);
        column.forEach((value, j) => {
          const slope = (up.grad[j]! - down.grad[j]!) / (2 * h);
          expect(Math.abs(value - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
        });
      }
    }
  });

  test('the mean is the sum divided by the number of terms', () => {
    const { p, y, targets } = batch(id, 7);
    const shape = { outputs: OUTPUTS, targets };
    const sum = judge(lossOf(id, { reduction: 'sum' }, shape), p, y, OUTPUTS);
    const mean = judge(lossOf(id, {}, shape), p, y, OUTPUTS);
    const terms = sum.terms.length;
    expect(sum.value).toBeCloseTo(
      sum.terms.reduce((a, b) => a + b, 0),
      12,
    );
    expect(mean.value).toBeCloseTo(sum.value / terms, 13);
    mean.grad.forEach((g, i) => expect(g).toBeCloseTo(sum.grad[i]! / terms, 13));
    expect(sum.value).toBeGreaterThan(0);
  });

  test('a prediction that is no number makes a loss that is none', () => {
    const { p, y, targets } = batch(id, 3);
    const loss = lossOf(id, {}, { outputs: OUTPUTS, targets });
    const { value } = judge(loss, [NaN, ...p.slice(1)], y, OUTPUTS);
    expect(value).toBeNaN();
  });
});
