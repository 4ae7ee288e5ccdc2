import { expect, test } from 'vitest';
import { Playback } from '../../../renderer/src/state/playback.svelte.ts';

/** Frames by hand. */
function stage(): { playback: Playback; frame: (now: number) => void; shown: number[] } {
  const waiting = new Set<(now: number) => void>();
  const playback = new Playback((callback) => {
    waiting.add(callback);
    return () => waiting.delete(callback);
  });
  const shown: number[] = [];
  const frame = (now: number): void => {
    const due = [...waiting];
    waiting.clear();
    for (const callback of due) callback(now);
  };
  return { playback, frame, shown };
}

test('moves by the pace, whatever the distance of the frames, and ends at the end', () => {
  const { playback, frame, shown } = stage();
  playback.play(
    5,
    40,
    () => 100,
    (step) => shown.push(step),
  );
  for (const now of [1000, 1016, 1100, 1300, 1400, 1500]) frame(now);
  expect(shown).toEqual([5, 6, 15, 35, 40]);
  expect(playback.playing).toBe(false);
});

test('a slow pace passes no step over and shows some for many frames', () => {
  const { playback, frame, shown } = stage();
  playback.play(
    0,
    2,
    () => 10,
    (step) => shown.push(step),
  );
  for (let now = 0; now <= 200; now += 50) frame(now);
  expect(shown).toEqual([0, 0, 1, 1, 2]);
});

test('can be held, and begins anew without the old one going on', () => {
  const { playback, frame, shown } = stage();
  playback.play(
    0,
    100,
    () => 1000,
    (step) => shown.push(step),
  );
  frame(0);
  playback.stop();
  frame(50);
  expect(shown).toEqual([0]);
  expect(playback.playing).toBe(false);
  playback.play(
    0,
    100,
    () => 1000,
    (step) => shown.push(step),
  );
  playback.play(
    50,
    100,
    () => 1000,
    (step) => shown.push(step),
  );
  frame(100);
  expect(shown).toEqual([0, 50]);
});
