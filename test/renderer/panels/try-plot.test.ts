import { expect, it } from 'vitest';
import type { LessonTry } from '../../../electron/ipc/lesson-progress.ts';
import { drawnMeasure, tryPlaces } from '../../../renderer/src/panels/lesson/try-plot.ts';

const tried = (measured: LessonTry['measured'], met = false): LessonTry => ({
  label: '',
  measured,
  met,
});

it('a goal that is one number is met from its line down to the lower edge', () => {
  const { goal, tries } = tryPlaces([tried(100), tried(1, true), tried('never')], 10);
  expect(goal.bottom).toBe(1);
  const [far, near, never] = tries;
  expect(far!.y).toBeLessThan(goal.top);
  expect(near!.y).toBeGreaterThan(goal.top);
  // Logarithmic: as far above as below.
  expect(goal.top - far!.y).toBeCloseTo(near!.y - goal.top, 12);
  expect(never).toMatchObject({ y: 0, beyond: true });
});

it('a goal between two numbers is a band, and only what meets it lies in it', () => {
  const band = { low: 24, high: 26 };
  const { goal, tries } = tryPlaces([tried(28.6), tried(24.9, true), tried(19.9)], band);
  expect(goal.top).toBeLessThan(goal.bottom);
  expect(goal.bottom).toBeLessThan(1);
  const isIn = tries.map(({ y }) => goal.top <= y && y <= goal.bottom);
  expect(isIn).toEqual([false, true, false]);
});

it('has a place for the goal where no try has a value yet', () => {
  const { goal } = tryPlaces([tried(null)], { low: 24, high: 26 });
  expect(0 < goal.top && goal.top < goal.bottom && goal.bottom < 1).toBe(true);
  expect(tryPlaces([], 10).goal.top).toBeLessThan(1);
});

it('draws tries alike of which the same is said, and none of them on the goal', () => {
  const drawn = (share: number) => drawnMeasure('below-limit', share) as number;
  expect(drawn(0.635)).toBe(drawn(0.9));
  expect(drawn(0.635)).toBeGreaterThan(drawn(0.45));
  expect(drawn(0.0101)).toBeGreaterThan(0.01);
  expect(drawn(0.0072)).toBe(0.0072);
  expect(drawnMeasure('below-limit', 'never')).toBe('never');
  expect(drawnMeasure('loss', 0.635)).toBe(0.635);
});
