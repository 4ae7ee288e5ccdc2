import { expect, test } from 'vitest';
import { LatestWork } from '../../../renderer/src/state/latest-work.ts';

test('what is wanted while work fails is done all the same', async () => {
  const latest = new LatestWork();
  const done: string[] = [];
  let fail = (): void => undefined;
  latest.want(() => new Promise((_, reject) => (fail = () => reject(new Error('gone')))));
  latest.want(() => Promise.resolve(void done.push('second')));
  latest.want(() => Promise.resolve(void done.push('third')));
  fail();
  await expect.poll(() => done).toEqual(['third']);
});
