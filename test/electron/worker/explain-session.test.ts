import { expect, it } from 'vitest';
import { ExplainSession } from '../../../electron/worker/explain-session.ts';
import type { WorkerEvent } from '../../../electron/worker/protocol.ts';
import { bowl } from '../../support/experiments.ts';

it('gives way to a later question on the way to a fork', async () => {
  const parent = bowl({ totalSteps: 1_000_000, recordEvery: 100 });
  const forked = { ...parent, fork: { step: 999_000, from: parent } };
  const ask = (request: number, config: typeof parent, step: number) =>
    session.explain({
      kind: 'explain',
      request,
      config,
      assets: {},
      checkpoint: null,
      step,
      index: 0,
      sample: 0,
    });
  const posted: WorkerEvent[] = [];
  let breaths = 0;
  let later: Promise<void> | null = null;
  const session = new ExplainSession({
    post: (event) => void posted.push(event),
    now: () => 0,
    async breathe() {
      await Promise.resolve();
      if (++breaths === 3) later = ask(2, parent, 3);
    },
  });
  await ask(1, forked, 999_500);
  await later;
  expect(posted).toMatchObject([{ kind: 'explained', request: 2 }]);
  // At 8,192 steps a slice the whole way there would have been 122.
  expect(breaths).toBeLessThan(12);
});
