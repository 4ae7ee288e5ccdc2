import { describe, expect, test } from 'vitest';
import type { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Values } from '../../../core/params.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import {
  bestRate,
  expectationOf,
  hasMovingLimit,
  noiseFloor,
  plannedRates,
  rateOf,
  stabilityLimit,
  stepsPerEpoch,
  travelOf,
} from '../../../renderer/src/lib/theory.ts';
import { assets, bowl, columnsOf, shortDigits } from '../../support/experiments.ts';

const runs = Object.values(presets).flatMap((preset) => preset.runs.map(({ config }) => config));

test.each(runs)('the planned rates of run $# are the rates its trainer uses', (config) => {
  const short = { ...config, totalSteps: Math.min(config.totalSteps, 200), replicates: 1 };
  const recorder = createRecorder();
  createTrainer(short, assets).advance(short.totalSteps, recorder);
  const used = columnsOf(recorder.flush()).get('optim/lr')!.values;
  const rate = rateOf(short);
  expect([...used]).toEqual(Array.from(used, (_, s) => rate(s)));
});

describe('a rate that a metric makes', () => {
  const schedule = { id: 'reduce-on-plateau', params: {} };
  const plateau = parseExperimentConfig({ ...bowl({ totalSteps: 50 }), schedule });
  const leaving = { ...bowl({ totalSteps: 50 }), fork: { step: 20, from: plateau } };

  test('is known for the first update only', () => {
    const rate = rateOf(plateau);
    expect([rate(0), rate(1), rate(49)]).toEqual([plateau.lr, null, null]);
    expect([travelOf(plateau), plannedRates(plateau)]).toEqual([null, null]);
  });

  test('is not known of the past a fork shares with such a run; from the fork on its own plan is', () => {
    const rate = rateOf(leaving);
    expect([rate(19), rate(20)]).toEqual([null, leaving.lr]);
    expect([travelOf(leaving), plannedRates(leaving)]).toEqual([null, null]);
  });
});

test('another start leaves rates and limit as they were; another curvature, and what a fork leaves, do not', () => {
  const on = (params: Values, start: readonly number[]): ExperimentConfig =>
    parseExperimentConfig({
      ...bowl({ totalSteps: 50 }),
      problem: { kind: 'objective', objective: { id: 'quadratic-bowl', params }, start },
    });
  const one = on({}, [1, 1]);
  expect(plannedRates(on({}, [2, 1]))).toBe(plannedRates(one));
  expect(stabilityLimit(on({}, [2, 1]))).toBe(stabilityLimit(one));
  expect(stabilityLimit(on({ lambda2: 50 }, [1, 1]))).not.toBe(stabilityLimit(one));
  const forked = (lr: number): ExperimentConfig => ({
    ...one,
    fork: { step: 20, from: { ...one, lr } },
  });
  expect(plannedRates(forked(0.01))!.at(0)!.value).toBe(0.01);
  expect(plannedRates(forked(0.02))!.at(0)!.value).toBe(0.02);
});

test('the planned rates of a fork are those its trainer uses', () => {
  const schedule = { id: 'cosine', params: {} };
  const from = parseExperimentConfig({ ...bowl({ totalSteps: 60 }), schedule });
  for (const scheduleStart of [0, -25]) {
    const config = parseExperimentConfig({
      ...from,
      lr: 0.03,
      scheduleStart,
      fork: { step: 25, from },
    });
    const recorder = createRecorder();
    createTrainer(config, assets).advance(60, recorder);
    const { steps, values } = columnsOf(recorder.flush()).get('optim/lr')!;
    expect(steps[0]).toBe(25);
    expect([...values]).toEqual(steps.map(rateOf(config)));
  }
});

test('travel is the sum of the rates used so far', () => {
  const sums = travelOf(bowl({ totalSteps: 4 }))!;
  expect(sums.lastStep).toBe(4);
  expect([0, 1, 2, 3, 4].map((step) => Number(sums.at(step).toFixed(12)))).toEqual([
    0, 0.1, 0.2, 0.3, 0.4,
  ]);
});

test('the literal recurrence travels 0.433 in all', () => {
  const sums = travelOf(presets.literal.runs[1]!.config)!;
  expect(sums.at(sums.lastStep)).toBeCloseTo(0.433, 3);
});

