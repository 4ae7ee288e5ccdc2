import { expect, test } from 'vitest';
import {
  directions,
  eigenvalues,
  matrix,
  timesMatrix,
  unitVector,
} from '../../../renderer/src/prerequisites/eigenvalues/eigenvalues.ts';

const read = (degrees: number) => eigenvalues.read([degrees]).numbers;

test('the matrix has curvature 2 across and 0.5 along thirty degrees', () => {
  // ½ uuᵀ + 2 wwᵀ, with cos² 30° = ¾, sin² 30° = ¼, sin 30° cos 30° = √3/4.
  const mixed = ((0.5 - 2) * Math.sqrt(3)) / 4;
  const expected = [0.5 * 0.75 + 2 * 0.25, mixed, mixed, 0.5 * 0.25 + 2 * 0.75];
  expected.forEach((entry, k) => expect(matrix[k]).toBeCloseTo(entry, 12));
  expect(read(0)).toMatchObject({ a: matrix[0], b: matrix[1], d: matrix[3] });
});

test('along its directions it stretches by the eigenvalues and does not turn', () => {
  for (const [degrees, value] of [
    [30, 0.5],
    [120, 2],
    [210, 0.5],
    [300, 2],
  ] as const) {
    const { length, turned, along } = read(degrees);
    expect(length).toBeCloseTo(value, 12);
    expect(along).toBeCloseTo(value, 12);
    expect(turned).toBeLessThan(1e-6);
    expect(eigenvalues.read([degrees]).met).toBe(true);
  }
  expect(read(0).steep).toBeCloseTo(2, 12);
  expect(read(0).flat).toBeCloseTo(0.5, 12);
  expect(read(0).condition).toBeCloseTo(4, 12);
});

test('between them it turns, most of all far from both', () => {
  expect(eigenvalues.read([75]).met).toBe(false);
  // Half-way the two shares are equal: tan of the turn is (2 − 0.5)/(2 + 0.5).
  expect(read(75).turned).toBeCloseTo((Math.atan(0.6) * 180) / Math.PI, 9);
  expect(eigenvalues.read([32]).met).toBe(false);
});

test('the directions are a right angle apart, the steep one first', () => {
  const [[a, b], [c, d]] = directions as [readonly [number, number], readonly [number, number]];
  expect(a * c + b * d).toBeCloseTo(0, 12);
  const [x, y] = timesMatrix([a, b]);
  expect(Math.hypot(x, y)).toBeCloseTo(2, 12);
});

test('angles are counted from θ₁ towards θ₂', () => {
  const [x, y] = unitVector(90);
  expect(x).toBeCloseTo(0, 12);
  expect(y).toBeCloseTo(1, 12);
});
