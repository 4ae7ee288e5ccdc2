import { describe, expect, it } from 'vitest';
import { finish } from '../../../core/analysis/in-pieces.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { explainStep, firstSeedAt, firstSeedOf } from '../../../core/training/explain-step.ts';
import { SurveyPart, Surveyor, surveyStride } from '../../../core/training/run-survey.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { assets, bowl, shortDigits } from '../../support/experiments.ts';

const steady = (lr: number, noise = 0): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    totalSteps: 50,
    lr,
    problem: {
      kind: 'objective',
      objective: { id: 'quadratic-bowl', params: { lambda1: 1, lambda2: 0.05 } },
      start: [0, 3],
      noise,
    },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
  });

describe('a survey', () => {
  it('of descent along one eigen-direction finds 1 − ηλ/2 at every step', () => {
    const config = steady(8);
    const surveyor = new Surveyor(firstSeedOf(config), assets);
    const trainer = createTrainer(config, assets);
    for (let step = 0; step < 20; step++) {
      const seen = finish(surveyor.look(trainer.checkpoint().members[0]!, ['gain']));
      expect(seen.gain).toBeCloseTo(1 - (8 * 0.05) / 2, 9);
      expect(seen.curvedGain).toBeCloseTo(1 - (8 * 0.05) / 2, 12);
      trainer.advance(1, null);
    }
  });

  it('with noise judges by the exact loss and slope: a step thrown uphill has no ratio', () => {
    const config = steady(0.5, 2);
    const surveyor = new Surveyor(firstSeedOf(config), assets);
    const trainer = createTrainer(config, assets);
    const seen = Array.from({ length: 50 }, () => {
      const { gain } = finish(surveyor.look(trainer.checkpoint().members[0]!, ['gain']));
      trainer.advance(1, null);
      return gain;
    });
    expect(seen.some(Number.isNaN)).toBe(true);
    expect(seen.some(Number.isFinite)).toBe(true);
  });

  const adam = { optimizer: { id: 'adam' }, lr: 0.01 };
  it.each([
    ['a noisy bowl', bowl()],
    ['Adam on a bowl', parseExperimentConfig({ ...bowl(), ...adam })],
    ['a model', shortDigits],
    ['Adam on a model', parseExperimentConfig({ ...shortDigits, ...adam })],
  ])('of %s says what the account of the step says', (_of, config) => {
    const trainer = createTrainer(config, assets);
    const surveyor = new Surveyor(firstSeedOf(config), assets);
    for (const step of [0, 1, 17]) {
      trainer.advance(step - trainer.step, null);
      const at = firstSeedAt(trainer.checkpoint());
      const told = explainStep(firstSeedOf(config), assets, at, 0);
      if (told.kind !== 'update') throw new Error('ended');
      const { gain, curvedGain, limit } = finish(surveyor.look(at.members[0]!, ['gain', 'limit']));
      expect({ actual: gain, curved: curvedGain }).toEqual(told.update.gain);
      expect(limit).toBe(told.update.stability!.limit!.rate);
    }
  });
});

describe('the limit along a run', () => {
  it('of descent in a valley is 2/λ of the curvature there, and unknown where the valley bends down', () => {
    const config = parseExperimentConfig({
      ...steady(1e-3),
      problem: { kind: 'objective', objective: { id: 'rosenbrock' }, start: [0, 1], noise: 0 },
    });
    const surveyor = new Surveyor(firstSeedOf(config), assets);
    const checkpoint = createTrainer(config, assets).checkpoint().members[0]!;
    // ∇²f(0, 1) = ((2 − 400, 0), (0, 200)): it bends down along x.
    expect(finish(surveyor.look(checkpoint, ['limit'])).limit).toBeNaN();
    // ∇²f(1, 1) = ((802, −400), (−400, 200)), λ = (1002 + √(602² + 800²)) / 2.
    const bottom = { ...checkpoint, params: Float64Array.of(1, 1) };
    const steepest = (1002 + Math.hypot(602, 800)) / 2;
    expect(finish(surveyor.look(bottom, ['limit'])).limit).toBeCloseTo(2 / steepest, 12);
  });

  it('of a stretched problem under a frozen preconditioner is unknown for rules that take signs', () => {
    const config = parseExperimentConfig({ ...steady(0.1), optimizer: { id: 'lion' } });
    const surveyor = new Surveyor(firstSeedOf(config), assets);
    const checkpoint = createTrainer(config, assets).checkpoint().members[0]!;
    const seen = finish(surveyor.look(checkpoint, ['gain', 'limit']));
    expect(seen.limit).toBeNaN();
    expect(seen.gain).not.toBeNaN();
  });
});

