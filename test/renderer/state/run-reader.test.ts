import { expect, test } from 'vitest';
import { AppError } from '../../../electron/ipc/reply.ts';
import { RunReader } from '../../../renderer/src/state/run-reader.svelte.ts';
import { FakeLab, runId, settled, summary } from '../../support/fake-lab.ts';

test('reads a run, reads it again when it is changed, and follows its state', async () => {
  const lab = new FakeLab();
  let note = 'first';
  lab.answers['run:read'] = (id) => ({
    run: summary(id, { state: 'running' }),
    note,
    series: [],
    events: [],
    times: [],
    checkpointStep: null,
    imported: null,
  });
  const reader = new RunReader(lab, runId('a'));
  await reader.read();
  expect(reader.detail!.note).toBe('first');
  note = '第二';
  lab.emit('library:changed', { ids: [runId('b')] });
  await settled();
  expect(reader.detail!.note).toBe('first');
  lab.emit('library:changed', { ids: [runId('a')] });
  await settled();
  expect(reader.detail!.note).toBe('第二');
  lab.emit('run:status', {
    id: runId('a'),
    state: 'finished',
    reason: 'max-steps',
    step: 100,
    result: null,
    error: null,
  });
  expect(reader.detail!.run.state).toBe('finished');
  reader.dispose();
  expect(lab.listening).toBe(0);
});

test('knows the runs it comes from, wherever they are', async () => {
  const lab = new FakeLab();
  const origin = summary('origin', { trashedAt: 1 });
  lab.serveStored(summary('a', { rerunOf: origin.id }));
  lab.answers['run:summaries'] = (ids) => (ids.includes(origin.id) ? [origin] : []);
  const reader = new RunReader(lab, runId('a'));
  await reader.read();
  expect(reader.origins).toEqual([origin]);
});

test('keeps why it could not be read', async () => {
  const lab = new FakeLab();
  lab.answers['run:read'] = () => {
    throw new AppError('unknown-run', 'no run', {});
  };
  const reader = new RunReader(lab, runId('a'));
  await reader.read();
  expect(reader.detail).toBeNull();
  expect(reader.failure).toBeInstanceOf(AppError);
});
