import { beforeEach, describe, expect, it } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  gainAt,
  gainColumns,
  gainDrawn,
  gainPane,
} from '../../../renderer/src/panels/gain-pane.ts';
import type { StageLine } from '../../../renderer/src/panels/stage-panes.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import type { SurveySoFar } from '../../../renderer/src/state/survey.svelte.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';
import { explored } from '../../support/explored.ts';

const quiet = (change: Partial<ExperimentConfig> = {}): ExperimentConfig => {
  const base = bowl({ totalSteps: 30, ...change });
  return parseExperimentConfig({ ...base, problem: { ...base.problem, noise: 0 } });
};

function lineOf(config: ExperimentConfig, ran = true): StageLine {
  const run = ran ? new ExploredRun(0, 'run', config, explored(config)) : null;
  return { slot: 0, name: 'run', config, run, selected: true };
}

function surveyOf(gain: readonly number[], curved = gain, stride = 1): SurveySoFar {
  const buffer = (values: readonly number[]): SeriesBuffer => {
    const made = new SeriesBuffer();
    made.append({ first: 0, stride, values: Float64Array.from(values) });
    return made;
  };
  const series = { gain: buffer(gain), curvedGain: buffer(curved), limit: buffer([]) };
  return { stride, limitStride: 1, ...series, goesOn: false };
}

const axis = { totalSteps: 30, columns: 800, along: null };

const paneOf = (line: StageLine, survey: SurveySoFar | null): ReturnType<typeof gainPane> =>
  gainPane(line, survey, null, axis, true);

beforeEach(() => setLocale('en'));

describe('the pane of gain ratios', () => {
  it('says whose it is where other runs are drawn beside it', () => {
    const line = { ...lineOf(quiet()), name: 'slow' };
    const symbol = (alone: boolean) => gainPane(line, surveyOf([0.9]), null, axis, alone).symbol;
    expect(symbol(true)).toBe('ρ = actual ÷ predicted decrease');
    expect(symbol(false)).toBe('of the selected run, slow: ρ = actual ÷ predicted decrease');
  });

  it('names 1, ½ and 0 by what they mean for η only where steps are −η times the gradient', () => {
    const labels = (config: ExperimentConfig): (string | undefined)[] => {
      const { theory, danger } = paneOf(lineOf(config), surveyOf([0.9]));
      return [...theory!.map(({ label }) => label), danger?.label];
    };
    expect(labels(quiet())).toEqual([
      '1: as the slope predicts',
      '½, η = 1/κ: best length of the step',
      'below 0, η > 2/κ: the loss rises',
    ]);
    const others = [bowl({ totalSteps: 30 }), quiet({ optimizer: optimizer('adam') })];
    for (const config of others) expect(labels(config).join()).not.toContain('κ');
  });

  it('tints what lies under 0, at the same heights for every run', () => {
    const { danger, yDomain } = paneOf(lineOf(quiet()), surveyOf([0.9, -4]));
    expect(danger).toMatchObject({ level: 0, side: 'below' });
    expect(yDomain).toEqual([-0.5, 1.25]);
  });

  it('draws the second order only where it says something else', () => {
    const curved = (survey: SurveySoFar): boolean =>
      paneOf(lineOf(quiet()), survey).theory!.some(({ label }) => label === 'with curvature');
    expect(curved(surveyOf([0.9, 0.5, -3], [0.9, 0.5004, -30]))).toBe(false);
    expect(curved(surveyOf([0.9, 0.5], [0.9, 0.6]))).toBe(true);
  });

  it('leaves a gap where an update has no ratio, and no mark of something that went wrong', () => {
    const survey = surveyOf([0.9, NaN, 0.8]);
    const { view } = paneOf(lineOf(quiet()), survey).series[0]!;
    expect([...view.nonFinite]).toEqual([0, 0, 0]);
    expect(view.min[1]).toBeGreaterThan(view.max[1]!);
    expect(gainAt(survey, 1)).toBeNull();
  });

  it('says which loss, and how many of the updates', () => {
    const symbol = (config: ExperimentConfig, stride: number): string | undefined =>
      paneOf({ ...lineOf(config, false) }, surveyOf([1], [1], stride)).symbol;
    expect(symbol(quiet(), 1)).toBe('ρ = actual ÷ predicted decrease');
    expect(symbol(shortDigits, 51)).toBe(
      'of one update in 51, ρ = actual ÷ predicted decrease, step’s own batch',
    );
  });

  it('says what will be drawn, or why nothing is', () => {
    expect(paneOf(lineOf(quiet(), false), null).emptyText).toMatch(/^Run it/);
    const line = lineOf(quiet());
    expect(paneOf(line, null).emptyText).toMatch(/^Going over the run/);
    const moving = { ...line, run: { ...line.run!, ended: false, state: 'running' } as never };
    expect(paneOf(moving, null).emptyText).toMatch(/^Drawn when the run pauses/);
    const error = new AppError('too-large', 'x', { given: '9', allowed: '8' });
    expect(gainPane(line, null, error, axis, true).emptyText).not.toMatch(/^Going/);
  });

  it('is there for whatever has a loss that its updates go down, while it is switched on', () => {
    const lines = [lineOf(quiet())];
    expect(gainDrawn(['gain'], lines)).toBe(true);
    expect(gainDrawn(['limit'], lines)).toBe(false);
    const stream = { kind: 'stream', stream: { id: 'reddi' } };
    const config = parseExperimentConfig({ ...quiet(), problem: stream });
    expect(gainDrawn(['gain'], [lineOf(config, false)])).toBe(false);
  });

  it('is held from one looked-at update to the next, and ends with the last', () => {
    const survey = surveyOf([0.9, 0.8], [0.9, 0.8], 5);
    expect([0, 4, 5, 9, 10].map((step) => gainAt(survey, step))).toEqual([
      0.9,
      0.9,
      0.8,
      0.8,
      null,
    ]);
  });

  it('has both ratios in its table', () => {
    const [actual, curved] = gainColumns(lineOf(quiet()), surveyOf([0.9, NaN], [0.7, NaN], 5));
    expect(actual).toEqual({ title: 'run: gain ratio', steps: [0, 5], values: [0.9, NaN] });
    expect(curved).toMatchObject({ title: 'run: gain ratio, with curvature', values: [0.7, NaN] });
  });
});

function optimizer(id: string): ExperimentConfig['optimizer'] {
  return parseExperimentConfig({ ...bowl(), optimizer: { id } }).optimizer;
}
