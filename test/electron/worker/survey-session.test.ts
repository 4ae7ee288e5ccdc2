import { expect, it } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { WorkerEvent } from '../../../electron/worker/protocol.ts';
import { SurveySession } from '../../../electron/worker/survey-session.ts';
import { assets, shortDigits } from '../../support/experiments.ts';

it('gives way to a later question in the middle of one limit of a large model', async () => {
  const { problem } = shortDigits;
  if (problem.kind !== 'model') throw new Error('no model');
  const model = { id: 'mlp', params: { hidden: [32] } };
  const config = parseExperimentConfig({ ...shortDigits, problem: { ...problem, model } });
  const ask = (request: number, topic: 'limit' | 'gain') =>
    session.survey({
      kind: 'survey',
      request,
      config,
      assets,
      checkpoint: null,
      from: 0,
      to: 1,
      topics: [topic],
    });
  const posted: WorkerEvent[] = [];
  let [clock, breaths] = [0, 0];
  let later: Promise<void> | null = null;
  const session = new SurveySession({
    post: (event) => void posted.push(event),
    now: () => (clock += 8),
    async breathe() {
      await Promise.resolve();
      if (++breaths === 5) later = ask(2, 'gain');
    },
  });
  await ask(1, 'limit');
  expect(breaths).toBeLessThan(20);
  await later;
  expect(posted).toMatchObject([{ kind: 'surveyed', request: 2 }]);
  // The whole of a limit takes 41 pieces, each with a look at the mailbox after it.
  breaths = 5;
  await ask(3, 'limit');
  expect(breaths).toBeGreaterThan(45);
  expect(posted[1]).toMatchObject({ kind: 'surveyed', request: 3 });
});
