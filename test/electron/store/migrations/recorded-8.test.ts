/** A library of format 8, recorded as SQL, comes to the newest format whole, and stays one that works if that is interrupted. */
import { expect, it } from 'vitest';
import { TestLibrary } from '../../../support/library/libraries.ts';
import { recordedLibrary, testThatItComesUp } from '../../../support/library/recorded.ts';

testThatItComesUp(8, { tables: 16, runs: 14 });

it('is read as it was, with how far somebody had come in the lessons', () => {
  const { store } = new TestLibrary(recordedLibrary(8));
  const { lessons, judged } = store.readLearning();
  expect(lessons.map(({ lesson, progress }) => [lesson, progress.section])).toEqual([
    [7, 'challenge'],
    [1, 'conclusion'],
  ]);
  expect(lessons[0]).toEqual({
    lesson: 7,
    at: 1_764_240_000_000,
    progress: {
      section: 'challenge',
      predicted: 'frozen',
      drawn: [
        [0, 1.5],
        [40, 1e-300],
      ],
      ran: true,
      checked: 'b',
      tries: [
        { label: 'k 0.1', measured: 'never', met: false },
        { label: 'k 0.02', measured: 0.00123, met: true },
      ],
      met: true,
      conclusion: '',
    },
  });
  expect(lessons[1]!.progress).toMatchObject({ conclusion: '梯度变小，步子就变短' });
  expect(judged).toEqual({ 'always-decay': 'true', 'larger-is-faster': 'false' });
});
