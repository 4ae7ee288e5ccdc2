import { beforeEach, describe, expect, it } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { yDomainOf } from '../../../renderer/src/charts/domain.ts';
import { SmoothedSeries } from '../../../core/analysis/smoothing.ts';
import type { Pane } from '../../../renderer/src/charts/plot.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  stagePanes,
  type StageLine,
  type UnevenAxis,
} from '../../../renderer/src/panels/stage-panes.ts';
import { travelOf } from '../../../renderer/src/lib/theory.ts';
import { knownTheory, lossTheory } from '../../../renderer/src/panels/stage-theory.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import { assets, bowl, shortDigits } from '../../support/experiments.ts';

/** A configuration as a line of the stage: run, or only planned. */
function line(config: ExperimentConfig, ran: boolean, slot = 0): StageLine {
  return { slot, name: `run ${slot}`, config, run: ran ? runOf(config) : null, selected: true };
}

function runOf(config: ExperimentConfig): ExploredRun {
  const recorder = createRecorder();
  const trainer = createTrainer(config, assets);
  trainer.advance(config.totalSteps, recorder);
  const { step, outcome } = trainer;
  const [result, chunks] = [trainer.result(), recorder.flush()];
  return new ExploredRun(0, 'run', config, { step, outcome: outcome!, result, chunks });
}

function panesOf(...lines: readonly StageLine[]): Record<string, Pane> {
  return panesAlong(null, ...lines);
}

function panesAlong(
  along: UnevenAxis | null,
  ...lines: readonly StageLine[]
): Record<string, Pane> {
  const totalSteps = Math.max(...lines.map(({ config }) => config.totalSteps));
  const options = {
    lines,
    totalSteps,
    columns: 800,
    lossScale: 'log',
    theory: lossTheory(lines, totalSteps, ['expected', 'floor']),
    limitShown: true,
    along,
    limitAlong: null,
    smoothing: null,
  } as const;
  return Object.fromEntries(stagePanes(options).map((pane) => [pane.id, pane]));
}

const plateau = parseExperimentConfig({
  ...bowl({ totalSteps: 200 }),
  schedule: { id: 'reduce-on-plateau', params: { patience: 1, factor: 0.5 } },
});

beforeEach(() => setLocale('en'));

describe('the rate pane', () => {
  it('of a rule that multiplies by a factor is a log axis that holds what the run made of it', () => {
    const { rate } = panesOf(line(plateau, true));
    expect(rate!.yScale).toBe('log');
    const { view } = rate!.series[0]!;
    const least = Math.min(...view.min);
    expect(least).toBeLessThan(plateau.lr / 2 ** 14);
    expect(rate!.yDomain![0]).toBeLessThan(plateau.lr);
  });

  it('has nothing to draw of such a rule before the run, and says when it will', () => {
    const { rate } = panesOf(line(plateau, false));
    expect(rate!.series).toEqual([]);
    expect(rate!.emptyText).toBe('The rates are drawn here as it runs.');
  });

  it('of a constant rate is linear', () => {
    expect(panesOf(line(bowl(), false)).rate!.yScale).toBe('linear');
  });
});

describe('of a run that was ended before its first step', () => {
  const waiting = (state: 'interrupted' | 'queued'): StageLine => ({
    ...line(bowl(), false),
    run: {
      id: 'waiting',
      name: 'waiting',
      config: bowl(),
      state,
      reason: null,
      result: null,
      error: null,
      step: 0,
      ended: state === 'interrupted',
      trainingTime: undefined,
      view: () => null,
      points: () => null,
      readPoints: () => Promise.resolve(),
      lastStep: () => -1,
      heldPoint: () => null,
      readPoint: () => Promise.resolve(null),
      refine: () => Promise.resolve(),
    },
  });

  it('one pane says so, and no other', () => {
    const { loss, rate } = panesOf(waiting('interrupted'));
    expect(loss!.emptyText).toBe('It ended before its first step: nothing was recorded.');
    expect(rate!.emptyText).toBe('');
  });

  it('nothing is said of one that is still to begin', () => {
    expect(panesOf(waiting('queued')).loss!.emptyText).toBe('');
  });
});

describe('the accuracy pane', () => {
  it('is empty before the run, and of a run that is not evaluated: each says so', () => {
    expect(panesOf(line(shortDigits, false)).accuracy!.emptyText).toMatch(/^Run it/);
    const blind = { ...shortDigits, totalSteps: 3, evaluateEvery: 0 };
    expect(panesOf(line(blind, true)).accuracy!.emptyText).toMatch(/not evaluated/);
  });
});

