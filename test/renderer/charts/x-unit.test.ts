import { expect, test } from 'vitest';
import { logStepTicks } from '../../../renderer/src/charts/ticks.ts';
import { cursorPlaces, inSteps, unitTicks } from '../../../renderer/src/charts/x-unit.ts';

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

test('on an uneven axis the ticks are round values of the unit, and the cursor stands where its line does', () => {
  const cursor = { at: (step: number) => step ** 2, nearestStep: Math.sqrt };
  const unit = { perStep: 1, words: String, uneven: { end: 1.2, cursor, spoken: String } };
  const ticks = unitTicks({ scale: 'linear', domain: [0, 1.2], range: [0, 800] }, unit, 4);
  expect(ticks.map(({ label }) => label)).toEqual(['0.0', '0.5', '1.0']);
  expect(ticks.map(({ value }) => value)).toEqual([0, 0.5, 1]);
  expect([cursorPlaces(unit).at(3), cursorPlaces(inSteps).at(3)]).toEqual([9, 3]);
  expect([cursorPlaces(unit).nearestStep(16), cursorPlaces(inSteps).nearestStep(2.6)]).toEqual([
    4, 3,
  ]);
});

test('a logarithmic axis of steps has words at 0 and at powers of ten, at their triples where there is room', () => {
  const said = (lastStep: number, most: number): readonly (string | null)[] =>
    logStepTicks(lastStep, most).flatMap(({ label }) => label ?? []);
  expect(said(2000, 7)).toEqual(['0', '1', '10', '100', '1\u202f000']);
  expect(said(50, 7)).toEqual(['0', '1', '3', '10', '30']);
  expect(said(1_000_000, 5)).toEqual(['0', '1', '100', '10\u202f000', '1\u202f000\u202f000']);
  expect(said(1, 7)).toEqual(['0', '1']);
  const [zero, one, two] = logStepTicks(50, 7);
  expect([zero!.value, one!.value, two!.value]).toEqual([0, Math.log(2), Math.log(3)]);
  expect([one!.kind, two!.kind, two!.label]).toEqual(['hairline', 'mark', null]);
});
