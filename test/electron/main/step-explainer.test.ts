import { describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import {
  explainStep,
  firstSeedAt,
  firstSeedOf,
  type ExplainedStep,
  type StepExplanation,
} from '../../../core/training/explain-step.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { MOST_EXPLORED_UPDATES } from '../../../electron/main/explorer.ts';
import { StepExplainer } from '../../../electron/main/step-explainer.ts';
import { assets, bowl, divergingBowl, shortDigits } from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';
import { workerScript } from '../../support/worker-script.ts';

/** What the core tells without worker, main or store, from the start of the run. */
function expected(config: ExperimentConfig, step: number, index: number): StepExplanation {
  const trainer = createTrainer(config, assets);
  trainer.advance(step, null);
  return explainStep(firstSeedOf(config), assets, firstSeedAt(trainer.checkpoint()), index);
}

function update(explanation: StepExplanation): ExplainedStep {
  if (explanation.kind !== 'update') throw new Error(`ended at ${explanation.step}`);
  return explanation.update;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'answered',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

const ahead = (config: ExperimentConfig): { kind: 'ahead'; config: ExperimentConfig } => ({
  kind: 'ahead',
  config,
});

describe('one update of a run', () => {
  it('that is only planned is told as the core tells it, and again after going back', async () => {
    const { explainer } = new RunWorld();
    const config = bowl({ replicates: 5 });
    for (const [step, index] of [
      [0, 0],
      [1500, 1],
      [1499, 1],
      [1500, 1],
    ] as const) {
      const told = await explainer.explain({ of: ahead(config), step, index });
      expect(told).toEqual(expected(config, step, index));
    }
  });

  it('of a model is told for any of its weights', async () => {
    const { explainer } = new RunWorld();
    const told = await explainer.explain({ of: ahead(shortDigits), step: 40, index: 77 });
    expect(told).toEqual(expected(shortDigits, 40, 77));
  });

  it('past the end of a run that diverged is its end', async () => {
    const { explainer } = new RunWorld();
    const told = await explainer.explain({ of: ahead(divergingBowl), step: 1e9, index: 0 });
    expect(told).toMatchObject({ kind: 'ended', outcome: { status: 'diverged' } });
  });

  const million = { totalSteps: 1_000_000, recordEvery: 1000 };
  it.each([
    ['an objective', bowl(million)],
    // Two of four samples an update: the state of the order is part of the state.
    [
      'a model',
      parseExperimentConfig({
        version: 1,
        seed: 5,
        problem: {
          kind: 'model',
          model: { id: 'mlp', params: { hidden: [2] } },
          dataset: { id: 'xor' },
          batchSize: 2,
        },
        optimizer: { id: 'adam' },
        schedule: { id: 'inverse-time' },
        lr: 0.01,
        ...million,
      }),
    ],
  ])(
    'of %s is told of a stored run of a million steps; a step back is the earlier state',
    async (_of, config) => {
      const world = new RunWorld();
      const [id] = world.start(config);
      await world.untilState(id!, 'finished');
      const of = { kind: 'run', id: id! } as const;
      const later = update(await world.explainer.explain({ of, step: 731_204, index: 1 }));
      const before = update(await world.explainer.explain({ of, step: 731_203, index: 1 }));
      expect(later).toEqual(update(expected(config, 731_204, 1)));
      expect(before).toEqual(update(expected(config, 731_203, 1)));
      expect(before.theta.after).toBe(later.theta.before);
      expect(before.slots.map(({ after }) => after.value)).toEqual(
        later.slots.map((slot) => slot.before.value),
      );
      // A model's losses belong to the batch of the step, and the next step has another.
      if (config.problem.kind === 'objective') expect(before.loss.after).toBe(later.loss.before);
    },
  );

  it('begins at the nearest stored checkpoint at or before it', async () => {
    const world = new RunWorld();
    const config = bowl({ totalSteps: 300 });
    const [id] = world.start(config);
    await world.untilState(id!, 'finished');
    const asked: (number | undefined)[] = [];
    const trainer = createTrainer(config, assets);
    trainer.advance(200, null);
    // A checkpoint of other parameters shows whether it was begun from.
    const stored = structuredClone(trainer.checkpoint());
    stored.members[0]!.params[0] = 99;
    const explainer = new StepExplainer({
      workerScript,
      assets,
      store: {
        readConfig: (run) => world.store.readConfig(run),
        readCheckpoint: (_run, atMost) => {
          asked.push(atMost);
          return stored;
        },
      },
    });
    const told = await explainer.explain({ of: { kind: 'run', id: id! }, step: 200, index: 0 });
    expect(update(told).theta.before).toBe(99);
    expect(asked).toEqual([200]);
    await explainer.shutdown();
  });

  it('gives way to what is asked for later', async () => {
    const { explainer } = new RunWorld();
    const of = ahead(bowl({ totalSteps: 2_000_000, recordEvery: 100 }));
    const first = refusal(explainer.explain({ of, step: 1_999_999, index: 0 }));
    const second = explainer.explain({ of, step: 3, index: 0 });
    expect(await first).toBe('superseded');
    expect(update(await second).step).toBe(3);
  });

  it('is refused where it would take long and nothing is stored, or where the run is not there', async () => {
    const { explainer } = new RunWorld();
    const of = ahead(bowl({ totalSteps: 1e9, recordEvery: 1e6 }));
    expect(() => explainer.explain({ of, step: MOST_EXPLORED_UPDATES + 1, index: 0 })).toThrow(
      'not stored',
    );
    const id = '00000000-0000-7000-8000-000000000000' as never;
    expect(() => explainer.explain({ of: { kind: 'run', id }, step: 1, index: 0 })).toThrow(
      `no run ${id}`,
    );
  });
});
