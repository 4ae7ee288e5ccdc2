import { expect, it } from 'vitest';
import { Comparison } from './comparison.ts';
import { judgeCase, usingAll, type CaseResult } from './case-result.ts';
import { report } from './report.ts';

const right: CaseResult = { id: 'a/right', status: 'compared', fraction: 0.25, where: '' };
const outside: CaseResult = { id: 'a/wrong', status: 'compared', fraction: 3, where: 'x: 1, 2' };
const failed: CaseResult = { id: 'a/odd', status: 'failed', reason: 'no optimizer is called z' };
const skipped: CaseResult = { id: 'a/extra', status: 'skipped', reason: 'optional' };
const said = (...cases: CaseResult[]) => {
  const { lines, passed } = report([{ name: 'family', cases }]);
  return { text: lines.join('\n'), passed };
};

it('passes what is inside, with the number of cases and the worst error', () => {
  const { text, passed } = said(right, { ...right, fraction: 0.5 }, skipped);
  expect(passed).toBe(true);
  expect(text).toMatch(/^family +2 cases \/ worst 0\.50 of the tolerance$/m);
  expect(text).toContain('skipped: a/extra (optional)');
});

it('names what is outside and where', () => {
  const { text, passed } = said(right, outside);
  expect(passed).toBe(false);
  expect(text).toContain('outside: a/wrong, 3.0 of the tolerance; x: 1, 2');
});

it('names what could not be run', () => {
  const { text, passed } = said(right, failed);
  expect(passed).toBe(false);
  expect(text).toContain('could not be run: a/odd: no optimizer is called z');
});

it('does not pass where nothing was compared', () => {
  expect(said(skipped).passed).toBe(false);
  expect(said().passed).toBe(false);
});

it('an error that is no number is outside', () => {
  expect(said({ ...right, fraction: NaN }).passed).toBe(false);
});

it('a case that throws, or compares nothing, has failed', () => {
  const thrown = judgeCase('id', () => {
    throw new RangeError('no such thing');
  });
  expect(thrown).toEqual({ id: 'id', status: 'failed', reason: 'no such thing' });
  expect(judgeCase('id', () => new Comparison()).status).toBe('failed');
});

it('a parameter that nothing reads is an error', () => {
  expect(usingAll({ a: 1, b: 2 }, ({ a, b }) => [a, b])).toEqual([1, 2]);
  expect(usingAll({ a: 1, b: 2 }, (all) => ({ ...all }))).toEqual({ a: 1, b: 2 });
  expect(() => usingAll({ a: 1, b: 2 }, ({ a }) => a)).toThrow('unknown parameters: b');
});
