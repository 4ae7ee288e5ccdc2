import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  contents,
  entryOf,
  groundsOf,
  paths,
} from '../../../renderer/src/lessons/contents.ts';
import { lessons } from '../../../renderer/src/lessons/index.ts';
import type { Lesson } from '../../../renderer/src/lessons/lesson.ts';
import { titleOf } from '../../../renderer/src/lessons/titles.ts';

const numbers = contents.map(({ number }) => number);

test('every lesson of the map is written', () => {
  const written = Object.values<Lesson>(lessons).map((lesson) => lesson.number);
  expect(written.toSorted((a, b) => a - b)).toEqual(numbers.toSorted((a, b) => a - b));
});

test('the sixteen lessons stand once each, in the order in which the map is read', () => {
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  const spots = contents.map(({ path, column }) => paths.indexOf(path) * COLUMNS + column);
  expect(spots).toEqual([...new Set(spots)].toSorted((a, b) => a - b));
  for (const { column } of contents) expect(column).toBeLessThan(COLUMNS);
});

test('every lesson but the first builds on others, and never on itself, by whatever way', () => {
  for (const { number, needs } of contents) {
    expect(groundsOf(number), `lesson ${number}`).not.toContain(number);
    expect(groundsOf(number)).toEqual(number === 1 ? new Set() : expect.any(Set));
    expect(needs.length > 0, `lesson ${number}`).toBe(number !== 1);
    expect(groundsOf(number).has(1)).toBe(number !== 1);
    for (const need of needs) expect(numbers).toContain(need);
  }
});

test('what a lesson rests on is gathered to the first one', () => {
  expect(groundsOf(7)).toEqual(new Set([6, 5, 2, 1]));
  expect(groundsOf(16)).toEqual(new Set([8, 6, 5, 2, 1, 13, 12, 11, 4]));
});

test('there is no seventeenth', () => {
  expect(() => entryOf(17)).toThrow(RangeError);
  expect(() => titleOf(17)).toThrow(RangeError);
});

describe.each(numbers)('lesson %i', (number) => {
  test('has a title and a teaser in both languages', () => {
    for (const { zh, en } of [titleOf(number), entryOf(number).teaser]) {
      expect(zh).toMatch(/\p{sc=Han}/u);
      expect(en).toMatch(/^[A-Z]/);
    }
  });
});

test('a written title is the one of the text', () => {
  expect(titleOf(7)).toEqual({ zh: '公式里的陷阱', en: 'The trap in the formula' });
});
