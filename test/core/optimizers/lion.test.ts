import { expect, test } from 'vitest';
import { lion } from '../../../core/optimizers/lion.ts';
import { build, line, stream } from '../../support/optimizer-walk.ts';

test('each step is η in the direction of the sign of memory and gradient together', () => {
  // β₁ = ½, β₂ = ¾: c = 2, then m = 1: ½ − 1 = −½, m = ¾ − ½ = ¼: ⅛ + 0, m = 3/16: 3/32 − 1/20 …
  const path = line(
    build(lion, { beta1: 0.5, beta2: 0.75 }),
    { start: [0], gradient: stream([4, -2, 0, -0.1, -0.2]), lr: 0.25 },
    5,
  );
  expect(path).toEqual([0, -0.25, 0, -0.25, -0.5, -0.25]);
});

test('the direction and the memory fade by different factors', () => {
  // After one gradient of 1 the memory is 1 − β₂; a gradient of −b turns the direction when (1 − β₁) b > β₁ (1 − β₂).
  const turns = (b: number) =>
    line(build(lion), { start: [0], gradient: stream([1, -b]), lr: 1 }, 2)[2] === 0;
  expect(turns(0.0899)).toBe(false);
  expect(turns(0.0901)).toBe(true);
});

test('weight decay shrinks the parameters beside the sign', () => {
  const path = line(
    build(lion, { weightDecay: 0.5 }),
    { start: [4], gradient: () => [1], lr: 0.1 },
    2,
  );
  // 4 − 0.1 (1 + 2) = 3.7;  3.7 − 0.1 (1 + 1.85) = 3.415
  [4, 3.7, 3.415].forEach((x, s) => expect(path[s]).toBeCloseTo(x, 14));
});

test('a cycled β₁ enters the direction only', () => {
  const descent = { start: [0], gradient: stream([1, -0.05, -0.05]), lr: 1 };
  expect(line(build(lion), descent, 2)).toEqual([0, -1, -2]);
  expect(line(build(lion), { ...descent, momentum: () => 0 }, 2)).toEqual([0, -1, 0]);
});

test('its price: at a constant rate it jumps about the minimum for ever', () => {
  const parabola = { start: [1.05], gradient: (x: Float64Array) => [x[0]!], lr: 0.1 };
  const tail = line(build(lion), parabola, 3000).slice(2000);
  expect(Math.min(...tail.map(Math.abs))).toBeGreaterThan(0.04);
  expect(Math.max(...tail.map(Math.abs))).toBeLessThan(1);
});
