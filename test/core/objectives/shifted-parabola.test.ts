import { expect, test } from 'vitest';
import { shiftedParabola } from '../../../core/objectives/shifted-parabola.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { after, descend } from '../../support/descent.ts';

const f = shiftedParabola.create({});

test('the first rows of the worked example', () => {
  const rows = [
    [0, 9, -6],
    [0.6, 5.76, -4.8],
    [1.08, 3.6864, -3.84],
    [1.464, 2.359296, -3.072],
  ] as const;
  rows.forEach(([x, value, slope], step) => {
    const row = descend(f, [0], 0.1, after(step));
    expect(row.x[0]).toBeCloseTo(x, 12);
    expect(row.f).toBeCloseTo(value, 12);
    expect(row.grad[0]).toBeCloseTo(slope, 12);
  });
});

test('|Δf| < 10⁻⁸ stops after 45 steps, |g| < 10⁻⁶ after 70', () => {
  const flat = descend(f, [0], 0.1, ({ f, before }) => Math.abs(f - before) < 1e-8);
  expect(flat.step).toBe(45);
  expect(flat.f).toBeCloseTo(1.7e-8, 9);
  expect(descend(f, [0], 0.1, ({ grad }) => Math.abs(grad[0]!) < 1e-6).step).toBe(70);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, '(x - 3)^2');
});
