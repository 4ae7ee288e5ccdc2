/** What stands at the head of a guide: a picture of what it measured. */
import { smoothedLosses } from '../../../core/analysis/range-test.ts';
import type { Assets } from '../../../core/datasets/dataset.ts';
import type { Text } from '../../../core/text.ts';
import { runRangeTest } from '../../../core/training/run-range-test.ts';
import { ends } from '../lessons/08-braking-by-feedback/ends.ts';
import { formatSetting } from '../lib/format.ts';
import { drawLines, type DrawnLine, type Drawing } from './drawing.ts';
import { meanOf, tailLoss } from './ends.ts';
import { planOf } from './first-rate/claims.ts';
import { variants } from './first-rate/experiments.ts';
import type { GuideId } from './guide.ts';
import { patiences, plateauRun } from './plateau/experiments.ts';
import { seriesOf } from './run-series.ts';
import { rates, training as onMoons, type ShapeId } from './schedule/experiments.ts';
import { lengths, training as warmedUp } from './warm-up/experiments.ts';

export type FigureId = Exclude<GuideId, 'curves'>;

/** In pixels of `figureBox`; the words for it are in `figureWords`, in the same order. */
export interface Figure {
  readonly lines: Drawing;
  /** Vertical lines. */
  readonly marks: Drawing;
  /** One point at the foot for each. */
  readonly ticks: Drawing;
}

export const figureBox = { width: 544, height: 176 } as const;

interface FigureWords {
  readonly lines: readonly Text[];
  readonly marks: readonly Text[];
  readonly ticks: readonly string[];
}

/** Powers of ten below the curve of a range test. */
const DECADES = [1e-3, 1e-2, 1e-1, 1, 10];
const SAME: Text = { zh: '', en: '' };
const stepsOf = (): readonly number[] => [0, 100, 200, 300];

export const figureWords: Readonly<Record<FigureId, FigureWords>> = {
  'first-rate': {
    lines: [SAME],
    marks: [
      { zh: '最陡处', en: 'steepest' },
      { zh: '最低处', en: 'lowest' },
    ],
    ticks: DECADES.map(formatSetting),
  },
  schedule: {
    lines: [
      { zh: '常数', en: 'constant' },
      { zh: '余弦', en: 'cosine' },
    ],
    marks: [],
    ticks: rates.map(formatSetting),
  },
  'warm-up': {
    lines: [
      { zh: '不预热', en: 'no warm-up' },
      { zh: `预热 ${lengths[3]} 次`, en: `${lengths[3]} updates` },
    ],
    marks: [],
    ticks: stepsOf().map(formatSetting),
  },
  plateau: { lines: [SAME], marks: [], ticks: patiences.map(formatSetting) },
};

interface Measured {
  readonly lines: readonly DrawnLine[];
  readonly marks?: readonly number[];
  readonly ticks: readonly number[];
}

/** The seed whose marks are the middle ones. */
const MIDDLE_SEED = 4;

function rangeTest(assets: Assets): Measured {
  const { base, rates: over } = planOf(variants.plain);
  const test = runRangeTest({ ...base, seed: MIDDLE_SEED }, assets, over);
  const smooth = smoothedLosses(test.losses);
  const line = [...smooth].flatMap((y, k) => {
    const rate = test.rates[k]!;
    return rate < DECADES[0]! ? [] : [{ x: Math.log10(rate), y }];
  });
  const { steepest, lowest } = test.marks;
  return {
    lines: [line],
    marks: [Math.log10(steepest!), Math.log10(lowest!)],
    ticks: DECADES.map((rate) => Math.log10(rate)),
  };
}

function byRate(assets: Assets): Measured {
  const shapes: readonly ShapeId[] = ['constant', 'cosine'];
  const lines = shapes.map((shape) =>
    rates.map((lr) => ({
      x: Math.log10(lr),
      y: tailLoss(onMoons(shape, 'short', lr), assets),
    })),
  );
  return { lines, ticks: rates.map((lr) => Math.log10(lr)) };
}

function byStep(assets: Assets): Measured {
  const lines = ([0, 100] as const).map((length) => {
    const config = warmedUp(length, 'steep', 'usual');
    const { steps, values } = seriesOf(config, 'ensemble/loss_mean', assets);
    return steps.map((x, k) => ({ x, y: values[k]! }));
  });
  return { lines, ticks: stepsOf() };
}

function byPatience(): Measured {
  const line = patiences.map((patience, x) => ({
    x,
    y: meanOf(ends(plateauRun({ patience })).map(({ loss }) => loss)),
  }));
  return { lines: [line], ticks: patiences.map((_, x) => x) };
}

const measured: Readonly<Record<FigureId, (assets: Assets) => Measured>> = {
  'first-rate': rangeTest,
  schedule: byRate,
  'warm-up': byStep,
  plateau: byPatience,
};

export const figureIds = Object.keys(measured) as readonly FigureId[];

/** The figure of a guide, with losses on a log scale. */
export function drawFigure(id: FigureId, assets: Assets): Figure {
  const { lines, marks = [], ticks } = measured[id](assets);
  const all = lines.flat().map(({ y }) => y);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const upright = marks.map((x) => [
    { x, y: low },
    { x, y: high },
  ]);
  const foot = ticks.map((x) => [{ x, y: low }]);
  const drawn = drawLines([...lines, ...upright, ...foot], true, figureBox);
  const firstTick = lines.length + marks.length;
  return {
    lines: drawn.slice(0, lines.length),
    marks: drawn.slice(lines.length, firstTick),
    ticks: drawn.slice(firstTick),
  };
}
