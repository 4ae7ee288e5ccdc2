/** Laws that every page of what one needs first keeps: words in both languages, numbers that are computed, a goal that can be reached. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { bareDigits } from '../../build/lessons/bare-digits.ts';
import type { Text } from '../../core/text.ts';
import { termIds } from '../../renderer/src/glossary/index.ts';
import { lessons } from '../../renderer/src/lessons/index.ts';
import { notePieces } from '../../renderer/src/lib/note-pieces.ts';
import { filled, filledTex, namesIn } from '../../renderer/src/prerequisites/fill.ts';
import {
  prerequisiteIds,
  prerequisiteOf,
  prerequisiteOfTerm,
  prerequisitesOfLesson,
} from '../../renderer/src/prerequisites/index.ts';
import {
  movedByKey,
  snapped,
  startOf,
  type Position,
  type Prerequisite,
} from '../../renderer/src/prerequisites/prerequisite.ts';

const numbers: readonly number[] = Object.values(lessons).map(({ number }) => number);

/** Every position of an axis; of a plane, every one on its grid. */
function positionsOf({ axes }: Prerequisite): readonly Position[] {
  const along = axes.map(({ min, max, step }, i) =>
    Array.from(
      { length: Math.round((max - min) / step) + 1 },
      (_, k) =>
        snapped(
          axes,
          axes.map((axis, j) => (i === j ? min + k * step : axis.start)),
        )[i]!,
    ),
  );
  const [first, second] = along;
  if (!second) return first!.map((at) => [at]);
  return first!.flatMap((x) => second.map((y) => [x, y]));
}

/** TeX as the page sets it: only the app's own colours are allowed. */
function set(tex: string): void {
  katex.renderToString(tex, {
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }) => command === '\\htmlClass',
  });
}

test('the lessons that begin with derivatives, gradients, Taylor, eigenvalues and noise say so', () => {
  expect(prerequisitesOfLesson(1)).toContain('derivative');
  expect(prerequisitesOfLesson(4)).toEqual(['gradient', 'eigenvalues']);
  expect(prerequisitesOfLesson(2)).toEqual(['taylor']);
  expect(prerequisitesOfLesson(5)).toEqual(['variance']);
  expect(prerequisitesOfLesson(10)).toEqual(['derivative', 'chainRule']);
  for (const number of numbers) expect(prerequisitesOfLesson(number).length).toBeLessThan(4);
});

test('a term leads to the page that it is of, and others to none', () => {
  expect(prerequisiteOfTerm('gradient')).toBe('gradient');
  expect(prerequisiteOfTerm('noiseFloor')).toBeNull();
});

test('no term is of two pages', () => {
  const own = prerequisiteIds.flatMap((id) => prerequisiteOf(id).own);
  expect(new Set(own).size).toBe(own.length);
});

/** The folder of a page, and its test, are called like it. */
const kebab = (id: string): string =>
  id.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

