import { beforeEach, describe, expect, it } from 'vitest';
import { sweepCurve } from '../../../core/analysis/sweep-curve.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { runRangeTest, type RangeTest } from '../../../core/training/run-range-test.ts';
import { runTrial } from '../../../core/training/run-trial.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { sweepSettings } from '../../../renderer/src/lib/sweep-settings.ts';
import {
  markSpread,
  markUse,
  rangePlot,
  sweepPlot,
} from '../../../renderer/src/panels/sweep-plot.ts';
import type { SweepJob } from '../../../renderer/src/state/sweep-job.ts';
import { bowl } from '../../support/experiments.ts';

const exact = { ...bowl().problem, noise: 0 } as never;
const values = [0.1, 0.5, 1, 1.9, 2.1, 5];

function job(configs: readonly ExperimentConfig[], mode: SweepJob['mode'] = 'sweep'): SweepJob {
  return {
    mode,
    plan: { kind: 'sweep', bases: configs, path: 'lr', values },
    setting: sweepSettings(configs[0]!)[0]!,
    values,
    lines: configs.map((config, slot) => ({ slot, config })),
    kept: [],
  };
}

function plotOf(...configs: readonly ExperimentConfig[]): ReturnType<typeof sweepPlot> {
  const curves = configs.map((config) =>
    sweepCurve(
      values,
      values.map((lr) => runTrial({ ...config, lr }, {})),
    ),
  );
  return sweepPlot(job(configs), curves, 0);
}

beforeEach(() => setLocale('en'));

describe('the chart of a sweep', () => {
  const config = bowl({ problem: exact, totalSteps: 300 });

  it('has a point for every value, the wall of plain descent at 2/L, and the best marked', () => {
    const { curves, marks, xs } = plotOf(config);
    expect(xs).toBe(values);
    expect(marks).toEqual([
      { at: 2, kind: 'limit', label: '2/L = 2, above this it diverges', short: '2/L = 2' },
    ]);
    const [curve] = curves;
    expect(curve!.beyond).toEqual([4, 5]);
    expect(curve!.ys[curve!.best!.index]).toBe(Math.min(...curve!.ys.slice(0, 4)));
  });

  it('what diverged has no height, what only rose has one above the chart', () => {
    const { curves, yDomain } = plotOf(config);
    expect(curves[0]!.ys[5]).toBeNaN();
    expect(curves[0]!.ys[4]).toBeGreaterThan(yDomain![1]);
  });

  it('a decaying rate may begin above the limit: then it is a mark, and no wall', () => {
    const decays = { ...config, schedule: { id: 'inverse-time', params: { decay: 0.1 } } };
    expect(plotOf(decays).marks).toMatchObject([{ at: 2, kind: 'mark' }]);
    expect(plotOf(config, decays).marks).toMatchObject([{ at: 2, kind: 'mark' }]);
  });

  it('seeds give the line its band of two standard errors', () => {
    const { curves, symbol } = plotOf(bowl({ totalSteps: 300, replicates: 5 }));
    const { spread, ys } = curves[0]!;
    expect(spread!.low[0]).toBeLessThan(ys[0]!);
    expect(spread!.high[0]! - ys[0]!).toBeCloseTo(ys[0]! - spread!.low[0]!, 12);
    expect(symbol).toBe('mean of the last 61 steps and 5 seeds, ± 2 standard errors');
    expect(plotOf(config).curves[0]!.spread).toBeNull();
  });

  it('losses below zero take a linear axis', () => {
    const objective = { id: 'styblinski-tang', params: {} };
    const problem = { ...(config.problem as object), objective, start: [1, 1] } as never;
    const { yScale, yDomain, curves } = plotOf({ ...config, problem });
    expect(yScale).toBe('linear');
    // What rose or blew up leaves the chart instead of pressing the others into a line.
    const [low, high] = yDomain!;
    expect(low).toBeLessThan(Math.min(...curves[0]!.ys.filter(Number.isFinite)));
    expect(high - low).toBeLessThan(100);
  });

  it('before the first point there are only axes', () => {
    const empty = sweepCurve(values, []);
    const { curves, yDomain } = sweepPlot(job([config, config]), [empty, empty], 0);
    expect(curves.flatMap(({ ys }) => ys).every(Number.isNaN)).toBe(true);
    expect(yDomain).toBeNull();
  });
});

describe('the chart of a range test', () => {
  const plan = { first: 1e-4, last: 40, steps: 200 };
  const tests: readonly RangeTest[] = [1, 2, 3].map((seed) =>
    runRangeTest(bowl({ seed }), {}, plan),
  );
  const rates = [...tests[0]!.rates];
  const ranging = { ...job([bowl()], 'range-test'), values: rates };

  it('draws every seed up to its blow-up, the first in front, with the marks and the limit', () => {
    const { curves, marks } = rangePlot(ranging, tests);
    expect(curves.map(({ faint }) => faint)).toEqual([false, true, true]);
    curves.forEach(({ ys }, i) => {
      const drawn = rates.filter((_, k) => !Number.isNaN(ys[k]!));
      expect(drawn.at(-1)).toBe(tests[i]!.marks.blowUp);
    });
    expect(marks.map(({ kind }) => kind)).toEqual(['limit', 'mark', 'mark', 'mark']);
  });

  it('a mark is the middle one of the seeds, and says from where to where', () => {
    const spread = markSpread(tests, 'lowest')!;
    const all = tests.map(({ marks }) => marks.lowest!).sort((a, b) => a - b);
    expect(spread.median / all[1]!).toBeCloseTo(1, 2);
    expect(spread.low / all[0]!).toBeCloseTo(1, 2);
    expect(spread.high / all[2]!).toBeCloseTo(1, 2);
    expect(spread.seeds).toBe(3);
    const none = tests.map((test) => ({ ...test, marks: { ...test.marks, blowUp: null } }));
    expect(markSpread(none, 'blowUp')).toBeNull();
  });

  it('losses below zero take a linear axis', () => {
    const objective = { id: 'styblinski-tang', params: {} };
    const problem = { ...(bowl().problem as object), objective, start: [1, 1], noise: 0 } as never;
    const config = bowl({ problem });
    const test = runRangeTest(config, {}, { ...plan, last: 1 });
    const { yScale, yDomain } = rangePlot({ ...ranging, values: [...test.rates] }, [test]);
    expect(yScale).toBe('linear');
    expect(yDomain![0]).toBeLessThan(-20);
    const spread = markSpread([test], 'blowUp')!;
    expect(markUse([test], 'blowUp', spread)).toMatch(/^The loss goes below zero/);
    expect(test.losses[test.rates.indexOf(test.marks.blowUp!)]).toBeGreaterThan(test.losses[0]!);
  });

  it('says of a blow-up by which rule it is one, of the others what they are good for', () => {
    const useOf = (name: 'blowUp' | 'lowest'): string =>
      markUse(tests, name, markSpread(tests, name)!);
    expect(useOf('blowUp')).toBe('The loss passes four times its lowest.');
    expect(useOf('lowest')).toBe('For a rate that decays to zero: up to here.');
  });

  it('one seed keeps its raw losses behind the smoothed ones', () => {
    expect(rangePlot(ranging, tests.slice(0, 1)).curves.map(({ id }) => id)).toEqual([
      'raw',
      'seed 0',
    ]);
    expect(rangePlot(ranging, []).curves).toEqual([]);
  });
});
