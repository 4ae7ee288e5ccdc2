import { beforeEach, expect, test } from 'vitest';
import { StageCursor } from '../../../renderer/src/state/stage-cursor.svelte.ts';

let newest: number | null;
let cursor: StageCursor;
beforeEach(() => {
  newest = null;
  cursor = new StageCursor({ newest: () => newest, end: () => 10 });
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