describe('theory', () => {
  const decays = bowl({ schedule: { id: 'inverse-time', params: { decay: 0.01 } } });
  const labels = (lines: readonly StageLine[], drawn: Parameters<typeof lossTheory>[2]): string[] =>
    lossTheory(lines, 2000, drawn).map(({ label }) => label);

  it('draws what is switched on', () => {
    const lines = [line(decays, false)];
    expect(labels(lines, [])).toEqual([]);
    expect(labels(lines, ['expected', 'floor'])).toEqual(['run 0, expected']);
    expect(labels(lines, ['parts'])).toEqual(['from the start', 'from the noise']);
  });

  it('a constant rate that was run has its floor in place of the expectation, if that is drawn', () => {
    const lines = [line(bowl({ totalSteps: 50 }), true)];
    expect(labels(lines, ['expected', 'floor'])).toEqual([expect.stringMatching(/^noise floor/)]);
    expect(labels(lines, ['expected'])).toEqual(['expected loss']);
  });

  it('offers what is known: of plain descent on a noisy bowl all, of Adam and of models what can be told along the run', () => {
    const known = (config: ExperimentConfig): readonly string[] =>
      knownTheory([line(config, false)]);
    expect(known(bowl())).toEqual(['expected', 'parts', 'floor', 'gain', 'limit']);
    expect(known(decays)).toEqual(['expected', 'parts', 'gain', 'limit']);
    const exact = bowl({ problem: { ...bowl().problem, noise: 0 } as never });
    expect(known(exact)).toEqual(['expected', 'gain', 'limit']);
    const adam = parseExperimentConfig({ ...bowl(), optimizer: { id: 'adam' } });
    expect(known(adam)).toEqual(['gain', 'edge']);
    expect(known(shortDigits)).toEqual(['gain', 'edge']);
    expect(known(parseExperimentConfig({ ...adam, optimizer: { id: 'lion' } }))).toEqual(['gain']);
    const stream = { kind: 'stream', stream: { id: 'reddi' } };
    expect(known(parseExperimentConfig({ ...adam, problem: stream }))).toEqual([]);
  });

  it('draws the limit along a run as an estimate, where it is near the rates', () => {
    const limit = new SeriesBuffer();
    limit.append({ first: 0, stride: 5, values: Float64Array.of(40, 3, NaN, 1) });
    const options = {
      ...{
        totalSteps: 20,
        columns: 800,
        lossScale: null,
        smoothing: null,
        theory: [],
        limitShown: true,
        along: null,
      },
      limitAlong: { limit, limitStride: 5 },
    };
    const pane = (config: ExperimentConfig): Pane =>
      stagePanes({ ...options, lines: [line({ ...config, lr: 1 }, false)] }).at(-1)!;
    const adam = pane(parseExperimentConfig({ ...bowl(), optimizer: { id: 'adam' } }));
    const [along] = adam.theory!;
    expect(along!.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 40],
      [5, 3],
      [10, NaN],
      [15, 1],
    ]);
    expect(along!.label).toBe('limit at these moments, estimate at 1 step in 5');
    expect(adam.symbol).toBe('η');
    expect(yDomainOf(adam)[1]).toBeLessThan(6);
    expect(yDomainOf(adam)[1]).toBeGreaterThan(3);
    expect(pane(shortDigits).theory![0]!.label).toMatch(/^2\/λ here, estimate/);
  });

  it('says how far the limit along a run is where it never comes near the rates', () => {
    const limit = new SeriesBuffer();
    limit.append({ first: 0, stride: 1, values: Float64Array.of(40, NaN, 30.25) });
    const config = parseExperimentConfig({ ...bowl(), lr: 1, optimizer: { id: 'adam' } });
    const pane = stagePanes({
      ...{
        totalSteps: 20,
        columns: 800,
        lossScale: null,
        smoothing: null,
        theory: [],
        limitShown: true,
        along: null,
      },
      lines: [line(config, false)],
      limitAlong: { limit, limitStride: 1 },
    }).at(-1)!;
    expect(pane.symbol).toBe('η, stable up to 30.3 or more (estimate)');
    expect(yDomainOf(pane)[1]).toBeLessThan(10);
  });

  it('names the limit 2/L of plain descent only', () => {
    const danger = (config: ExperimentConfig): string | undefined =>
      panesOf(line({ ...config, lr: 1.9 }, false)).rate!.danger?.label;
    expect(danger(bowl())).toBe('2/L = 2, above this it diverges');
    const optimizer = { id: 'momentum', params: { momentum: 0.9 } };
    const heavy = parseExperimentConfig({ ...bowl(), optimizer });
    expect(danger(heavy)).toBe('stability limit 3.8, above this it diverges');
  });
});

