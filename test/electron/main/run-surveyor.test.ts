import { describe, expect, it } from 'vitest';
import { finish } from '../../../core/analysis/in-pieces.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { firstSeedOf } from '../../../core/training/explain-step.ts';
import { runAt } from '../../../core/training/fork.ts';
import { Surveyor, surveyStride } from '../../../core/training/run-survey.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import type { SurveyQuery } from '../../../electron/ipc/queries.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { RunSurveyor } from '../../../electron/main/run-surveyor.ts';
import { assets, bowl, divergingBowl, shortDigits } from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';

/** All parts of a survey, one asked for where the one before ended. */
async function whole(
  surveyor: RunSurveyor,
  of: SurveyQuery['of'],
  to: number,
): Promise<{ readonly steps: number[]; readonly gain: number[]; readonly curvedGain: number[] }> {
  const found = { steps: [] as number[], gain: [] as number[], curvedGain: [] as number[] };
  for (let from: number | null = 0; from !== null;) {
    const part = await surveyor.survey({ of, from, to, topics });
    const { first, stride, values } = part.gain;
    found.steps.push(...Array.from(values, (_, i) => first + i * stride));
    found.gain.push(...values);
    found.curvedGain.push(...part.curvedGain.values);
    from = part.next;
  }
  return found;
}

/** What the core says of these steps, without worker, main or store. */
function expected(config: ExperimentConfig, steps: readonly number[]): number[] {
  const trainer = createTrainer(firstSeedOf(config), assets);
  const surveyor = new Surveyor(firstSeedOf(config), assets);
  return steps.map((step) => {
    trainer.advance(step - trainer.step, null);
    return finish(surveyor.look(trainer.checkpoint().members[0]!, topics)).gain;
  });
}

const topics = ['gain'] as const;

const ahead = (config: ExperimentConfig): SurveyQuery['of'] => ({ kind: 'ahead', config });

describe('a survey of a run', () => {
  it('that is only planned holds every update, as the core tells them', async () => {
    const { surveyor } = new RunWorld();
    const config = bowl({ replicates: 3, totalSteps: 300 });
    const { steps, gain } = await whole(surveyor, ahead(config), 300);
    expect(steps).toEqual(Array.from({ length: 300 }, (_, step) => step));
    expect(gain).toEqual(expected(config, steps));
  });

  it('that is long is taken in parts that join without a gap, at every so many steps', async () => {
    const { surveyor } = new RunWorld();
    const config = bowl({ totalSteps: 500_000, recordEvery: 1000 });
    const { steps, gain } = await whole(surveyor, ahead(config), 500_000);
    const stride = surveyStride(config, 'gain');
    expect(stride).toBeGreaterThan(100);
    expect(steps).toEqual(
      Array.from({ length: Math.ceil(500_000 / stride) }, (_, i) => i * stride),
    );
    const some = [0, 1, 17, 1000].map((i) => steps[i]!);
    expect(some.map((step) => gain[step / stride])).toEqual(expected(config, some));
  });

  it('of a model judges each step on its own batch', async () => {
    const world = new RunWorld();
    const [id] = world.start(shortDigits);
    await world.untilState(id!, 'finished');
    const { steps, gain } = await whole(world.surveyor, { kind: 'run', id: id! }, 40);
    expect(steps).toHaveLength(40);
    expect(gain).toEqual(expected(shortDigits, steps));
  });

  it('ends where the run did', async () => {
    const { surveyor } = new RunWorld();
    const { steps } = await whole(surveyor, ahead(divergingBowl), divergingBowl.totalSteps);
    const trainer = createTrainer(firstSeedOf(divergingBowl), assets);
    trainer.advance(divergingBowl.totalSteps, null);
    expect(steps.length).toBe(trainer.step);
  });

  it('of a fork is that of the run it leaves until there, and its own from there on', async () => {
    const { surveyor } = new RunWorld();
    const parent = bowl({ totalSteps: 100 });
    const settings = { ...parent, lr: parent.lr / 4, fork: { step: 40, from: parent } };
    const config = parseExperimentConfig(settings);
    const { steps, gain } = await whole(surveyor, ahead(config), 100);
    expect(steps).toHaveLength(100);
    expect(gain.slice(0, 40)).toEqual(expected(parent, steps.slice(0, 40)));
    const own = createTrainer(firstSeedOf(config), assets);
    const look = new Surveyor(firstSeedOf(runAt(config, 40)), assets);
    expect(gain[40]).toBe(finish(look.look(own.checkpoint().members[0]!, topics)).gain);
  });

  it('gives way to what is asked for later, and can go back', async () => {
    const { surveyor } = new RunWorld();
    const long = ahead(bowl({ totalSteps: 2_000_000, recordEvery: 100 }));
    const first = surveyor.survey({ of: long, from: 1_999_000, to: 2_000_000, topics }).then(
      () => 'answered',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
    const config = bowl({ totalSteps: 100 });
    const later = await surveyor.survey({ of: ahead(config), from: 50, to: 60, topics });
    const before = await surveyor.survey({ of: ahead(config), from: 10, to: 20, topics });
    expect(await first).toBe('superseded');
    expect([...later.gain.values]).toEqual(expected(config, range(50, 60)));
    expect([...before.gain.values]).toEqual(expected(config, range(10, 20)));
  });

  it('is refused where it would take long and nothing is stored', () => {
    const { surveyor } = new RunWorld();
    const of = ahead(bowl({ totalSteps: 1e9, recordEvery: 1e6 }));
    expect(() => surveyor.survey({ of, from: 0, to: 1e9, topics })).toThrow('not stored');
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
