import { describe, expect, test } from 'vitest';
import type { DrawingFrame, DrawnCurve } from '../../../renderer/src/lib/drawn-curve.ts';
import { scoreDrawing } from '../../../renderer/src/lib/drawn-score.ts';

const even = (step: number): number => step;
const log: DrawingFrame = { steps: [0, 10], range: [2 ** -10, 1], scale: 'log', place: even };
const linear: DrawingFrame = { steps: [0, 10], range: [0, 10], scale: 'linear', place: even };

/** Halves with every step. */
const halving = (step: number): number => 2 ** -step;

const line = (from: number, a: number, to: number, b: number): DrawnCurve => [
  [from, a],
  [to, b],
];

describe('on a logarithmic axis', () => {
  test('distances are factors; equally large ones are named where they are first', () => {
    // Four times too high everywhere: never near, and all gaps are ties.
    const score = scoreDrawing(line(2, 1, 10, 2 ** -8), halving, log)!;
    expect(score.average).toBeCloseTo(4, 9);
    expect(score.largest.distance).toBeCloseTo(4, 9);
    expect(score.largest).toMatchObject({ step: 2, drawn: 1, came: 0.25, beyond: false });
    expect(score).toMatchObject({ near: 0, nearUntil: null, from: 2, to: 10, whole: false });
    expect(score.tolerance).toBeCloseTo(2, 12);
    expect(score.shapes).toMatchObject({ drawn: { kind: 'straight' }, came: { kind: 'straight' } });
  });

  test('a factor of two, exactly, is near', () => {
    const score = scoreDrawing(line(1, 1, 10, 2 ** -9), halving, log)!;
    expect(score.near).toBe(1);
    expect(score.nearUntil).toBe(10);
    expect(score.average).toBeCloseTo(2, 9);
  });

  test('the mean is that of the ratios, each step as wide as on the axis', () => {
    // A level line at 1: the ratios are 2⁰ … 2¹⁰, the outer two with half a width each.
    const score = scoreDrawing(line(0, 1, 10, 1), halving, log)!;
    expect(Math.log2(score.average)).toBeCloseTo((0.5 * 10 + 45) / 10, 9);
    expect(score.largest).toMatchObject({ step: 10, drawn: 1, came: 2 ** -10 });
    expect(score.largest.distance).toBeCloseTo(1024, 6);
    expect(score.nearUntil).toBe(1);
    // Step 0 with half a width, step 1 with a whole one.
    expect(score.near).toBeCloseTo(0.15, 12);
    expect(score.whole).toBe(true);
  });

  test('what came below the axis, zero too, counts as its foot, and is said to lie beyond', () => {
    const score = scoreDrawing(line(0, 1, 10, 1), (step) => (step < 4 ? 1 : 0), log)!;
    expect(score.largest).toMatchObject({ step: 4, drawn: 1, came: 0, beyond: true });
    expect(score.largest.distance).toBeCloseTo(1024, 6);
  });

  test('shapes are told of what is in sight alone', () => {
    const gone = (step: number): number => (step < 4 ? halving(step) : 0);
    const score = scoreDrawing(line(0, 1, 10, 1), gone, log)!;
    expect(score.shapes!.came.kind).toBe('straight');
  });
});

describe('on a linear axis', () => {
  test('distances are differences', () => {
    // From 10 to 0, where 10, 9, … came but for a dent of 4 at step 5.
    const dented = (step: number): number => (step === 5 ? 1 : 10 - step);
    const score = scoreDrawing(line(0, 10, 10, 0), dented, linear)!;
    expect(score.tolerance).toBe(1);
    expect(score.average).toBeCloseTo(0.4, 12);
    expect(score.largest).toEqual({ step: 5, drawn: 5, came: 1, distance: 4, beyond: false });
    expect(score.nearUntil).toBe(4);
    expect(score.near).toBeCloseTo(0.9, 12);
  });

  test('a curve that is steep first, or last, says where it bends', () => {
    const early: DrawnCurve = [
      [0, 10],
      [2, 1],
      [10, 0],
    ];
    const late: DrawnCurve = [
      [0, 0],
      [7, 1],
      [10, 10],
    ];
    const straight = (step: number): number => 10 - step;
    expect(scoreDrawing(early, straight, linear)!.shapes).toMatchObject({
      drawn: { kind: 'early', bend: 2 },
      came: { kind: 'straight' },
    });
    expect(scoreDrawing(late, straight, linear)!.shapes!.drawn).toEqual({ kind: 'late', bend: 7 });
  });

  test('of what is flat, falls and is flat again no bend is told', () => {
    const both: DrawnCurve = [
      [0, 10],
      [4, 10],
      [6, 0],
      [10, 0],
    ];
    expect(scoreDrawing(both, (step) => 10 - step, linear)!.shapes).toBeNull();
  });
});

describe('what is compared', () => {
  test('are the steps where both are known', () => {
    const score = scoreDrawing(line(3, 5, 10, 5), (step) => (step < 7 ? 5 : null), linear)!;
    expect(score).toMatchObject({ from: 3, to: 6, average: 0, near: 1, whole: false });
    expect(score.largest.distance).toBe(0);
  });

  test('is nothing where nothing was drawn, or nothing came there', () => {
    expect(scoreDrawing([], halving, log)).toBeNull();
    expect(scoreDrawing(line(3, 1, 5, 1), () => null, log)).toBeNull();
    expect(scoreDrawing(line(3, 1, 5, 1), () => NaN, log)).toBeNull();
  });

  test('one point is compared by itself; its shape is not told', () => {
    const score = scoreDrawing([[4, 7]], () => 5, linear)!;
    expect(score).toMatchObject({ from: 4, to: 4, near: 0, nearUntil: null, shapes: null });
    expect(score.average).toBeCloseTo(2, 12);
  });

  test('what lies closer together on the paper counts less', () => {
    const paper: DrawingFrame = { ...linear, steps: [0, 3], place: (step) => 2 ** step };
    // Off by 1 at step 0, which is ½ of 7 wide.
    const score = scoreDrawing(line(0, 5, 3, 5), (step) => (step === 0 ? 4 : 5), paper)!;
    expect(score.average).toBeCloseTo(0.5 / 7, 12);
  });
});
