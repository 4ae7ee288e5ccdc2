import { expect, test, vi } from 'vitest';
import type { App } from '../../../renderer/src/state/app.ts';
import { undoChangeOf } from '../../../renderer/src/state/run-changes.ts';
import { FakeLab, runId, summary } from '../../support/fake-lab.ts';

/** Presses Undo of a notice on these runs, of which only some are still there; how often something was undone. */
async function undone(asked: readonly string[], there: readonly string[]): Promise<number> {
  const lab = new FakeLab();
  lab.answers['run:summaries'] = (ids) =>
    ids.filter((id) => there.includes(id)).map((id) => summary(id));
  const undo = vi.fn(() => Promise.resolve(null));
  const attempts: Promise<unknown>[] = [];
  const attempt = (work: Promise<unknown>): void => void attempts.push(work);
  undoChangeOf({ lab, attempt, history: { undo } } as unknown as App, asked.map(runId));
  for (let i = 0; i < attempts.length; i++) await attempts[i];
  return undo.mock.calls.length;
}

test('what was done to runs that are gone meanwhile takes no older change with it', async () => {
  expect(await undone(['a', 'b'], [])).toBe(0);
  expect(await undone(['a', 'b'], ['b'])).toBe(1);
});
