import { expect, test } from 'vitest';
import { hyperbola } from '../../../core/objectives/hyperbola.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { after, descend } from '../../support/descent.ts';

const f = hyperbola.create({});

test.each([
  [0.12, 3.99, 0.25],
  [0.15, 3.11, 0.32],
  [0.2, 0.75, 1.33],
])('from (4, 0.3) the rate %d comes to rest at (%d, %d), below the sharpness 2/η', (rate, x, y) => {
  const end = descend(f, [4, 0.3], rate, after(20_000));
  expect(end.x[0]).toBeCloseTo(x, 2);
  expect(end.x[1]).toBeCloseTo(y, 2);
  expect(end.x[0]! ** 2 + end.x[1]! ** 2).toBeLessThan(2 / rate);
});

test('at 0.2 the loss first rises to 16.4; at 0.25 it diverges', () => {
  expect(descend(f, [4, 0.3], 0.2, after(20_000)).highest).toBeCloseTo(16.4, 1);
  expect(descend(f, [4, 0.3], 0.25, ({ f }) => !Number.isFinite(f)).step).toBeLessThan(50);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, '(xy - 1)^2 / 2');
});