describe('the noisy bowl', () => {
  test('bears rates up to 2/L = 2', () => {
    expect(stabilityLimit(bowl())).toBe(2);
  });

  test('with momentum bears more, and stalls higher; with Adam nothing is known exactly', () => {
    const optimizer = { id: 'momentum', params: { momentum: 0.9 } };
    const heavy = parseExperimentConfig({ ...bowl(), optimizer });
    expect(stabilityLimit(heavy)).toBeCloseTo(3.8, 12);
    expect(noiseFloor(heavy)! / noiseFloor(bowl())!).toBeGreaterThan(5);
    const adaptive = parseExperimentConfig({ ...bowl(), optimizer: { id: 'adam' } });
    expect([stabilityLimit(adaptive), noiseFloor(adaptive), expectationOf(adaptive)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('stalls where the expectation of a constant rate ends', () => {
    const config = bowl();
    const expected = expectationOf(config)!.total.at(config.totalSteps)!.value;
    const floor = noiseFloor(config)!;
    expect(expected / floor).toBeCloseTo(1, 6);
  });

  test('expects the rest of the start and what the noise adds: together they are the whole', () => {
    const config = bowl({ totalSteps: 300 });
    const { total, start, noise } = expectationOf(config)!;
    const exact = parseExperimentConfig({ ...config, problem: { ...config.problem, noise: 0 } });
    for (const s of [0, 1, 30, 300]) {
      const [whole, rest, added] = [total, start, noise].map((part) => part.at(s)!.value);
      expect(rest! + added!).toBeCloseTo(whole!, 12);
      expect(rest).toBe(expectationOf(exact)!.total.at(s)!.value);
    }
    expect([start.at(0)!.value, noise.at(0)!.value]).toEqual([total.at(0)!.value, 0]);
  });

  test('expects the same of a schedule that counts epochs as of the staircase that counts their steps', () => {
    const decaying = (change: object, params: Values = {}): SeriesBuffer =>
      expectationOf(
        parseExperimentConfig({
          ...bowl({ totalSteps: 300 }),
          schedule: { id: 'inverse-time', params: { decay: 0.5, ...params } },
          ...change,
        }),
      )!.total;
    const byEpoch = decaying({ scheduleUnit: 'epoch', stepsPerEpoch: 20 });
    const staircase = decaying({}, { decayLength: 20, staircase: true });
    const smooth = decaying({});
    for (const s of [0, 20, 21, 300]) expect(byEpoch.at(s)).toEqual(staircase.at(s));
    expect(byEpoch.at(300)).not.toEqual(smooth.at(300));
  });

  test('has no floor beyond the limit, nor without noise', () => {
    expect(noiseFloor(bowl({ lr: 2 }))).toBeNull();
    expect(noiseFloor(presets.noiseFree.runs[0]!.config)).toBeNull();
  });
});

test('equal settings are computed once, others for themselves', () => {
  const [one, same] = [bowl({ totalSteps: 77 }), bowl({ totalSteps: 77 })];
  expect(same).not.toBe(one);
  expect(expectationOf(same)).toBe(expectationOf(one));
  expect(expectationOf(bowl({ totalSteps: 78 }))).not.toBe(expectationOf(one));
});

test('the best constant rate is known of plain descent without noise, where f is bounded below', () => {
  const exact = (params: Values, change: Partial<ExperimentConfig> = {}): ExperimentConfig =>
    parseExperimentConfig({
      ...bowl(),
      problem: { kind: 'objective', objective: { id: 'quadratic-bowl', params }, noise: 0 },
      ...change,
    });
  expect(bestRate(exact({ lambda1: 100, lambda2: 2.5 }))).toBeCloseTo(2 / 102.5, 15);
  expect(bestRate(bowl())).toBeNull();
  expect(bestRate(exact({}, { optimizer: { id: 'momentum', params: {} } }))).toBeNull();
  const problem = { kind: 'objective', objective: { id: 'saddle' }, noise: 0 };
  expect(bestRate(parseExperimentConfig({ ...bowl(), problem }))).toBeNull();
});

test('a limit changes along a run where the curvature does, or what divides the gradient', () => {
  const on = (objective: string, optimizer: string): boolean => {
    const problem = { kind: 'objective', objective: { id: objective } };
    return hasMovingLimit(
      parseExperimentConfig({ ...bowl(), problem, optimizer: { id: optimizer } }),
    );
  };
  expect(on('quadratic-bowl', 'sgd')).toBe(false);
  expect(on('saddle', 'momentum')).toBe(false);
  expect(on('quadratic-bowl', 'adam')).toBe(true);
  expect(on('rosenbrock', 'sgd')).toBe(true);
  expect(on('rosenbrock', 'lion')).toBe(false);
  expect(hasMovingLimit(shortDigits)).toBe(true);
});

test('a model has neither a known limit nor an expectation', () => {
  expect(stabilityLimit(shortDigits)).toBeNull();
  expect(expectationOf(shortDigits)).toBeNull();
});

test('an epoch of the digits has 45 batches of 32, 44 if the last one is dropped', () => {
  const { problem } = shortDigits;
  expect(stepsPerEpoch(problem)).toBe(45);
  if (problem.kind === 'model') expect(stepsPerEpoch({ ...problem, dropLast: true })).toBe(44);
});

test('a run of a thousand million steps is not computed step by step on the page', () => {
  const long = bowl({ totalSteps: 1e9 });
  expect([travelOf(long), plannedRates(long), expectationOf(long)]).toEqual([null, null, null]);
});
