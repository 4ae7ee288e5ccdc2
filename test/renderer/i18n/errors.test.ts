import { beforeEach, expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { errorSentence, typedNumberFault } from '../../../renderer/src/i18n/errors.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

test('a refused configuration names the setting, what was given and what is allowed', () => {
  let thrown: unknown;
  try {
    parseExperimentConfig({ ...bowl(), lr: -1 });
  } catch (error) {
    thrown = error;
  }
  expect(errorSentence(thrown)).toBe(
    'first rate: -1 is outside the allowed range 0 ≤ x ≤ 1000000.',
  );
});

test('the same refusal from across the boundary reads the same', () => {
  const error = new ConfigError('not-an-integer', 'seed', '1.5', '0 ≤ x, x ∈ ℤ');
  const sent = new AppError('bad-config', error.message, {
    config: error.code,
    path: error.path,
    given: error.given,
    allowed: error.allowed,
  });
  expect(errorSentence(sent)).toBe(errorSentence(error));
  setLocale('zh-CN');
  expect(errorSentence(sent)).toContain('不是整数');
});

test('a code that is not known still gives a sentence', () => {
  const sent = new AppError('bad-config', 'x', { config: 'from-the-future' });
  expect(errorSentence(sent)).toBe('The request was refused; nothing has changed.');
});

test('what a run is doing is said in words', () => {
  expect(errorSentence(new AppError('wrong-state', 'x', { state: 'running' }))).toBe(
    'Not possible while the run is running.',
  );
});

test('who asked for something while the disk is full is told to try again', () => {
  for (const [code, cause] of [
    ['file', 'ENOSPC'],
    ['store', 'SQLITE_FULL'],
  ] as const) {
    expect(errorSentence(new AppError(code, 'x', { cause }))).toBe(
      'The disk is full. Free some space, then try again.',
    );
  }
});

test('anything else is an internal error, without its message', () => {
  const sentence = errorSentence(new TypeError('x is not a function'));
  expect(sentence).not.toContain('function');
  expect(sentence).not.toBe('');
});

test('typed numbers are judged in words', () => {
  const rate = { min: 0, max: 10, minExclusive: true };
  expect(typedNumberFault('1/4', rate)).toBeNull();
  expect(typedNumberFault('0', rate)).toBe('Above 0, at most 10.');
  expect(typedNumberFault('11', { min: 0, max: 10 })).toBe('Between 0 and 10.');
  expect(typedNumberFault('1.5', { min: 0, max: 10, integer: true })).toBe('Write a whole number.');
  expect(typedNumberFault('0,1', rate)).toContain('“0,1” is not a number');
});