describe.each(prerequisiteIds)('%s', (id) => {
  const one = prerequisiteOf(id);
  const sentences = [one.question, one.says, one.goal, one.reached, one.used];
  const words: readonly Text[] = [
    ...sentences,
    one.name,
    one.handle,
    one.spoken,
    ...one.rows.map(({ label }) => label),
    ...Object.values(one.labels),
  ];
  const start = one.read(startOf(one));

  test('has a test of its mathematics', () => {
    const twin = new URL(`../renderer/prerequisites/${kebab(id)}.test.ts`, import.meta.url);
    expect(existsSync(fileURLToPath(twin)), fileURLToPath(twin)).toBe(true);
  });

  test('has all its words in both languages, in the voice of the app', () => {
    for (const { zh, en } of words) {
      expect(zh.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(en).not.toMatch(/\p{sc=Han}/u);
      expect(`${zh}${en}`).not.toMatch(/[!！]|please|请/i);
      const plain = notePieces(zh).flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
      expect(plain.join(' ')).not.toMatch(/\p{sc=Han}[,;:?.]|[,;:?]\p{sc=Han}/u);
    }
    for (const { zh, en } of sentences) {
      expect(zh).toMatch(/\p{sc=Han}.*[。？]$/u);
      expect(en).toMatch(/^[\p{Lu}$].*[.?]$/u);
    }
  });

  test('says the same numbers in both languages, all of them of the figure, none typed', () => {
    for (const { zh, en } of words) {
      expect(bareDigits(zh)).toEqual([]);
      expect(bareDigits(en)).toEqual([]);
      expect(namesIn(zh).toSorted()).toEqual(namesIn(en).toSorted());
      expect(() => filled(zh, start.numbers)).not.toThrow();
    }
    for (const { number } of one.rows) expect(Object.keys(start.numbers)).toContain(number);
  });

  test('its formulas can be set wherever the handle stands', () => {
    for (const { symbol } of one.rows) set(symbol);
    for (const { kind, text } of words.flatMap(({ zh, en }) => notePieces(zh + en))) {
      if (kind !== 'text') set(text);
    }
    const positions = positionsOf(one);
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const position = positions[Math.round(share * (positions.length - 1))]!;
      set(filledTex(one.formula, one.read(position).numbers));
    }
  });

  test('begins on its grid, away from its goal, which the keys can reach', () => {
    expect(snapped(one.axes, startOf(one))).toEqual(startOf(one));
    expect(start.met).toBe(false);
    const positions = positionsOf(one);
    const met = positions.filter((position) => one.read(position).met);
    expect(met.length).toBeGreaterThan(0);
    // It has to be looked for.
    expect(met.length / positions.length).toBeLessThan(0.35);
    for (const { large, step } of one.axes) {
      expect(large / step).toBeCloseTo(Math.round(large / step), 9);
    }
  });

  test('every number is one wherever the handle stands', () => {
    for (const position of positionsOf(one)) {
      const { numbers: read } = one.read(position);
      expect(Object.entries(read).filter(([, value]) => Number.isNaN(value))).toEqual([]);
    }
  });

  test('its card shows what is within the picture', () => {
    const { x, y, lines, point } = one.tiny(startOf(one));
    expect(lines.length).toBeGreaterThan(1);
    const inside = ([px, py]: readonly [number, number]): boolean =>
      px >= x[0] && px <= x[1] && py >= y[0] && py <= y[1];
    if (point) expect(inside(point)).toBe(true);
    for (const { points } of lines) expect(points.some(inside)).toBe(true);
  });

  test('leads to lessons and terms that are there', () => {
    expect(one.lessons.length).toBeGreaterThan(0);
    for (const number of one.lessons) expect(numbers).toContain(number);
    for (const term of [...one.own, ...one.terms]) expect(termIds).toContain(term);
    expect(one.own.length).toBeGreaterThan(0);
    for (const term of one.own) expect(one.terms).not.toContain(term);
  });
});

describe('keys', () => {
  const line = [{ min: -1, max: 1, start: 0, step: 0.1, large: 0.5 }];
  const plane = [...line, ...line];

  test.each([
    ['ArrowRight', false, [0.1]],
    ['ArrowDown', false, [-0.1]],
    ['ArrowUp', true, [0.5]],
    ['PageDown', false, [-0.5]],
    ['Home', false, [-1]],
    ['End', false, [1]],
  ])('%s moves along a line', (key, far, expected) => {
    expect(movedByKey(line, [0], key, far)).toEqual(expected);
  });

  test.each([
    ['ArrowRight', [0.1, 0]],
    ['ArrowUp', [0, 0.1]],
    ['PageUp', [0, 0.5]],
  ])('%s moves in a plane', (key, expected) => {
    expect(movedByKey(plane, [0, 0], key, false)).toEqual(expected);
  });

  test('others do nothing, and none leads beyond the ends', () => {
    expect(movedByKey(line, [0], 'a', false)).toBeNull();
    expect(movedByKey(line, [0.9], 'ArrowRight', true)).toEqual([1]);
  });
});
