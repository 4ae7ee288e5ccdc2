import { expect, test } from 'vitest';
import { parabola } from '../../../core/objectives/parabola.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { after, below, descend } from '../../support/descent.ts';

const f = parabola.create({ curvature: 1 });

test.each([
  [0.1, 85],
  [0.5, 13],
  [1, 1],
  [1.5, 13],
  [1.9, 85],
  [1.99, 882],
])(
  'rate %d reaches f < 10⁻⁶ from 10 in %i steps: η and 2/λ − η are equally fast',
  (rate, steps) => {
    expect(descend(f, [10], rate, below(1e-6)).step).toBe(steps);
  },
);

test.each([
  [2.01, 1192],
  [2.1, 125],
  [2.5, 30],
])('rate %d is beyond 2/λ: the loss passes 10¹² at step %i', (rate, steps) => {
  expect(descend(f, [10], rate, ({ f }) => f > 1e12).step).toBe(steps);
});

test('at 2/λ it goes back and forth for ever', () => {
  expect(descend(f, [10], 2, after(1001)).x[0]).toBe(-10);
});

test.each([
  [0.01, 3632],
  [0.1, 347],
  [0.5, 53],
  [1.9, 347],
])(
  'without noise a smaller rate is not more precise: %d needs %i steps to 10⁻³⁰',
  (rate, steps) => {
    expect(descend(f, [10], rate, below(1e-30)).step).toBe(steps);
  },
);

test('the literal recurrence freezes at x = 6.3805 and |Δf| < 10⁻⁶ calls it converged at step 23', () => {
  let rate = 0.1;
  const literal = (t: number): number => (rate = t === 0 ? 0.1 : rate / (1 + 0.1 * t));
  const end = descend(f, [10], literal, ({ f, before }) => Math.abs(f - before) < 1e-6);
  expect(end.step).toBe(23);
  expect(end.x[0]).toBeCloseTo(6.3805, 4);
  expect(end.f).toBeCloseTo(20.36, 2);
});

test('near the minimum the same shift changes the loss less, not more', () => {
  const steep = parabola.create({ curvature: 100 });
  const changes = [1, 0.1, 0.01, 0].map((y) => at(steep, [y + 0.01]).f - at(steep, [y]).f);
  [1.005, 0.105, 0.015, 0.005].forEach((value, i) => expect(changes[i]).toBeCloseTo(value, 12));
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(parabola.create({ curvature: 7 }), '7x^2 / 2');
});
