import { beforeEach, expect, test } from 'vitest';
import type { RunEvent } from '../../../electron/ipc/library.ts';
import { eventWords } from '../../../renderer/src/i18n/event-words.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { runId } from '../../support/fake-lab.ts';

beforeEach(() => setLocale('en'));

const continued = (step: number): RunEvent => ({
  kind: 'continued',
  step,
  after: 'stopped',
  reason: 'user',
  at: 0,
});
const compared = {
  kind: 'compared',
  with: runId('a'),
  step: 2000,
  values: 9000,
  differs: null,
  otherEngine: null,
  at: 0,
} as const satisfies RunEvent;
const differs = { metric: 'train/loss', step: 7 } as const;

test.each<[string, readonly (readonly RunEvent[])[], RegExp | null]>([
  ['nothing', [[], []], null],
  ['runs that went on', [[continued(300), continued(20)], [continued(20)]], /at step 20, 300\.$/],
  [
    'a run that got more steps',
    [
      [
        {
          kind: 'extended',
          step: 2000,
          totalSteps: 3000,
          from: 1500,
          result: null,
          ends: {},
          at: 0,
        },
      ],
    ],
    /^Extended to 3.000 steps after it had finished at 2.000: .*step 1.500/,
  ],
  ['runs that came to the same bits', [[compared], [compared]], /same.* 18.000 values.* 2.000\.$/],
  ['a run that did not', [[{ ...compared, differs }]], /^“run 0” differs.*step 7 on\.$/],
  ['one of two', [[compared], [{ ...compared, differs }]], /same.*9.000.*“run 1” differs/],
  [
    'damaged bytes, beside whole ones',
    [[{ ...compared, unread: 4096 }], [compared]],
    /wherever both can be read: 18.000 values.* 4.096 steps/,
  ],
  [
    'nothing but damaged bytes',
    [[{ ...compared, values: 0, unread: 2000 }]],
    /^Could not be compared/,
  ],
  ['another engine', [[{ ...compared, otherEngine: '0.0 v8' }]], /same.*version 0\.0 v8/],
])('%s', (_what, histories, words) => {
  const said = eventWords(histories.map((events, i) => ({ name: `run ${i}`, events })));
  if (words === null) expect(said).toBeNull();
  else expect(said).toMatch(words);
});
