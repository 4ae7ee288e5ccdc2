import { describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { createModelViewer, type ModelAtStep } from '../../../core/model-views/model-view.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import type { ModelQuery } from '../../../electron/ipc/queries.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { MOST_EXPLORED_UPDATES } from '../../../electron/main/explorer.ts';
import { ModelObserver } from '../../../electron/main/model-observer.ts';
import { assets, bowl, shortDigits } from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';
import { workerScript } from '../../support/worker-script.ts';

/** What the core shows without worker, main or store, from the start of the run. */
function expected(config: ExperimentConfig, step: number): ModelAtStep {
  const trainer = createTrainer(config, assets);
  trainer.advance(step, null);
  const view = createModelViewer(config, assets)(trainer.judgedPoint());
  return { step: trainer.step, view };
}

function modelConfig(change: Record<string, unknown> = {}): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 11,
    totalSteps: 400,
    lr: 0.5,
    problem: { kind: 'model', dataset: { id: 'xor' }, model: { id: 'mlp' } },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    ...change,
  });
}

const ahead = (config: ExperimentConfig): ModelQuery['of'] => ({ kind: 'ahead', config });

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'answered',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

describe('the model of a run', () => {
  it('that is only planned is shown as it starts, and as it would be', async () => {
    const { observer } = new RunWorld();
    const config = modelConfig({ replicates: 3 });
    for (const step of [0, 250, 249]) {
      expect(await observer.view({ of: ahead(config), step })).toEqual(expected(config, step));
    }
    const other = modelConfig({ seed: 12 });
    expect(await observer.view({ of: ahead(other), step: null })).toEqual(expected(other, 400));
  });

  it('that has ended is shown at any step, and where it ended', async () => {
    const world = new RunWorld();
    const [id] = world.start(shortDigits);
    await world.untilState(id!, 'finished');
    const of = { kind: 'run', id: id! } as const;
    const { observer } = world;
    for (const step of [0, 70, 135]) {
      expect(await observer.view({ of, step })).toEqual(expected(shortDigits, step));
    }
    expect(await observer.view({ of, step: null })).toEqual(expected(shortDigits, 135));
  });

  it('shows the average where the optimizer wants that judged', async () => {
    const { observer } = new RunWorld();
    const config = modelConfig({ optimizer: { id: 'asgd', params: { t0: 10 } } });
    const shown = await observer.view({ of: ahead(config), step: 300 });
    expect(shown).toEqual(expected(config, 300));
    const trainer = createTrainer(config, assets);
    trainer.advance(300, null);
    expect([...trainer.judgedPoint()]).not.toEqual([...trainer.checkpoint().members[0]!.params]);
  });

  it('that goes on is shown where it is just now', async () => {
    const world = new RunWorld();
    const config = modelConfig({ totalSteps: 1_000_000, recordEvery: 1000 });
    const [id] = world.startAt(2000, config);
    await world.until('run:chunks', (told) => told.id === id && told.step > 0);
    const of = { kind: 'run', id: id! } as const;
    const first = await world.observer.view({ of, step: null });
    expect(first.step).toBeGreaterThan(0);
    expect(first).toEqual(expected(config, first.step));
    world.service.pause(id!);
    await world.untilState(id!, 'paused');
    const then = await world.observer.view({ of, step: null });
    expect(then.step).toBeGreaterThanOrEqual(first.step);
    expect(then).toEqual(expected(config, then.step));
  });

  it('that waits for a worker is shown as it starts', async () => {
    const world = new RunWorld();
    const config = modelConfig({ totalSteps: 1_000_000, recordEvery: 1000 });
    const ids = world.startAt(1, ...Array.from({ length: 11 }, () => config));
    const of = { kind: 'run', id: ids.at(-1)! } as const;
    expect(await world.observer.view({ of, step: null })).toEqual(expected(config, 0));
  });

  it('that ends while its worker is asked is shown where it ended', async () => {
    const world = new RunWorld();
    const [id] = world.start(shortDigits);
    await world.untilState(id!, 'finished');
    const observer = new ModelObserver({
      workerScript,
      assets,
      store: world.store,
      runs: { snapshot: () => Promise.resolve(null) },
    });
    const of = { kind: 'run', id: id! } as const;
    expect((await observer.view({ of, step: null })).step).toBe(135);
    await observer.shutdown();
  });

  it('gives way to what is asked for later, also while the worker of a run is asked', async () => {
    const world = new RunWorld();
    const [id] = world.startAt(1, modelConfig({ totalSteps: 1000 }));
    const { observer } = world;
    const first = refusal(observer.view({ of: { kind: 'run', id: id! }, step: null }));
    const long = modelConfig({ totalSteps: 2_000_000, recordEvery: 1000 });
    const second = refusal(observer.view({ of: ahead(long), step: 1_999_999 }));
    expect(await first).toBe('superseded');
    const third = observer.view({ of: ahead(modelConfig()), step: 3 });
    expect(await second).toBe('superseded');
    expect((await third).step).toBe(3);
  });

  it('that diverged is shown where it ended', async () => {
    const { observer } = new RunWorld();
    const config = modelConfig({
      lr: 1e6,
      problem: {
        kind: 'model',
        dataset: { id: 'noisy-line' },
        model: { id: 'linear-regression' },
      },
    });
    const seen = await observer.view({ of: ahead(config), step: null });
    expect(seen.step).toBeLessThan(config.totalSteps);
    expect(seen).toEqual(expected(config, config.totalSteps));
  });

  it('is refused where there is none, or it would take long and nothing is stored', async () => {
    const { observer } = new RunWorld();
    expect(await refusal(observer.view({ of: ahead(bowl()), step: 0 }))).toBe('bad-arguments');
    const long = modelConfig({ totalSteps: 1e9, recordEvery: 1e6 });
    const step = MOST_EXPLORED_UPDATES + 1;
    expect(await refusal(observer.view({ of: ahead(long), step }))).toBe('too-large');
    const id = '00000000-0000-7000-8000-000000000000' as never;
    const missing = observer.view({ of: { kind: 'run', id }, step: 1 });
    expect(await refusal(missing)).not.toBe('answered');
  });
});
