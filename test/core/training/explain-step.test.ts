import { describe, expect, it } from 'vitest';
import { sharpness } from '../../../core/analysis/sharpness.ts';
import { frozenLimit } from '../../../core/analysis/stability-limit.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { optimizerIds } from '../../../core/optimizers/index.ts';
import {
  explainStep,
  firstSeedAt,
  firstSeedOf,
  type ExplainedStep,
} from '../../../core/training/explain-step.ts';
import { runAt } from '../../../core/training/fork.ts';
import { buildModelOnData } from '../../../core/training/model-on-data.ts';
import { createTrainer, type Checkpoint } from '../../../core/training/trainer.ts';
import { assets, bowl, expectedColumns, shortDigits } from '../../support/experiments.ts';

function checkpointAt(config: ExperimentConfig, step: number): Checkpoint {
  const trainer = createTrainer(config, assets);
  trainer.advance(step - trainer.step, null);
  return firstSeedAt(trainer.checkpoint());
}

function explained(
  config: ExperimentConfig,
  step: number,
  index: number | null = 0,
): ExplainedStep {
  const told = explainStep(firstSeedOf(config), assets, checkpointAt(config, step), index);
  if (told.kind !== 'update') throw new Error(`ended at ${told.step}`);
  return told.update;
}

const adam = parseExperimentConfig({
  version: 1,
  seed: 3,
  totalSteps: 60,
  lr: 0.005,
  replicates: 3,
  problem: { kind: 'objective', objective: { id: 'quadratic-bowl' }, noise: 0.5 },
  optimizer: { id: 'adam' },
  schedule: { id: 'one-cycle' },
});

