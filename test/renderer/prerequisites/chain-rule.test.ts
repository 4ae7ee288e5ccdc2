import { expect, test } from 'vitest';
import { centralDifference } from '../../../renderer/src/prerequisites/derivative/differences.ts';
import { chainRule } from '../../../renderer/src/prerequisites/chain-rule/chain-rule.ts';
import {
  lossOf,
  lossSlope,
  outputOf,
  outputSlope,
} from '../../../renderer/src/prerequisites/chain-rule/chain.ts';

const H = 1e-5;
const central = (f: (x: number) => number, x: number): number => centralDifference(f, x, H);
const read = (x: number) => chainRule.read([x]).numbers;

test('at nought everything is exact: u = ½, y = ¼, slopes ¼ and −1', () => {
  expect(read(0)).toEqual({ x: 0, u: 0.5, y: 0.25, first: 0.25, second: -1, product: -0.25 });
});

test.each([-6, -2.5, -0.3, 1, 4.2])(
  'at %d both slopes and their product are those of differences',
  (x) => {
    const { u, first, second, product } = read(x);
    expect(first).toBeCloseTo(central(outputOf, x), 8);
    expect(second).toBeCloseTo(central(lossOf, u), 8);
    expect(product).toBeCloseTo(
      central((at) => lossOf(outputOf(at)), x),
      8,
    );
  },
);

test('slopes are those of the curves that are drawn', () => {
  expect(outputSlope(2)).toBeCloseTo(outputOf(2) * (1 - outputOf(2)), 15);
  expect(lossSlope(0.25)).toBe(-1.5);
});

test('the goal is the flat end at the left: steep in u, flat in x', () => {
  expect(chainRule.read([-4]).met).toBe(true);
  // Flat in both, and steep in both.
  expect(chainRule.read([6]).met).toBe(false);
  expect(chainRule.read([-1]).met).toBe(false);
});