describe('the updates that are looked at', () => {
  it('are all of a short run, and an odd number apart in a long one', () => {
    const { problem } = steady(1);
    expect(surveyStride({ problem, totalSteps: 4096 }, 'gain')).toBe(1);
    expect(surveyStride({ problem, totalSteps: 4097 }, 'gain')).toBe(3);
    for (const totalSteps of [10_000, 123_456, 1_000_000, 2_000_000]) {
      const stride = surveyStride({ problem, totalSteps }, 'gain');
      expect(stride % 2).toBe(1);
      expect(totalSteps / stride).toBeLessThanOrEqual(4096);
      expect(totalSteps / stride).toBeGreaterThan(1000);
    }
  });

  it('are asked for part by part without a gap, up to where the part or the run ends', () => {
    const config = { ...steady(1), totalSteps: 10_000 };
    const part = new SurveyPart(config, ['gain'], { from: 4, to: 12 });
    expect(part.next).toBe(6);
    part.add({ gain: 1, curvedGain: 2, limit: NaN });
    expect(part.next).toBe(9);
    part.add({ gain: 3, curvedGain: 4, limit: NaN });
    expect(part.next).toBeNull();
    expect(part.survey()).toEqual({
      gain: { first: 6, stride: 3, values: Float64Array.of(1, 3) },
      curvedGain: { first: 6, stride: 3, values: Float64Array.of(2, 4) },
      limit: { first: 6, stride: 3, values: new Float64Array(0) },
      next: null,
    });
    const cut = new SurveyPart(config, ['gain'], { from: 0, to: 1e9 });
    cut.add(null);
    expect(cut.next).toBeNull();
    expect(cut.survey().gain.values).toHaveLength(0);
  });

  it('are rarer for the limit of a model, which costs more than a gain', () => {
    const config = { ...shortDigits, totalSteps: 640 };
    expect(surveyStride(config, 'gain')).toBe(1);
    expect(surveyStride(config, 'limit')).toBe(11);
    const part = new SurveyPart(config, ['gain', 'limit'], { from: 10, to: 13 });
    const due = [];
    for (let step = part.next; step !== null; step = part.next) {
      due.push([step, part.due]);
      part.add({ gain: step, curvedGain: step, limit: step });
    }
    expect(due).toEqual([
      [10, ['gain']],
      [11, ['gain', 'limit']],
      [12, ['gain']],
    ]);
    expect(part.survey().limit).toEqual({ first: 11, stride: 11, values: Float64Array.of(11) });
  });

  it('are fewer for the limit the larger the model, yet never fewer than sixteen of a long run', () => {
    const { problem } = shortDigits;
    if (problem.kind !== 'model') throw new Error('no model');
    const limits = (width: number): number => {
      const model = { id: 'mlp', params: { hidden: [width] } };
      const config = parseExperimentConfig({ ...shortDigits, problem: { ...problem, model } });
      const totalSteps = 1_000_000;
      return Math.round(totalSteps / surveyStride({ ...config, totalSteps }, 'limit'));
    };
    expect([16, 32, 64, 128, 256].map(limits)).toEqual([64, 64, 46, 23, 16]);
  });

  it('are none where every update has a loss of its own', () => {
    const stream = { kind: 'stream', stream: { id: 'reddi' } };
    const config = parseExperimentConfig({ ...steady(1), problem: stream });
    expect(new SurveyPart(config, ['gain', 'limit'], { from: 0, to: 10 }).next).toBeNull();
  });
});
