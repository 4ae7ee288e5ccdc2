import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import type { ParamSpec } from '../../../core/params.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { fork, type ForkChanges } from '../../../core/training/fork.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer, startTrainer, type Checkpoint } from '../../../core/training/trainer.ts';
import { assets } from '../../support/assets.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';
import { seriesOf } from '../../support/training.ts';

function checkpointAt(config: ExperimentConfig, step: number): Checkpoint {
  const trainer = createTrainer(config, assets);
  trainer.advance(step, null);
  return structuredClone(trainer.checkpoint());
}

/** Trains on from a fork to its end. */
function goOn(config: ExperimentConfig, checkpoint: Checkpoint, changes: ForkChanges) {
  const forked = fork(config, checkpoint, changes);
  const trainer = createTrainer(forked.config, assets, forked.checkpoint);
  const recorder = createRecorder();
  trainer.advance(Infinity, recorder);
  return { trainer, chunks: recorder.flush() };
}

/** The losses a run records without being forked. */
function whole(config: ExperimentConfig) {
  const trainer = createTrainer(config, assets);
  const recorder = createRecorder();
  trainer.advance(Infinity, recorder);
  return { trainer, loss: seriesOf(recorder.flush(), 'train/loss') };
}

const config = bowl({ totalSteps: 200 });

describe('a fork with a change', () => {
  test('sees the noise its parent saw: with another rate the difference is due to the rate alone', () => {
    const checkpoint = checkpointAt(config, 50);
    const { chunks } = goOn(config, checkpoint, { lr: 0.05, totalSteps: 51 });
    const { loss } = whole(config);
    const x = seriesOf(chunks, 'param/0');
    const parent = checkpointAt(config, 51).members[0]!.params;
    const start = checkpoint.members[0]!.params;
    expect(seriesOf(chunks, 'train/loss').values[0]).toBe(loss.values[50]);
    expect((x.values[1]! - start[0]!) / (parent[0]! - start[0]!)).toBeCloseTo(0.5, 12);
  });

  test('a pure schedule goes on at the step; a negative start begins it anew', () => {
    const schedule = { id: 'inverse-time', params: { decay: 0.1 } } as const;
    const checkpoint = checkpointAt(config, 50);
    const rates = [{}, { scheduleStart: -50 }].map(
      (more) => seriesOf(goOn(config, checkpoint, { schedule, ...more }).chunks, 'optim/lr').values,
    );
    expect(rates.map((values) => values.slice(0, 2))).toEqual([
      [0.1 / 6, 0.1 / (1 + 0.1 * 51)],
      [0.1, 0.1 / 1.1],
    ]);
  });

  test('may not end before it begins', () => {
    const checkpoint = checkpointAt(config, 50);
    expect(() => fork(config, checkpoint, { totalSteps: 49 })).toThrow(ConfigError);
    expect(() => fork(config, checkpoint, { lr: -1 })).toThrow(ConfigError);
  });
});

describe('a run that had ended', () => {
  test.each([
    ['a bowl', config],
    ['mini-batches', { ...shortDigits, totalSteps: 60 }],
  ])('%s: with more steps it is the longer run', (_name, short) => {
    const checkpoint = checkpointAt(short, short.totalSteps);
    const { chunks, trainer } = goOn(short, checkpoint, { totalSteps: short.totalSteps + 30 });
    const long = whole({ ...short, totalSteps: short.totalSteps + 30 });
    const { steps, values } = seriesOf(chunks, 'train/loss');
    expect(steps[0]).toBe(short.totalSteps);
    expect(values).toEqual(long.loss.values.slice(short.totalSteps));
    expect(trainer.checkpoint().members).toEqual(long.trainer.checkpoint().members);
    expect(trainer.result().tail).toEqual(long.trainer.result().tail);
  });

  test('stopped by a rule, it goes on without it as if there had been none', () => {
    const stop = { ...config.stop, lossChange: 1e-3 };
    const stopping = createTrainer({ ...config, stop });
    stopping.advance(Infinity, null);
    const at = stopping.outcome!;
    expect(at.reason).toBe('loss-change');
    const checkpoint = structuredClone(stopping.checkpoint());
    const { chunks } = goOn({ ...config, stop }, checkpoint, { stop: config.stop });
    const { loss } = whole(config);
    expect(seriesOf(chunks, 'train/loss').values).toEqual(loss.values.slice(at.step));
  });

  test('diverged, it stays where it is', () => {
    const diverging = presets.tooLarge.runs[0].config;
    const { trainer, chunks } = goOn(diverging, checkpointAt(diverging, 900), { lr: 0.1 });
    expect(trainer.outcome).toMatchObject({ status: 'diverged', step: 876 });
    expect(chunks).toEqual([]);
  });
});

