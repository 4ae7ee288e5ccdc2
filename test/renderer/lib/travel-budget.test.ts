import { describe, expect, test } from 'vitest';
import { TravelSeries } from '../../../core/analysis/travel-series.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import {
  defiesTravel,
  frozenEnd,
  makesRates,
  plannedBudget,
  travelBudget,
  travelledBudget,
} from '../../../renderer/src/lib/travel-budget.ts';
import { bowl, columnsOf, shortDigits } from '../../support/experiments.ts';

describe('the travel budget', () => {
  const flattest = 0.05;
  const needed = Math.log(100) / flattest;

  test('is counted in what the flattest direction needs', () => {
    const budget = plannedBudget(bowl({ totalSteps: 2000 }))!;
    expect(budget.needed).toBeCloseTo(needed, 12);
    expect(budget.share(1000)).toBeCloseTo(100 / needed, 12);
    expect([budget.frozen(0), budget.frozen(2000)]).toEqual([false, false]);
  });

  test('with momentum .9 a tenth of the rates will do', () => {
    const optimizer = { id: 'momentum', params: { momentum: 0.9 } };
    const heavy = plannedBudget(parseExperimentConfig({ ...bowl(), optimizer }))!;
    expect(heavy.needed).toBeCloseTo(needed / 10, 12);
    expect(heavy.share(100)).toBeCloseTo(1000 / 10 / needed, 12);
  });

  test('a rate that has died out before it arrived is frozen; one that arrived or goes on is not', () => {
    const budgetOf = (schedule: object, lr: number): NonNullable<ReturnType<typeof travelBudget>> =>
      plannedBudget(parseExperimentConfig({ ...bowl({ totalSteps: 1000, lr }), schedule }))!;
    const literal = budgetOf({ id: 'literal-recurrence', params: { decay: 0.1 } }, 0.1);
    expect([literal.frozen(0), literal.frozen(1000)]).toEqual([true, true]);
    const far = budgetOf({ id: 'cosine', params: {} }, 0.5);
    expect([far.share(1000) > 1, far.frozen(1000)]).toEqual([true, false]);
    const near = budgetOf({ id: 'cosine', params: {} }, 0.05);
    expect([near.frozen(0), near.frozen(1000)]).toEqual([false, true]);
    const slow = budgetOf({ id: 'inverse-time', params: { decay: 0.01 } }, 0.1);
    expect([slow.share(1000) < 1, slow.frozen(1000)]).toEqual([true, false]);
  });

  test('a rate that stays is not frozen, however few or small its updates', () => {
    for (const [totalSteps, lr] of [
      [1, 0.1],
      [1000, 1e-6],
    ] as const) {
      const budget = plannedBudget(bowl({ totalSteps, lr }))!;
      expect([budget.frozen(0), budget.frozen(totalSteps)]).toEqual([false, false]);
    }
  });

  test('a fork has the travel of the run it leaves, and freezes by its own rates', () => {
    const from = bowl({ totalSteps: 400 });
    const schedule = { id: 'literal-recurrence', params: { decay: 0.5 } };
    const config = parseExperimentConfig({
      ...from,
      schedule,
      scheduleStart: -200,
      fork: { step: 200, from },
    });
    const budget = plannedBudget(config)!;
    expect(budget.share(200)).toBeCloseTo(20 / needed, 12);
    expect([budget.frozen(0), budget.frozen(250)]).toEqual([false, true]);
  });

  test('counts only the directions the start has to go', () => {
    const config = bowl({ problem: { ...bowl().problem, start: [1, 0] } as never });
    expect(plannedBudget(config)!.needed).toBeCloseTo(Math.log(100), 12);
    const home = bowl({ problem: { ...bowl().problem, start: [0, 0] } as never });
    expect(plannedBudget(home)).toBeNull();
  });

  test('is not known of Adam, of models, of a plateau rule and of very long runs', () => {
    const adam = parseExperimentConfig({ ...bowl(), optimizer: { id: 'adam' } });
    const plateau = parseExperimentConfig({ ...bowl(), schedule: { id: 'reduce-on-plateau' } });
    const all = [adam, shortDigits, plateau, bowl({ totalSteps: 1e9 })];
    expect(all.map(plannedBudget)).toEqual([null, null, null, null]);
  });

  test('of a rule that makes its rates is counted in those it made', () => {
    const quiet = { ...bowl().problem, noise: 0 };
    const config = parseExperimentConfig({
      ...bowl({ totalSteps: 300, lr: 0.5 }),
      problem: quiet,
      schedule: { id: 'reduce-on-plateau', params: { patience: 0, factor: 0.5, threshold: 0.5 } },
    });
    const recorder = createRecorder();
    createTrainer(config).advance(300, recorder);
    const rates = columnsOf(recorder.flush()).get('optim/lr')!.values.slice(0, 300);
    // It halves again and again: the sum stays below what a constant rate would have made.
    const travelled = rates.reduce((sum, rate) => sum + rate, 0);
    expect(travelled).toBeLessThan(0.5 * 300 * 0.9);
    const budget = travelBudget(config, Float64Array.from(rates))!;
    expect(budget.share(300)).toBeCloseTo(travelled / needed, 12);
    const travel = new TravelSeries();
    travel.append(rates);
    expect(travelledBudget(config, travel)!.share(300)).toBeCloseTo(travelled / needed, 12);
    expect(makesRates(config)).toBe(true);
    expect(makesRates(bowl())).toBe(false);
    expect(makesRates({ ...config, totalSteps: 1e9 })).toBe(false);
    expect(budget.frozen(300)).toBe(true);
    // A run that ended early has what it used until then, and says the same of every later step.
    const early = travelBudget(config, Float64Array.from(rates.slice(0, 10)))!;
    expect(early.share(300)).toBe(early.share(10));
  });

  test('is defied by rules that divide or take signs, where descent would have one', () => {
    const under = (change: object): boolean =>
      defiesTravel(parseExperimentConfig({ ...bowl(), ...change }));
    for (const id of ['adam', 'rmsprop', 'lion', 'rprop']) {
      expect(under({ optimizer: { id } }), id).toBe(true);
    }
    expect(under({ optimizer: { id: 'momentum' } })).toBe(false);
    const valley = { kind: 'objective', objective: { id: 'rosenbrock' } };
    expect(under({ optimizer: { id: 'adam' }, problem: valley })).toBe(false);
  });
});

