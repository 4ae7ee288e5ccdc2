import { expect, test, vi } from 'vitest';
import type { RunSummary } from '../../../electron/ipc/run.ts';
import { PinnedRuns } from '../../../renderer/src/state/pinned-runs.svelte.ts';
import { FakeLab, runId, settled, summary } from '../../support/fake-lab.ts';

const fail = (error: unknown): never => {
  throw error;
};
const names = (pinned: PinnedRuns): readonly string[] => pinned.runs.map(({ id }) => id);

test('asks for pinned runs only, as many as there is room for', async () => {
  const lab = new FakeLab();
  lab.answers['run:list'] = ({ limit, trashed, pinned }) =>
    pinned === true && !trashed ? [summary('a'), summary('b')].slice(0, limit) : [];
  const pinned = new PinnedRuns(lab, 1, fail);
  await pinned.read();
  expect(names(pinned)).toEqual([runId('a')]);
});

test('what is archived leaves its place to another, however many of them come first', async () => {
  const lab = new FakeLab();
  const stored = [
    ...Array.from({ length: 45 }, (_, i) => summary(`old ${i}`, { archived: true })),
    summary('a'),
    summary('b'),
  ];
  lab.answers['run:list'] = ({ limit, after }) => {
    const from = after ? stored.findIndex(({ id }) => id === after.last) + 1 : 0;
    return stored.slice(from, from + limit);
  };
  const pinned = new PinnedRuns(lab, 3, fail);
  await pinned.read();
  expect(names(pinned)).toEqual([runId('a'), runId('b')]);
});

test('follows the library, until it is given up', async () => {
  const lab = new FakeLab();
  let there: readonly RunSummary[] = [];
  lab.answers['run:list'] = () => there;
  const pinned = new PinnedRuns(lab, 3, fail);
  await pinned.read();
  there = [summary('a')];
  lab.emit('library:changed', { ids: [runId('a')] });
  await settled();
  expect(names(pinned)).toEqual([runId('a')]);
  pinned.dispose();
  there = [];
  lab.emit('library:changed', { ids: [runId('a')] });
  await settled();
  expect(names(pinned)).toEqual([runId('a')]);
});

test('what becomes of a run that is there is seen, what becomes of others asks for nothing', async () => {
  const lab = new FakeLab();
  lab.answers['run:list'] = () => [summary('a', { state: 'running', reason: null })];
  const pinned = new PinnedRuns(lab, 3, fail);
  await pinned.read();
  lab.answers['run:list'] = () => [summary('a')];
  const over = {
    state: 'finished',
    reason: 'max-steps',
    step: 9,
    result: null,
    error: null,
  } as const;
  lab.emit('run:status', { id: runId('b'), ...over });
  await settled();
  expect(lab.calls).toHaveLength(1);
  lab.emit('run:status', { id: runId('a'), ...over });
  await settled();
  expect(pinned.runs[0]!.state).toBe('finished');
});

test('what cannot be read anew is said, and what was there stays', async () => {
  const lab = new FakeLab();
  lab.answers['run:list'] = () => [summary('a')];
  const failed = vi.fn<(error: unknown) => void>();
  const pinned = new PinnedRuns(lab, 3, failed);
  await pinned.read();
  const fault = new Error('no more');
  lab.answers['run:list'] = () => {
    throw fault;
  };
  lab.emit('library:changed', { ids: [runId('a')] });
  await settled();
  expect(failed).toHaveBeenCalledWith(fault);
  expect(names(pinned)).toEqual([runId('a')]);
});
