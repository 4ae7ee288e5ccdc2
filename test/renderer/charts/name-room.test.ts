import { describe, expect, test } from 'vitest';
import { roomAlong, Taken, type Box } from '../../../renderer/src/charts/name-room.ts';
import { fc } from '../../support/seed.ts';

const bounds: Box = { left: 0, top: 0, width: 400, height: 200 };
const size = { width: 80, height: 14 };
const flat = (height: number) => (): number => height;

describe('roomAlong', () => {
  test('writes close above the line, at the right', () => {
    const box = roomAlong(new Taken(bounds), [0, 400], flat(100), size)!;
    expect(box.top + box.height).toBeLessThan(100);
    expect(box.left + box.width).toBeGreaterThan(380);
  });

  test('goes below where the line runs along the upper edge', () => {
    expect(roomAlong(new Taken(bounds), [0, 400], flat(6), size)!.top).toBeGreaterThan(6);
  });

  test('goes below where it belongs below, and above where there it has no room', () => {
    const below = (height: number): number =>
      roomAlong(new Taken(bounds), [0, 400], flat(height), size, null, 'below')!.top;
    expect(below(100)).toBeGreaterThan(100);
    expect(below(bounds.height - 6)).toBeLessThan(bounds.height - 6);
  });

  test('goes left of what is drawn', () => {
    const taken = new Taken(bounds);
    taken.moveTo(200, 0);
    taken.lineTo(400, 200);
    taken.moveTo(200, 200);
    taken.lineTo(400, 0);
    const box = roomAlong(taken, [0, 400], flat(100), size)!;
    expect(taken.isFree(box)).toBe(true);
    expect(box.left).toBeLessThan(320);
  });

  test('finds nothing on a steep line, none in sight, or a full pane', () => {
    const full = new Taken(bounds);
    full.take(bounds);
    expect(roomAlong(full, [0, 400], flat(100), size)).toBeNull();
    expect(roomAlong(new Taken(bounds), [0, 400], (x) => x * 3, size)).toBeNull();
    expect(roomAlong(new Taken(bounds), [0, 400], () => null, size)).toBeNull();
  });

  test('stays where it was while there is room', () => {
    const before = roomAlong(new Taken(bounds), [0, 200], flat(100), size)!;
    expect(roomAlong(new Taken(bounds), [0, 400], flat(100), size, before)).toEqual(before);
  });
});

test('no box that is called free is crossed by a line that was drawn', () => {
  const coordinate = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }));
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 2, maxLength: 12 }), coordinate, (path, at) => {
      const taken = new Taken(bounds);
      taken.moveTo(...path[0]!);
      for (const point of path.slice(1)) taken.lineTo(...point);
      const box = { left: at[0], top: at[1], width: 60, height: 14 };
      if (!taken.isFree(box)) return;
      for (let i = 1; i < path.length; i++) {
        for (let s = 0; s <= 200; s++) {
          const x = path[i - 1]![0] + ((path[i]![0] - path[i - 1]![0]) * s) / 200;
          const y = path[i - 1]![1] + ((path[i]![1] - path[i - 1]![1]) * s) / 200;
          const inX = x > box.left && x < box.left + box.width;
          const inY = y > box.top && y < box.top + box.height;
          expect(inX && inY).toBe(false);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('a line under a place leaves it free of words, words that reach into it do not', () => {
  const taken = new Taken(bounds);
  const place: Box = { left: 100, top: 50, width: 80, height: 16 };
  taken.moveTo(0, 58);
  taken.lineTo(400, 58);
  expect([taken.isFree(place), taken.isFreeOfWords(place)]).toEqual([false, true]);
  taken.takeWords({ ...place, left: 180 });
  taken.takeWords({ ...place, top: 66 });
  expect(taken.isFreeOfWords(place)).toBe(true);
  taken.takeWords({ left: 170, top: 60, width: 40, height: 16 });
  expect(taken.isFreeOfWords(place)).toBe(false);
});