describe('how a run ended frozen', () => {
  const ended = { state: 'finished', reason: 'max-steps' } as const;
  const flattest = 0.05;
  const planned = (schedule: object, change: object = {}): ReturnType<typeof bowl> =>
    parseExperimentConfig({ ...bowl({ totalSteps: 1000, lr: 0.1, ...change }), schedule });
  const fast = planned({ id: 'inverse-time', params: { decay: 0.1 } });

  test('by when half its travel was made, what share of the needed it was, and what is left', () => {
    const end = frozenEnd({ ...ended, config: fast, step: 1000 })!;
    const sums = [0];
    for (let s = 0; s < 1000; s++) sums.push(sums[s]! + 0.1 / (1 + 0.1 * s));
    const total = sums[1000]!;
    expect(end.share).toBeCloseTo((total * flattest) / Math.log(100), 10);
    expect(end.left).toBeCloseTo(Math.exp(-flattest * total), 10);
    expect(end.halfBy).toBe(sums.findIndex((sum) => sum >= total / 2));
  });

  test('a cosine that comes to zero at the end of its run is not called so, one far too small is', () => {
    const endOf = (lr: number): ReturnType<typeof frozenEnd> =>
      frozenEnd({ ...ended, config: planned({ id: 'cosine', params: {} }, { lr }), step: 1000 });
    expect(plannedBudget(planned({ id: 'cosine', params: {} }, { lr: 0.05 }))!.frozen(1000)).toBe(
      true,
    );
    expect(endOf(0.05)).toBeNull();
    expect(endOf(0.001)).not.toBeNull();
  });

  test('it is what the budget says at that step and at half of it, of every schedule and any length', () => {
    const schedules = [
      { id: 'constant', params: {} },
      { id: 'cosine', params: {} },
      { id: 'inverse-time', params: { decay: 0.01 } },
      { id: 'inverse-time', params: { decay: 1 } },
      { id: 'literal-recurrence', params: { decay: 0.1 } },
      { id: 'exponential', params: { gamma: 0.9 } },
    ];
    let frozen = 0;
    for (const schedule of schedules) {
      for (const lr of [0.01, 0.1, 1]) {
        const config = planned(schedule, { lr });
        for (const step of [1, 40, 700, 1000]) {
          const { frozen: at } = plannedBudget(config)!;
          const expected = at(step) && at(Math.floor(step / 2));
          frozen += expected ? 1 : 0;
          expect(frozenEnd({ ...ended, config, step }) !== null, JSON.stringify(schedule)).toBe(
            expected,
          );
        }
      }
    }
    expect(frozen).toBeGreaterThan(10);
  });

  test('nothing is said of a run that is not over, blew up, or made no step', () => {
    const at = (change: object): unknown =>
      frozenEnd({ ...ended, config: fast, step: 1000, ...change });
    expect(at({})).not.toBeNull();
    expect(at({ state: 'running', reason: null })).toBeNull();
    expect(at({ state: 'diverged', reason: 'loss' })).toBeNull();
    expect(at({ state: 'stopped', reason: 'loss-limit' })).toBeNull();
    expect(at({ state: 'stopped', reason: 'user', step: 900 })).not.toBeNull();
    expect(at({ step: 0 })).toBeNull();
    expect(at({ config: null })).toBeNull();
  });
});
