import { expect, test } from 'vitest';
import { inSteps, unitTicks } from '../../../renderer/src/charts/x-unit.ts';

const axis = { scale: 'linear', domain: [0, 1800], range: [0, 800] } as const;

test('in steps the ticks are whole steps', () => {
  expect(unitTicks(axis, inSteps, 4).map(({ value }) => value)).toEqual([0, 600, 1200, 1800]);
});

test('in another unit the words are round and stand at the steps they mean', () => {
  const epochs = { perStep: 1 / 45, words: String };
  const ticks = unitTicks(axis, epochs, 6);
  expect(ticks.map(({ label }) => label)).toEqual(['0', '10', '20', '30', '40']);
  ticks.forEach(({ value }, i) => expect(value).toBeCloseTo(450 * i, 9));
});
