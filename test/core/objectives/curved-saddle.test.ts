import { expect, test } from 'vitest';
import { curvedSaddle } from '../../../core/objectives/curved-saddle.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { after, below, descend } from '../../support/descent.ts';

const f = curvedSaddle.create({});

test('exactly on the ridge a run ends on the saddle', () => {
  const { x } = descend(f, [1, 0], 0.1, after(3000));
  expect(x[1]).toBe(0);
  expect(Math.abs(x[0]!)).toBeLessThan(1e-100);
});

test.each([
  [1e-12, 291],
  [1e-8, 194],
  [1e-4, 98],
  [1e-2, 49],
])('from y₀ = %d it has left the saddle (f < −0.2) after %i steps', (y0, steps) => {
  expect(descend(f, [1, y0], 0.1, below(-0.2)).step).toBe(steps);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, 'x^2/2 - y^2/2 + y^4/4');
});
