import { expect, test } from 'vitest';
import { tiltedDoubleWell } from '../../../core/objectives/tilted-double-well.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { after, descend } from '../../support/descent.ts';

const f = tiltedDoubleWell.create({ tilt: 0.1 });
const end = (start: number, rate: number): number => descend(f, [start], rate, after(5000)).x[0]!;

test('its minima lie at −1.0467 and 0.9456', () => {
  expect(f.minima[0]![0]).toBeCloseTo(-1.0467, 4);
  const left = at(f, f.minima[0]!);
  expect(left.f).toBeCloseTo(-0.1024, 4);
  expect(left.hessian[0]).toBeCloseTo(2.2866, 4);
  const right = at(f, [0.9456492739235915]);
  expect(right.f).toBeCloseTo(0.0974, 4);
  expect(right.grad[0]).toBeCloseTo(0, 14);
  expect(right.hessian[0]).toBeCloseTo(1.6828, 4);
});

test('the answer depends on the start, and the rate can change the basin', () => {
  expect(end(0.1, 0.05)).toBeCloseTo(-1.0467, 4);
  expect(end(0.12, 0.05)).toBeCloseTo(0.9456, 4);
  expect(end(1.6, 0.3)).toBeCloseTo(0.9456, 4);
  expect(end(1.6, 0.6)).toBeCloseTo(-1.0467, 4);
  expect(end(1.6, 0.7)).toBeCloseTo(-1.0467, 4);
  // 2/λ = 0.875 at the deeper minimum: at 0.9 a run cycles around it.
  expect(Math.abs(at(f, [end(1.6, 0.9)]).grad[0]!)).toBeGreaterThan(0.1);
});

test.each([-50, -0.1, 0, 0.1, 0.3849, 0.4, 7])('tilt %d: its minima are roots of f′', (tilt) => {
  const tilted = tiltedDoubleWell.create({ tilt });
  expect(tilted.minima).toHaveLength(tilt === 0 ? 2 : 1);
  for (const minimum of tilted.minima) {
    const size = 1 + Math.abs(tilt);
    expect(Math.abs(at(tilted, minimum).grad[0]!)).toBeLessThan(1e-14 * size);
    const [lo, hi] = tilted.domain[0]!;
    expect(minimum[0]! > lo && minimum[0]! < hi).toBe(true);
    expect(at(tilted, minimum).f).toBeLessThanOrEqual(at(tilted, [-minimum[0]!]).f);
  }
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, '(x^2 - 1)^2 / 4 + 0.1x');
});