describe('a configuration that is a fork', () => {
  const parent = parseExperimentConfig({ ...config, replicates: 3 });

  test('without a change is the run it leaves, to the bit, from the fork on', () => {
    const forked = parseExperimentConfig({ ...parent, fork: { step: 73, from: parent } });
    const [own, other] = [whole(parent), whole(forked)];
    expect(other.loss.steps[0]).toBe(73);
    expect(other.loss.values).toEqual(own.loss.values.slice(73));
    const members = [own, other].map(({ trainer }) => trainer.checkpoint().members);
    expect(members[1]).toEqual(members[0]);
  });

  test('may leave a fork, and leaves a model in the middle of an epoch', () => {
    const first = parseExperimentConfig({ ...shortDigits, fork: { step: 5, from: shortDigits } });
    const second = parseExperimentConfig({ ...first, fork: { step: 9, from: first } });
    const [own, other] = [whole(shortDigits), whole(second)];
    expect(other.loss.values).toEqual(own.loss.values.slice(9));
  });

  test('is on its way bit by bit where it is asked to be, to the same bits', () => {
    const first = parseExperimentConfig({ ...parent, fork: { step: 30, from: parent } });
    const second = parseExperimentConfig({ ...first, lr: 0.01, fork: { step: 73, from: first } });
    const start = startTrainer(second, {}, null);
    const reached: number[] = [];
    let way = start.next();
    for (; !way.done; way = start.next(20)) reached.push(way.value);
    expect(reached).toEqual([0, 20, 30, 50, 70]);
    expect(way.value.step).toBe(73);
    expect(way.value.checkpoint()).toEqual(createTrainer(second).checkpoint());
  });

  test('goes on with its own settings', () => {
    const forked = parseExperimentConfig({ ...parent, lr: 0.01, fork: { step: 50, from: parent } });
    const { chunks } = goOn(parent, checkpointAt(parent, 50), { lr: 0.01 });
    expect(whole(forked).loss).toEqual(seriesOf(chunks, 'train/loss'));
  });

  test('ends where the run it leaves had diverged before', () => {
    const wild = parseExperimentConfig({ ...parent, lr: 1e5 });
    const end = whole(wild).trainer.outcome;
    expect(end?.status).toBe('diverged');
    const forked = parseExperimentConfig({ ...wild, lr: 0.1, fork: { step: 150, from: wild } });
    expect(whole(forked).trainer.outcome).toEqual(end);
  });

  test('ends where the run it leaves had stopped before, though it would not stop there itself', () => {
    const easy = parseExperimentConfig({ ...parent, stop: { targetLoss: 0.1 } });
    const end = whole(easy).trainer.outcome!;
    expect(end).toMatchObject({ status: 'stopped', reason: 'target-loss' });
    const step = end.step + 20;
    const forked = parseExperimentConfig({ ...parent, fork: { step, from: easy } });
    expect(whole(forked).trainer.outcome).toEqual(end);
  });

  test('results are those of its own steps', () => {
    const forked = parseExperimentConfig({ ...parent, fork: { step: 150, from: parent } });
    const { tail, bestStep } = whole(forked).trainer.result();
    expect(tail.steps).toBe(Math.ceil((parent.totalSteps - 150 + 1) / 5));
    expect(bestStep).toBeGreaterThanOrEqual(150);
  });
});

describe('a switch of an optimizer thrown in a fork', () => {
  const switches = optimizerIds.flatMap((id) =>
    Object.entries<ParamSpec>(optimizers[id].params)
      .filter(([, { kind }]) => kind === 'boolean')
      .map(([name]) => ({ id, name })),
  );

  test.each(switches)('$id, $name: on and off, the next updates are finite', ({ id, name }) => {
    for (const before of [false, true]) {
      const of = (on: boolean): ExperimentConfig =>
        parseExperimentConfig({
          ...config,
          lr: 0.01,
          optimizer: { id, params: { [name]: on } },
        });
      const forked = parseExperimentConfig({
        ...of(!before),
        fork: { step: 20, from: of(before) },
      });
      const { trainer, loss } = whole(forked);
      expect(trainer.outcome).toMatchObject({ status: 'finished' });
      expect(loss.values.every(Number.isFinite)).toBe(true);
    }
  });

  test('there are some', () => expect(switches.length).toBeGreaterThan(1));
});
