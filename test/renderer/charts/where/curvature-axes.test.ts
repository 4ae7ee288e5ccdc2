import { expect, test } from 'vitest';
import { objectives } from '../../../../core/objectives/index.ts';
import { curvatureAxes } from '../../../../renderer/src/charts/where/curvature-axes.ts';

test('the axes of a turned bowl are its eigen-directions, as long as those of its level ellipses', () => {
  const bowl = objectives.quadratic.create({ eigenvalues: [9, 1], angle: 30, seed: 0 });
  const [steep, flat] = curvatureAxes(bowl, Float64Array.of(0.3, -0.7));
  expect(steep!.value).toBeCloseTo(9, 12);
  expect(flat!.value).toBeCloseTo(1, 12);
  const length = ({ half }: { half: { x: number; y: number } }): number =>
    Math.hypot(half.x, half.y);
  expect(length(flat!) / length(steep!)).toBeCloseTo(3, 12);
  // θ₂ points up on the map and y down: the steep axis rises by 30 degrees.
  expect(Math.abs(Math.atan(-steep!.half.y / steep!.half.x))).toBeCloseTo(Math.PI / 6, 12);
  expect(steep!.half.x * flat!.half.x + steep!.half.y * flat!.half.y).toBeCloseTo(0, 9);
});

test('a saddle bends down along one of them', () => {
  const saddle = objectives.saddle.create({});
  const [up, down] = curvatureAxes(saddle, Float64Array.of(0, 0));
  expect(up!.value).toBeGreaterThan(0);
  expect(down!.value).toBeLessThan(0);
});

test('where the curvature is not finite there are none', () => {
  const wild = objectives.formula.create({ formula: 'log(x) + y^2' });
  expect(curvatureAxes(wild, Float64Array.of(0, 0))).toEqual([]);
});
