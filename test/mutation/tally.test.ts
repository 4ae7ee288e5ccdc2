import { expect, test } from 'vitest';
import { add, describe, noticedShare, nothing, tallyOf } from './tally.ts';

const report = {
  files: {
    'a.ts': {
      mutants: [
        { status: 'Killed', testsCompleted: 3 },
        { status: 'Timeout' },
        { status: 'Ignored' },
        { status: 'Survived', testsCompleted: 9 },
      ],
    },
    'b.ts': {
      mutants: [
        { status: 'NoCoverage' },
        { status: 'RuntimeError' },
        { status: 'Killed', testsCompleted: 1 },
        { status: 'Survived', testsCompleted: 0 },
      ],
    },
  },
};

test('counts the faults that were made, by what became of them', () => {
  const tally = tallyOf(report);
  expect(tally).toEqual({ killed: 2, timedOut: 1, survived: 3, untested: 1 });
  expect(noticedShare(tally)).toBe(0.5);
  expect(describe(tally)).toBe(
    '2 killed, 1 timed out, 3 survived (1 of them without a test run), of 6: 50.0 %',
  );
});

test('adds files up, and finds nothing wrong where there was no fault to make', () => {
  const one = { killed: 3, timedOut: 0, survived: 1, untested: 0 };
  expect(add(one, add(one, nothing))).toEqual({ killed: 6, timedOut: 0, survived: 2, untested: 0 });
  expect(noticedShare(nothing)).toBe(1);
  expect(describe(nothing)).toBe('no fault to make');
});
