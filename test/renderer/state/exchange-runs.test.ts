import { expect, test } from 'vitest';
import type { ExperimentId } from '../../../electron/ipc/run.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { App } from '../../../renderer/src/state/app.ts';
import { followGivenFiles } from '../../../renderer/src/state/exchange-runs.ts';
import { LabSession } from '../../../renderer/src/state/lab-session.svelte.ts';
import { FakeLab, runId, summary } from '../../support/fake-lab.ts';
import { findTheRate } from '../../support/files/assignment.ts';
import { unexpected } from '../../support/unexpected.ts';

test('a file that is declined or refused does not keep the next ones waiting', async () => {
  const waiting: (() => Promise<unknown>)[] = [
    () => Promise.resolve('declined'),
    () => Promise.reject(new AppError('bad-file', 'spoilt', { fault: 'foreign' })),
    () => Promise.resolve('declined'),
  ];
  const attempts: Promise<unknown>[] = [];
  const app = {
    files: { import: () => waiting.shift()?.() ?? Promise.resolve(null) },
    lab: { on: () => () => undefined },
    attempt: (work: Promise<unknown>) => void attempts.push(work),
  } as unknown as App;
  followGivenFiles(app, Promise.resolve());
  await Promise.all(attempts);
  expect(waiting).toEqual([]);
});

test('that an assignment was opened is taken back only while settings can be changed', async () => {
  const lab = new FakeLab();
  lab.answers['experiment:start'] = ({ runs }) => ({
    experimentId: 'e' as ExperimentId,
    runIds: runs.map((_, i) => runId(`r${i}`)),
  });
  lab.serveStored(summary('r0', { state: 'running', reason: null, step: 0 }));
  const session = new LabSession(lab, 100, unexpected, (callback) => callback());
  session.assign(findTheRate);
  await session.run();
  session.unassign(findTheRate);
  expect(session.draft.assignment).toBe(findTheRate);
  session.newExperiment();
  session.assign(findTheRate);
  session.unassign(findTheRate);
  expect(session.draft.assignment).toBeNull();
});
