import { expect, test } from 'vitest';
import { runStates, type RunState, type StateReason } from '../../../electron/ipc/run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  hasNoValue,
  reasonWords,
  stateWords,
  statesWords,
} from '../../../renderer/src/i18n/run-state.ts';

const run = (
  state: RunState,
  step = 12,
  reason: StateReason | null = null,
): Parameters<typeof stateWords>[0] => ({ state, step, reason, error: null });

test.each(runStates)('%s has words in both languages', (state) => {
  setLocale('en');
  const english = stateWords(run(state));
  setLocale('zh-CN');
  const chinese = stateWords(run(state));
  expect(english).toMatch(/^[a-z]/);
  expect(chinese).toMatch(/\p{sc=Han}/u);
});

test('a step is named where it matters', () => {
  setLocale('en');
  expect(stateWords(run('diverged', 876))).toBe('diverged at step 876');
  expect(stateWords(run('stopped', 29, 'loss-limit'))).toBe('passed the loss limit at step 29');
  expect(stateWords(run('stopped', 29, 'grad-norm'))).toBe('reached a small gradient at step 29');
  expect(stateWords(run('stopped', 29, 'user'))).toBe('stopped at step 29');
});

test('several runs are put in one line', () => {
  setLocale('en');
  expect(statesWords([], 10)).toBe('not run yet');
  expect(statesWords([run('running', 5), run('running', 7)], 10)).toBe('running: step 5 of 10');
  expect(statesWords([run('finished'), run('finished')], 10)).toBe(
    'finished: 2 runs, 10 steps each',
  );
  expect(statesWords([run('finished', 400), run('finished', 4000)], 4000)).toBe(
    'finished: 2 runs, 400 to 4\u202f000 steps',
  );
  expect(statesWords([run('finished'), run('finished'), run('diverged', 3)], 10)).toBe(
    '2 finished, 1 diverged at step 3',
  );
  setLocale('zh-CN');
  expect(statesWords([run('finished'), run('diverged', 3)], 10)).toBe(
    '1 个已完成，1 个发散于第 3 步',
  );
});

test('runs that stand still keep their steps', () => {
  setLocale('en');
  const paused = [run('paused', 1260), run('paused', 1260)];
  expect(statesWords(paused, 2000)).toBe('paused at step 1\u202f260 of 2\u202f000');
  expect(statesWords([run('interrupted', 5215), run('interrupted', 5230)], 9000)).toBe(
    'interrupted at step 5\u202f215–5\u202f230 of 9\u202f000',
  );
  expect(statesWords([run('stopped', 4), run('stopped', 6), run('finished', 10)], 10)).toBe(
    '2 stopped at step 4–6, 1 finished',
  );
  setLocale('zh-CN');
  expect(statesWords(paused, 2000)).toBe('暂停在第 1\u202f260 步，共 2\u202f000 步');
  expect(statesWords([run('finished', 2000)], 2000)).toBe('已完成：2\u202f000 步');
});

test('only what was stopped was stopped by the person', () => {
  setLocale('en');
  expect(reasonWords(run('stopped', 40, 'user'))).toBe('Stopped by you.');
  expect(reasonWords(run('paused', 40, 'user'))).toBeNull();
});

test('a reason speaks for all runs that have it', () => {
  setLocale('en');
  const both = reasonWords(run('interrupted', 40, 'quit'), run('interrupted', 52, 'quit'));
  expect(both).toBe('Interrupted when the app was closed; saved up to step 40–52.');
});

test('an interrupted run says why', () => {
  setLocale('en');
  expect(reasonWords(run('interrupted', 40, 'quit'))).toContain('closed');
  expect(reasonWords(run('interrupted', 40, 'host-exit'))).toContain('unexpectedly');
  expect(reasonWords(run('finished', 40, 'max-steps'))).toBeNull();
});

test('runs that different rules stopped are told apart', () => {
  setLocale('en');
  const runs = [run('stopped', 4, 'target-loss'), run('stopped', 6, 'grad-norm')];
  expect(statesWords(runs, 10)).toBe(
    '1 reached the target loss at step 4, 1 reached a small gradient at step 6',
  );
  expect(statesWords([runs[0]!, runs[0]!], 10)).toBe('reached the target loss at step 4');
});

test('a run of one step is told in the singular', () => {
  setLocale('en');
  const finished = { state: 'finished', reason: 'max-steps', step: 1, error: null } as const;
  expect(statesWords([finished], 1)).toBe('finished: one step');
  expect(statesWords([finished, finished], 1)).toBe('finished: 2 runs, one step each');
});

test('a loss that has no value is told from one that is infinite', () => {
  const ended = (reason: StateReason, finalLoss: number) =>
    hasNoValue({ reason, result: { finalLoss } as never });
  expect(ended('loss', NaN)).toBe(true);
  expect(ended('loss', Infinity)).toBe(false);
  expect(ended('params', NaN)).toBe(false);
  expect(hasNoValue({ reason: 'loss', result: null })).toBe(false);
});
