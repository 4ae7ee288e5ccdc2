import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  notBegun,
  type KeptLearning,
  type LessonProgress,
} from '../../../electron/ipc/lesson-progress.ts';
import type { Lab } from '../../../renderer/src/api.ts';
import { LessonsProgress } from '../../../renderer/src/state/lesson-progress.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Main, as far as lessons go: answers at once, unless it fails. */
class Main {
  readonly kept: (readonly [lesson: number, progress: LessonProgress])[] = [];
  readonly reset: number[] = [];
  readonly judged: unknown[] = [];
  readonly failures: unknown[] = [];
  readonly learning: KeptLearning;
  failing = false;

  constructor(learning: KeptLearning = { lessons: [], judged: {} }) {
    this.learning = learning;
  }

  progress(): LessonsProgress {
    const answers: Record<string, (...args: never[]) => unknown> = {
      'lessons:progress': () => this.learning,
      'lessons:keep': (...kept: [number, LessonProgress]) => void this.kept.push(kept),
      'lessons:reset': (lesson: number) => void this.reset.push(lesson),
      'lessons:judge': (...judged: unknown[]) => void this.judged.push(judged),
    };
    const request = (channel: string, ...args: never[]): Promise<unknown> =>
      this.failing
        ? Promise.reject(new Error('full'))
        : Promise.resolve(answers[channel]!(...args));
    const lab = { request, on: () => () => undefined } as unknown as Lab;
    return new LessonsProgress(lab, (error) => void this.failures.push(error));
  }
}

it('what was kept is there, and what is done meanwhile is newer', async () => {
  const done = { ...notBegun, section: 'check', ran: true, checked: 'x', conclusion: 'y' } as const;
  const lessons = [
    { lesson: 3, at: 2, progress: done },
    { lesson: 2, at: 1, progress: { ...notBegun, section: 'run' } as const },
  ];
  const progress = new Main({ lessons, judged: { a: 'true' } }).progress();
  const reading = progress.read();
  progress.change(2, { section: 'seen' });
  await reading;
  await progress.read();
  expect(progress.lessons.map(({ lesson }) => [lesson, progress.of(lesson).section])).toEqual([
    [2, 'seen'],
    [3, 'check'],
  ]);
  const states = [1, 2, 3].map((lesson) => progress.stateOf(lesson));
  expect(states).toEqual(['untouched', 'begun', 'done']);
  expect(progress.judged).toEqual({ a: 'true' });
});

it('a change made before what was kept could be read leaves the rest of its lesson as it was', async () => {
  const kept = { ...notBegun, section: 'check', ran: true, conclusion: 'y' } as const;
  const main = new Main({ lessons: [{ lesson: 2, at: 1, progress: kept }], judged: {} });
  const progress = main.progress();
  main.failing = true;
  await expect(progress.read()).rejects.toThrow('full');
  progress.change(2, { section: 'challenge' });
  await progress.flush();
  expect(main.kept).toEqual([]);
  main.failing = false;
  await progress.flush();
  expect(main.kept).toEqual([[2, { ...kept, section: 'challenge' }]]);
  expect(progress.of(2)).toEqual({ ...kept, section: 'challenge' });
});

it('many changes are kept in one go, whole, a moment later', async () => {
  const main = new Main();
  const progress = main.progress();
  progress.change(7, { predicted: 'frozen' });
  progress.change(7, { section: 'run', ran: true });
  expect(main.kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  const whole = { ...notBegun, section: 'run', predicted: 'frozen', ran: true };
  expect(main.kept).toEqual([[7, whole]]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(main.kept).toHaveLength(1);
});

it('is kept at once where it is asked for, the newest last', async () => {
  const main = new Main();
  const progress = main.progress();
  progress.change(1, { section: 'predict' });
  progress.change(2, { section: 'predict' });
  progress.change(1, { section: 'run' });
  await progress.flush();
  expect(main.kept.map(([lesson]) => lesson)).toEqual([2, 1]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(main.kept).toHaveLength(2);
});

it('what could not be kept is told, and kept with the next change', async () => {
  const main = new Main();
  const progress = main.progress();
  main.failing = true;
  progress.change(1, { section: 'predict' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(main.failures).toHaveLength(1);
  expect(progress.of(1).section).toBe('predict');
  main.failing = false;
  progress.change(2, { section: 'run' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(main.kept.map(([lesson]) => lesson)).toEqual([1, 2]);
});

it('a lesson that is reset is untouched, and can be taken back', async () => {
  const main = new Main();
  const progress = main.progress();
  expect(await progress.reset(5)).toBeNull();
  progress.change(5, { section: 'formula', conclusion: 'so' });
  const undo = await progress.reset(5);
  await vi.advanceTimersByTimeAsync(1000);
  expect(main.reset).toEqual([5]);
  expect(main.kept).toEqual([]);
  expect(progress.stateOf(5)).toBe('untouched');
  undo!();
  await progress.flush();
  const before = { ...notBegun, section: 'formula', conclusion: 'so' };
  expect(progress.of(5)).toEqual(before);
  expect(main.kept).toEqual([[5, before]]);
});

it('a statement is judged, judged again, and not any more', async () => {
  const main = new Main();
  const progress = main.progress();
  await progress.judge('a', 'true');
  await progress.judge('a', 'false');
  expect(progress.judged).toEqual({ a: 'false' });
  await progress.judge('a', null);
  expect(progress.judged).toEqual({});
  expect(main.judged).toEqual([
    ['a', 'true'],
    ['a', 'false'],
    ['a', null],
  ]);
});
