import { expect, test } from 'vitest';
import { nextPower } from '../../../core/optimizers/running-power.ts';

test('multiplies step by step to the power', () => {
  let power = 1;
  for (let t = 1; t <= 100; t++) {
    power = nextPower(power, 0.9);
    expect(Math.abs(power / 0.9 ** t - 1)).toBeLessThan(1e-13);
  }
});

test('a power is kept down to 1e-17 and is zero below, where 1 − βᵗ has long been 1', () => {
  expect(nextPower(1e-17, 1)).toBe(1e-17);
  expect(nextPower(1e-17, 0.999)).toBe(0);
  expect(1 - 1e-17).toBe(1);
});
