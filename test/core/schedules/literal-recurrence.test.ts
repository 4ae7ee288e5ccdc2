import { expect, test } from 'vitest';
import { buildSchedule } from '../../../core/schedules/build.ts';

const create = (decay: number): ((t: number) => number) =>
  buildSchedule({ id: 'literal-recurrence', params: { decay } }, 0.1, 100).lr;

test('it is what the code lr = lr / (1 + d * t) yields, to the last bit', () => {
  const lr = create(0.1);
  let running = 0.1;
  for (let t = 0; t <= 60; t++) {
    running = running / (1 + 0.1 * t);
    expect(lr(t)).toBe(running);
  }
});

test('the values of the table: .0278, 1.49e-3, 1.37e-7, 4.4e-27', () => {
  const lr = create(0.1);
  expect(lr(5)).toBeCloseTo(0.0278, 4);
  expect(lr(10)).toBeCloseTo(1.49e-3, 5);
  expect(lr(20) / 1.37e-7).toBeCloseTo(1, 2);
  expect(lr(50).toExponential(1)).toBe('4.4e-27');
});

test('the sum is finite: the run freezes after 0.433', () => {
  const lr = create(0.1);
  let sum = 0;
  for (let t = 0; t < 1000; t++) sum += lr(t);
  expect(sum).toBeCloseTo(0.433, 3);
});

test('asked out of order, far out, or without decay, it answers the same', () => {
  const forward = create(0.1);
  const late = create(0.1)(30);
  for (let t = 0; t <= 30; t++) forward(t);
  expect(late).toBe(forward(30));
  expect(create(0.1)(1e9)).toBe(0);
  expect(create(0)(1e9)).toBe(0.1);
});
