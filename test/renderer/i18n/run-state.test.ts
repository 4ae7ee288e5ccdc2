import { expect, test } from 'vitest';
import { runStates, type RunState, type StateReason } from '../../../electron/ipc/contract.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { reasonWords, stateWords, statesWords } from '../../../renderer/src/i18n/run-state.ts';

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
  expect(stateWords(run('stopped', 29, 'loss-limit'))).toBe('past its loss limit at step 29');
  expect(stateWords(run('stopped', 29, 'grad-norm'))).toBe('small gradient at step 29');
  expect(stateWords(run('stopped', 29, 'user'))).toBe('stopped at step 29');
});

test('several runs are put in one line', () => {
  setLocale('en');
  expect(statesWords([], 10)).toBe('not run yet');
  expect(statesWords([run('running', 5), run('running', 7)], 10)).toBe('running: step 7 of 10');
  expect(statesWords([run('finished'), run('finished')], 10)).toBe(
    'finished: 2 runs, 10 steps each',
  );
  expect(statesWords([run('finished'), run('finished'), run('diverged', 3)], 10)).toBe(
    '2 finished, 1 diverged at step 3',
  );
  setLocale('zh-CN');
  expect(statesWords([run('finished'), run('diverged', 3)], 10)).toBe(
    '1 个已完成，1 个发散于第 3 步',
  );
});

test('an interrupted run says why', () => {
  setLocale('en');
  expect(reasonWords(run('interrupted', 40, 'quit'))).toContain('closed');
  expect(reasonWords(run('interrupted', 40, 'host-exit'))).toContain('unexpectedly');
  expect(reasonWords(run('finished', 40, 'max-steps'))).toBeNull();
});
