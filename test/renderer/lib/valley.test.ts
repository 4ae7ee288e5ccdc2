import { expect, test } from 'vitest';
import { presets } from '../../../core/experiment/presets.ts';
import { endPoints, levelLine, meanPath } from '../../../renderer/src/lib/valley.ts';

const [constant, decay] = presets.pair.runs.map(({ config }) => config);

test('the mean path begins at the start and comes down to the valley', () => {
  const path = meanPath(constant!);
  expect(path[0]).toEqual({ x: 1, y: 1 });
  expect(Math.hypot(path.at(-1)!.x, path.at(-1)!.y)).toBeLessThan(1e-3);
});

test('end points scatter as the theory says: by √(η/2) along the flat direction', () => {
  const spread = (points: readonly { x: number }[]): number =>
    Math.sqrt(points.reduce((sum, { x }) => sum + x * x, 0) / points.length);
  // v → η σ² / (λ (2 − η λ)) per direction; λ = 0.05, η = 0.1.
  const expected = Math.sqrt(0.1 / (0.05 * (2 - 0.005)));
  expect(spread(endPoints(constant!, 4000)) / expected).toBeCloseTo(1, 1);
  expect(spread(endPoints(decay!, 4000))).toBeLessThan(expected / 2);
});

test('the same points every time', () => {
  expect(endPoints(constant!, 20)).toEqual(endPoints(constant!, 20));
});

test('a level line holds the level', () => {
  const { x, y } = levelLine(constant!, 0.5);
  expect(0.5 * 0.05 * x * x).toBeCloseTo(0.5);
  expect(0.5 * y * y).toBeCloseTo(0.5);
});
