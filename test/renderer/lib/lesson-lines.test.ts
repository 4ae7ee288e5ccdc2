import { describe, expect, test } from 'vitest';
import { contents, paths } from '../../../renderer/src/lessons/contents.ts';
import { lessonLines, type NodeBox } from '../../../renderer/src/lib/lesson-lines.ts';

const WIDTH = 900;
const boxes = new Map<number, NodeBox>(
  contents.map(({ number, path, column }) => {
    const [x, y] = [100 + 160 * column, 50 + 140 * paths.indexOf(path)];
    return [number, { x, y, bottom: y + 70 }];
  }),
);
const lines = lessonLines(boxes, WIDTH);
const lineOf = (from: number, to: number): string =>
  lines.find((line) => line.from === from && line.to === to)!.d;
/** The points of a path, its curves by their ends and controls. */
const points = (d: string): readonly (readonly [number, number])[] => {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MHVCQ])([^MHVCQ]*)/g)].flatMap(([, command, given]) => {
    const at = given!.trim().split(/\s+/).map(Number);
    if (command === 'H') return [[(x = at[0]!), y] as const];
    if (command === 'V') return [[x, (y = at[0]!)] as const];
    const found = at.flatMap((_, i) => (i % 2 === 0 ? [[at[i]!, at[i + 1]!] as const] : []));
    [x, y] = found.at(-1)!;
    return found;
  });
};

test('there is a line for every need', () => {
  expect(lines).toHaveLength(contents.flatMap(({ needs }) => needs).length);
});

test('neighbours in a row are joined straight, those with others between them above', () => {
  expect(lineOf(1, 2)).toBe('M 120 50 H 240');
  const ys = points(lineOf(2, 3)).map(([, y]) => y);
  expect(Math.max(...ys)).toBe(35);
  expect(Math.min(...ys)).toBeLessThan(15);
});

test('what stands below is joined from under the words, beside what is between', () => {
  expect(lineOf(1, 9)).toBe('M 100 125 V 450');
  const [first, ...rest] = points(lineOf(13, 16));
  expect(first).toEqual([760, 190]);
  expect(Math.max(...rest.map(([x]) => x))).toBe(WIDTH - 8);
  expect(rest.at(-1)).toEqual([760, 610]);
});

describe.each(lines)('the line from $from to $to', ({ from, to, d }) => {
  test('passes through no circle and no words of another lesson', () => {
    const dense = points(d).flatMap((point, i, all) => {
      const next = all[i + 1] ?? point;
      return Array.from({ length: 50 }, (_, k) => [
        point[0] + ((next[0] - point[0]) * k) / 50,
        point[1] + ((next[1] - point[1]) * k) / 50,
      ]);
    });
    for (const [number, { x, y, bottom }] of boxes) {
      if (number === from || number === to) continue;
      const touched = dense.some(
        ([px, py]) => px! > x - 15 && px! < x + 125 && py! > y - 15 && py! < bottom,
      );
      expect(touched, `lesson ${number}`).toBe(false);
    }
  });
});

test('what is not measured yet has no line', () => {
  expect(lessonLines(new Map(), WIDTH)).toEqual([]);
});
