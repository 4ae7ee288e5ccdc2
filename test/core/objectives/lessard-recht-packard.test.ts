import { expect, test } from 'vitest';
import { lessardRechtPackard } from '../../../core/objectives/lessard-recht-packard.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { below, descend } from '../../support/descent.ts';

const f = lessardRechtPackard.create({});

test('value and slope are continuous at both kinks; there the curvature to the right is taken', () => {
  for (const kink of [1, 2]) {
    const left = at(f, [kink - 1e-9]);
    const right = at(f, [kink]);
    expect(left.f).toBeCloseTo(right.f, 6);
    expect(left.grad[0]).toBeCloseTo(right.grad[0]!, 6);
  }
  expect(at(f, [1]).hessian).toEqual([1]);
  expect(at(f, [2]).hessian).toEqual([25]);
});

test('gradient descent at 2/26 needs 161 steps from 3.3; heavy ball tuned for κ = 25 cycles for ever', () => {
  expect(descend(f, [3.3], 2 / 26, below(1e-10)).step).toBe(161);
  let [previous, x] = [3.3, 3.3];
  const visited: number[] = [];
  for (let step = 0; step < 3000; step++) {
    const next = x - at(f, [x]).grad[0]! / 9 + (4 / 9) * (x - previous);
    [previous, x] = [x, next];
    visited.push(x);
  }
  const cycle = visited.slice(-3).sort((a, b) => a - b);
  [-1.802449, 0.646531, 2.115918].forEach((value, i) => expect(cycle[i]).toBeCloseTo(value, 6));
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, '12.5x^2 - 12 relu(x - 1)^2 + 12 relu(x - 2)^2');
});