describe('the account of a step', () => {
  it.each(optimizerIds)('of %s is what the run recorded, in every number', (id) => {
    const config: ExperimentConfig = { ...adam, optimizer: parsedOptimizer(id) };
    const columns = expectedColumns(config);
    const at = (metric: string, step: number): number => {
      const { steps, values } = columns.get(metric as never)!;
      return values[steps.indexOf(step)]!;
    };
    for (const step of [0, 1, 7, 59]) {
      for (const index of [0, 1]) {
        const told = explained(config, step, index);
        expect(told.theta.before).toBe(at(`param/${index}`, step));
        expect(told.theta.after).toBe(at(`param/${index}`, step + 1));
        expect(told.theta.after).toBe(told.theta.before + told.delta);
        expect(told.loss.before).toBe(at('train/loss', step));
        expect(told.loss.after).toBe(at('train/loss', step + 1));
        expect(told.lr).toBe(at('optim/lr', step));
      }
    }
  });

  it('begins where the step before it ended: every slot, to the bit', () => {
    for (const id of optimizerIds) {
      const config = { ...adam, optimizer: parsedOptimizer(id) };
      const [first, second] = [explained(config, 11, 1), explained(config, 12, 1)];
      expect(second.slots.map(({ name, before }) => [name, before.value])).toEqual(
        first.slots.map(({ name, after }) => [name, after.value]),
      );
      expect(second.theta.before).toBe(first.theta.after);
    }
  });

  it('tells the momentum that the schedule cycles, and uses it in the rule', () => {
    const told = explained(adam, 5);
    expect(told.momentum).not.toBe(0.9);
    const line = told.lines.find(({ name }) => name === 'm')!;
    expect(line.uses['beta1']!.value).toBe(told.momentum);
  });

  it('predicts a quadratic exactly with curvature, and from the exact gradient', () => {
    const told = explained(bowl(), 20);
    const { before, after } = told.loss;
    expect(told.predicted!.total).toBeCloseTo(after! - before, 10);
    expect(told.exactGradient).not.toBe(told.gradient);
    expect(
      explained(bowl({ problem: { ...bowl().problem, noise: 0 } as never }), 20),
    ).toMatchObject({ exactGradient: null });
  });

  it('counts the optimizer from 1 and the schedule in its own unit', () => {
    const config: ExperimentConfig = { ...bowl(), scheduleUnit: 'epoch', stepsPerEpoch: 7 };
    expect(explained(config, 20)).toMatchObject({ step: 20, t: 21, scheduleIndex: 2 });
  });

  it('of a model tells one weight, and what the step did to the loss of its own batch', () => {
    const told = explained(shortDigits, 3, 100);
    expect(told.index).toBe(100);
    expect(told.dim).toBeGreaterThan(600);
    const { before, after } = told.loss;
    expect(after).toBeLessThan(before);
    expect(expectedColumns(shortDigits).get('train/loss')!.values[4]).not.toBe(after);
    // Plain descent: −gᵀΔθ = ‖g‖² η.
    const norm = expectedColumns(shortDigits).get('optim/grad_norm')!.values[3]!;
    expect(told.predicted!.slope).toBeCloseTo(-told.lr * norm ** 2, 12);
    expect(told.gain!.actual).toBe((before - after) / -told.predicted!.slope);
    expect(told.gain!.curved).toBeCloseTo(told.gain!.actual, 1);
  });

  it('begins at the weight that moves most where none is asked for, and names the next that moves', () => {
    // Pixel 1 of a digit is never lit: its weight stays where it is.
    expect(Math.abs(explained(shortDigits, 3, 0).delta)).toBe(0);
    const [before, after] = [3, 4].map(
      (step) => checkpointAt(shortDigits, step).members[0]!.params,
    );
    const changes = Array.from(after!, (value, i) => value - before![i]!);
    const most = Math.max(...changes.map(Math.abs));
    const told = explained(shortDigits, 3, null);
    expect(told.index).toBe(changes.findIndex((change) => Math.abs(change) === most));
    expect(Math.abs(told.delta)).toBeCloseTo(most, 12);
    const first = changes.findIndex((change) => change !== 0);
    expect(first).toBeGreaterThan(0);
    expect(explained(shortDigits, 3, 0).nextMoving).toBe(first);
  });

  it('tells no gain of a stream, whose every update has a loss of its own', () => {
    const stream = { kind: 'stream', stream: { id: 'reddi' } };
    const told = explained(parseExperimentConfig({ ...adam, problem: stream }), 3);
    expect(told).toMatchObject({ predicted: null, gain: null });
    expect(told.loss.after).not.toBeNaN();
  });

  it('tells the largest curvature and the rate it bears: of plain descent 2/L, of Adam for its moments', () => {
    const plain = explained(bowl(), 5).stability!;
    expect(plain).toEqual({ sharpness: 1, kind: 'exact', limit: { rate: 2, kind: 'exact' } });
    const checkpoint = checkpointAt(adam, 8).members[0]!;
    const hessian = Float64Array.from([1, 0, 0, 0.05]);
    const at = { state: checkpoint.optimizer, t: 8 };
    const { sharpness, limit } = explained(adam, 7).stability!;
    expect(sharpness).toBe(1);
    expect(limit).toEqual(frozenLimit(adam.optimizer, hessian, at));
    expect(limit!.kind).toBe('frozen-preconditioner');
  });

  it('has no limit where the objective bends down, nor a curvature of a stream', () => {
    const problem = { kind: 'objective', objective: { id: 'rosenbrock' }, start: [0, 1] };
    const config = parseExperimentConfig({ ...bowl(), problem: { ...problem, noise: 0 } });
    const { sharpness, limit } = explained(config, 0).stability!;
    expect(sharpness).toBeGreaterThan(0);
    expect(limit).toBeNull();
    const stream = { kind: 'stream', stream: { id: 'constant-gradient' } };
    expect(explained(parseExperimentConfig({ ...adam, problem: stream }), 3).stability).toBeNull();
  });

  it('of a model estimates the sharpness over all training samples at the parameters before the update', () => {
    const { problem } = shortDigits;
    if (problem.kind !== 'model') throw new Error('not a model');
    const { model, dataset } = buildModelOnData(problem, shortDigits, assets);
    const params = checkpointAt(shortDigits, 50).members[0]!.params;
    const { eigenvalue } = sharpness(model, dataset.train, params);
    expect(explained(shortDigits, 50).stability).toEqual({
      sharpness: eigenvalue,
      kind: 'estimate',
      limit: { rate: 2 / eigenvalue, kind: 'exact' },
    });
  });

  it('of a fork is that of the run it leaves until there, and its own from there on', () => {
    const parent = bowl({ totalSteps: 100, replicates: 2 });
    const config = parseExperimentConfig({
      ...parent,
      lr: parent.lr / 4,
      fork: { step: 40, from: parent },
    });
    expect(runAt(config, 39)).toEqual(parent);
    const before = explained(runAt(config, 39), 39);
    const after = explained(runAt(config, 40), 40);
    expect(after.theta.before).toBe(before.theta.after);
    expect(after.lr).toBe(before.lr / 4);
  });

  it('past the last update tells how the run ended', () => {
    const config = bowl({ totalSteps: 30 });
    expect(explainStep(firstSeedOf(config), assets, checkpointAt(config, 30), 0)).toEqual({
      kind: 'ended',
      step: 30,
      outcome: { status: 'finished', reason: 'max-steps', step: 30 },
    });
    const early = bowl({ stop: { ...bowl().stop, targetLoss: 1e9 } });
    expect(explainStep(firstSeedOf(early), assets, checkpointAt(early, 0), 0)).toMatchObject({
      kind: 'ended',
      outcome: { status: 'stopped', reason: 'target-loss' },
    });
  });
});

function parsedOptimizer(id: string): ExperimentConfig['optimizer'] {
  return parseExperimentConfig({ ...adam, optimizer: { id } }).optimizer;
}
