import { expect, test } from 'vitest';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { App } from '../../../renderer/src/state/app.ts';
import { followGivenFiles } from '../../../renderer/src/state/exchange-runs.ts';

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