describe('the loss pane', () => {
  it('names the loss behind its title, where all runs have the same', () => {
    expect(panesOf(line(bowl(), false)).loss!.symbol).toBe('f(θ)');
    expect(panesOf(line(shortDigits, false)).loss!.symbol).toBe('softmax cross-entropy');
    expect(panesOf(line(bowl(), false)).loss!.notes).toEqual([]);
    const seeds = bowl({ replicates: 5 });
    expect(panesOf(line(seeds, true)).loss!.notes!.at(-1)).toBe('of 5 seeds');
    const other = {
      ...shortDigits,
      problem: { ...shortDigits.problem, loss: { id: 'mse', params: {} } },
    };
    const mixed = panesOf(line(shortDigits, false), line(other as never, false, 1));
    expect(mixed.loss!.symbol).toBe('');
  });

  it('says what will be drawn, of a model and of an objective', () => {
    expect(panesOf(line(bowl(), false)).loss!.emptyText).toBe('Run it and the loss is drawn here.');
    expect(panesOf(line(shortDigits, false)).loss!.emptyText).toMatch(/training loss/);
  });
});

describe('along the travel', () => {
  const constant = bowl({ totalSteps: 400 });
  const decays = bowl({
    totalSteps: 400,
    schedule: { id: 'inverse-time', params: { decay: 0.05 } },
  });
  const lines = [line(constant, true), line(decays, false, 1)];
  const travels = new Map(lines.map(({ slot, config }) => [slot, travelOf(config)!]));
  const end = travels.get(0)!.at(400);
  const { loss, rate } = panesAlong({ id: 'travel', places: travels, end }, ...lines);

  it('every series has the places of its own run, and every step in one bucket', () => {
    for (const { slot, places, view } of [...loss!.series, ...rate!.series]) {
      expect(places).toBe(travels.get(slot));
      view.first.forEach((first, i) => {
        expect(first).toBe(i === 0 ? 0 : view.last[i - 1]! + 1);
      });
    }
    expect(rate!.series.map(({ view }) => view.last.at(-1))).toEqual([399, 399]);
  });

  it('what theory says of a run stands where the run is, and a floor from one end to the other', () => {
    const [expected, floor] = loss!.theory!;
    expect(expected!.points.at(-1)!.x).toBe(travels.get(1)!.at(400));
    expect([floor!.points[0]!.x, floor!.points.at(-1)!.x]).toEqual([0, end]);
    const along = panesOf(...lines).loss!.theory![0]!;
    expect(along.points.at(-1)!.x).toBe(400);
    expect(expected!.points.map(({ y }) => y)).toEqual(along.points.map(({ y }) => y));
  });
});

describe('smoothed losses', () => {
  const { run, ...rest } = line(bowl({ totalSteps: 300 }), true);
  const one = { ...rest, run };
  const average = new SmoothedSeries(0.9, 1);
  average.appendPoints(
    run!.points('ensemble/loss_mean', 0, 300) ?? run!.points('train/loss', 0, 300)!,
  );
  const options = {
    lines: [one],
    totalSteps: 300,
    columns: 800,
    lossScale: null,
    theory: [],
    limitShown: false,
    limitAlong: null,
    along: null,
  } as const;

  it('are drawn over the recorded ones, which stay in sight; the rate is as it was', () => {
    const plain = stagePanes({ ...options, smoothing: null });
    const smoothed = stagePanes({ ...options, smoothing: { beta: 0.9, of: () => average } });
    const [raw, bold] = smoothed[0]!.series;
    expect([raw!.faint, raw!.label, bold!.faint, bold!.label]).toEqual([
      true,
      '',
      undefined,
      'run 0',
    ]);
    expect(raw!.view).toEqual(plain[0]!.series[0]!.view);
    expect(bold!.view.min[300]).toBe(average.at(300));
    expect(bold!.view.min[300]).not.toBe(raw!.view.min[300]);
    expect(smoothed[0]!.notes).toContainEqual(expect.stringContaining('β = 0.9'));
    expect(smoothed.at(-1)).toEqual(plain.at(-1));
  });

  it('are drawn as recorded while the average is read', () => {
    const plain = stagePanes({ ...options, smoothing: null });
    const reading = stagePanes({ ...options, smoothing: { beta: 0.9, of: () => undefined } });
    expect(reading[0]!.series).toEqual(plain[0]!.series);
  });
});
