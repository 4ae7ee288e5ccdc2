import { describe, expect, test } from 'vitest';
import { rprop } from '../../../core/optimizers/rprop.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  updatesUntil,
} from '../../support/optimizer-walk.ts';

const on = (gradients: readonly number[], lr = 1) => ({
  start: [0],
  gradient: stream(gradients),
  lr,
});

test('steps grow while the sign stays; after a flip they shrink and wait one update', () => {
  const optimizer = build(rprop, { etaMinus: 0.5, etaPlus: 1.5 });
  // Steps 1, 1.5, 2.25; flip: 1.125, wait; then 1.125 either way, 1.6875
  const path = line(optimizer, on([3, 0.1, 7, -2, -5, -1]), 6);
  expect(path).toEqual([0, -1, -2.5, -4.75, -4.75, -3.625, -1.9375]);
});

test('after the wait the sign is free again: no second shrinking', () => {
  const optimizer = build(rprop, { etaMinus: 0.5, etaPlus: 1.5 });
  expect(line(optimizer, on([3, -2, 4, 4]), 4)).toEqual([0, -1, -1, -1.5, -2.25]);
});

test('a zero gradient neither moves nor changes the step', () => {
  expect(line(build(rprop, { etaPlus: 1.5 }), on([1, 0, 1, 1]), 4)).toEqual([0, -1, -1, -2, -3.5]);
});

test('steps stay within their limits, the first one too', () => {
  const bounded = build(rprop, { stepMin: 0.5, stepMax: 2, etaPlus: 1.5 });
  expect(line(bounded, on([1, 1, 1, 1]), 4)).toEqual([0, -1, -2.5, -4.5, -6.5]);
  expect(line(bounded, on([1, -1, -1, 1, 1], 0.75), 5)).toEqual([
    0, -0.75, -0.75, -0.25, -0.25, -0.75,
  ]);
  expect(line(bounded, on([1], 0.1), 1)).toEqual([0, -0.5]);
  expect(line(bounded, on([1], 9), 1)).toEqual([0, -2]);
});

test('only the first rate counts', () => {
  const gradients = stream([1, 1, -1, 1, 1]);
  const path = (lr: number | ((step: number) => number)) =>
    line(build(rprop), { start: [0], gradient: gradients, lr }, 5);
  expect(path((step) => (step === 0 ? 0.1 : 77))).toEqual(path(0.1));
});

test('each coordinate has its own step', () => {
  const gradient = (x: Float64Array) => [x[0]!, 1000 * x[1]!];
  const done = (x: Float64Array) => x[0]! ** 2 + x[1]! ** 2 < 1e-8;
  const round = (x: Float64Array) => [x[0]!, x[1]!];
  const descent = { start: [1, -2], lr: 0.1 };
  const updates = updatesUntil(build(rprop), { ...descent, gradient }, done, 1000);
  expect(updates).toBe(updatesUntil(build(rprop), { ...descent, gradient: round }, done, 1000));
  expect(updates).toBeLessThan(100);
});

describe('paper', () => {
  const paper = { dialect: 'paper', etaMinus: 0.5, etaPlus: 1.5 } as const;

  test('goes back one step after a flip; until the first flip it is the same', () => {
    const gradients = [3, 0.1, 7, -2, -5, -1];
    const back = line(build(rprop, paper), on(gradients), 6);
    expect(back).toEqual([0, -1, -2.5, -4.75, -2.5, -1.375, 0.3125]);
    const waiting = line(build(rprop, { ...paper, dialect: 'pytorch' }), on(gradients), 6);
    expect(back.slice(0, 4)).toEqual(waiting.slice(0, 4));
  });

  test('goes back also upwards, by the step it took', () => {
    expect(line(build(rprop, paper), on([-3, -1, 2, 2]), 4)).toEqual([0, 1, 2.5, 1, 0.25]);
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(rprop)).toEqual({ pytorch: {}, paper: {} });
});
