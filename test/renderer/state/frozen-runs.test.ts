import { expect, onTestFinished, test, vi } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';
import { FrozenRuns } from '../../../renderer/src/state/frozen-runs.svelte.ts';
import { bowl } from '../../support/experiments.ts';
import { idlePage } from '../../support/idle-page.ts';
import { row } from '../lib/runs-table/rows.ts';

const frozen = { id: 'literal-recurrence', params: { decay: 0.1 } };

function runOf(id: string, schedule: object): RunSummary {
  const config = parseExperimentConfig({ ...bowl({ totalSteps: 20_000 }), schedule });
  return row(id, { config, loss: 1, run: { state: 'finished', reason: 'max-steps', step: 20_000 } })
    .run;
}

const has = (runs: FrozenRuns, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => runs.end(id as RunId) !== null);

test('those that froze are found, and forgotten when they are gone', async () => {
  idlePage();
  const found = new FrozenRuns();
  const runs = [runOf('a', frozen), runOf('b', { id: 'constant', params: {} })];
  await found.look(runs);
  expect(has(found, ['a', 'b'])).toEqual(['a']);
  await found.look([runs[1]!]);
  expect(has(found, ['a', 'b'])).toEqual([]);
});

test('a look that takes long lets the page do other things, and ends where another begins', async () => {
  idlePage();
  const found = new FrozenRuns();
  const now = vi.spyOn(performance, 'now');
  onTestFinished(() => now.mockRestore());
  let time = 0;
  now.mockImplementation(() => (time += 5));
  const first = found.look(['a', 'b', 'c', 'd'].map((id) => runOf(id, frozen)));
  expect(has(found, ['a', 'b', 'c', 'd'])).toEqual([]);
  const second = found.look(['e', 'f', 'g'].map((id) => runOf(id, frozen)));
  await Promise.all([first, second]);
  expect(has(found, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual(['e', 'f', 'g']);
});
