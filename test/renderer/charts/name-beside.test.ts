import { describe, expect, test } from 'vitest';
import { leaderTo, roomBeside } from '../../../renderer/src/charts/name-beside.ts';
import { Taken } from '../../../renderer/src/charts/name-room.ts';

const bounds = { left: 16, right: 396, top: 0, bottom: 100 };
const size = { width: 60, height: 16 };
const spot = { x: 100, y: 50 };
const empty = (): Taken => new Taken({ left: 0, top: 0, width: 400, height: 100 });

describe('roomBeside', () => {
  test('is to the right of the spot, with no line to it', () => {
    const box = roomBeside(empty(), spot, size, bounds, false)!;
    expect(box).toEqual({ left: 111, top: 42, ...size });
    expect(leaderTo(box, spot)).toBeNull();
  });

  test('keeps off lines as long as there is another place, close by or further away', () => {
    const taken = empty();
    for (const height of [30, 44, 56, 70]) {
      taken.moveTo(0, height);
      taken.lineTo(200, height);
    }
    const box = roomBeside(taken, spot, size, bounds, false)!;
    expect(taken.isFree(box)).toBe(true);
    const [from, to] = leaderTo(box, spot)!;
    expect(Math.hypot(to.x - spot.x, to.y - spot.y)).toBeGreaterThan(19);
    // It begins at the spot, clear of its mark, and ends at the edge of the name.
    expect(Math.hypot(from.x - spot.x, from.y - spot.y)).toBeCloseTo(9);
  });

  test('names that end at one spot all have a place, none on another', () => {
    const taken = empty();
    const boxes = Array.from({ length: 5 }, () => {
      const box = roomBeside(taken, spot, size, bounds, false)!;
      taken.takeWords(box);
      return box;
    });
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.left + a.width <= b.left ||
          b.left + b.width <= a.left ||
          a.top + a.height <= b.top ||
          b.top + b.height <= a.top;
        expect(apart).toBe(true);
      }
    }
  });

  test('is led to past all words', () => {
    const taken = empty();
    // Close by there are lines, above and to the right there are words.
    for (const height of [30, 44, 56, 70]) {
      taken.moveTo(0, height);
      taken.lineTo(200, height);
    }
    taken.takeWords({ left: 90, top: 20, width: 120, height: 16 });
    taken.takeWords({ left: 130, top: 40, width: 80, height: 20 });
    const box = roomBeside(taken, spot, size, bounds, false)!;
    expect(box.top).toBeGreaterThan(60);
  });

  test('lies on lines only where it is told to, and on words never', () => {
    const taken = empty();
    for (let height = 0; height < 100; height += 8) {
      taken.moveTo(0, height);
      taken.lineTo(400, height);
    }
    expect(roomBeside(taken, spot, size, bounds, false)).toBeNull();
    expect(roomBeside(taken, spot, size, bounds, true)).not.toBeNull();
    taken.takeWords({ left: 0, top: 0, width: 400, height: 100 });
    expect(roomBeside(taken, spot, size, bounds, true)).toBeNull();
  });
});
