import { beforeEach, expect, test } from 'vitest';
import { StageCursor } from '../../../renderer/src/state/stage-cursor.svelte.ts';

let newest: number | null;
let last: number;
let cursor: StageCursor;
beforeEach(() => {
  newest = null;
  last = 10;
  cursor = new StageCursor({ newest: () => newest, end: () => 10, last: () => last });
});

test('is where the pointer is, else where it was put, else at the newest step', () => {
  expect([cursor.step, cursor.following]).toEqual([null, true]);
  newest = 7;
  expect(cursor.step).toBe(7);
  cursor.goTo(3);
  expect([cursor.step, cursor.pinned, cursor.following]).toEqual([3, 3, false]);
  cursor.point(5);
  expect(cursor.step).toBe(5);
  cursor.point(null);
  expect(cursor.step).toBe(3);
  cursor.follow();
  expect([cursor.step, cursor.pinned]).toEqual([7, null]);
});

test('is put on no step that there is not, and leaves the pointer', () => {
  cursor.point(5);
  cursor.goTo(11);
  expect(cursor.step).toBe(10);
  cursor.goTo(-1);
  expect(cursor.step).toBe(0);
});

test('is never beyond the last step, and where it was put again once that is further on', () => {
  cursor.goTo(8);
  last = 5;
  expect(cursor.step).toBe(5);
  cursor.point(6);
  expect(cursor.step).toBe(5);
  cursor.point(null);
  last = 10;
  expect(cursor.step).toBe(8);
});
