/** Small drawings of the five questions: what the exact theory says of ready experiments, and a training log. */
import { presets } from '../../../core/experiment/presets.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { stream } from '../../../core/math/rng.ts';
import { figureBox, lossFigure, rateFigure } from './preset-figure.ts';
import { expectationOf, stabilityLimit } from './theory.ts';

export const questions = ['stall', 'decay', 'code', 'rate', 'log'] as const;
export type Question = (typeof questions)[number];

/** Lines and dots in the box of figures of presets. */
export interface QuestionFigure {
  /** `points` of an SVG polyline, and the series whose colour and dash it has. */
  readonly lines: readonly { readonly points: string; readonly slot: number }[];
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** Where the stability limit stands, if it is in the picture. */
  readonly wall: number | null;
  /** Where a word stands above the end of a line. */
  readonly word: { readonly x: number; readonly y: number } | null;
}

const { width: WIDTH, height: HEIGHT } = figureBox;
const INSET = 14;
const bare: QuestionFigure = { lines: [], dots: [], wall: null, word: null };

export function questionFigure(question: Question): QuestionFigure {
  return figures[question]();
}

const figures: Readonly<Record<Question, () => QuestionFigure>> = {
  stall: () => withSlots(lossFigure(presets.pair).lines, [0, 1], 0),
  decay: () => {
    const { pair, literal } = presets;
    const [first] = literal.runs;
    const constant = {
      ...first!,
      config: { ...first!.config, schedule: pair.runs[0]!.config.schedule },
    };
    const { lines } = lossFigure({ ...literal, runs: [constant, ...literal.runs] });
    return withSlots(lines, [0, 1, 2], 2);
  },
  code: () => withSlots(rateFigure(presets.literal, 12, 4).lines, [1, 2], null),
  rate: sweptRates,
  log: trainingLog,
};

/** `named`: the line at whose end a word stands. */
function withSlots(
  lines: readonly string[],
  slots: readonly number[],
  named: number | null,
): QuestionFigure {
  const end = named === null ? null : lines[named]!.split(' ').at(-1)!.split(',').map(Number);
  return {
    ...bare,
    lines: lines.map((points, i) => ({ points, slot: slots[i]! })),
    word: end && { x: end[0]!, y: end[1]! },
  };
}

const SWEPT = { steps: 60, points: 90, first: 0.01, last: 2.6 } as const;

/** The loss after some steps over the rate it was walked with, both logarithmic, up to where it began. */
function sweptRates(): QuestionFigure {
  const base: ExperimentConfig = { ...presets.noiseFree.runs[0]!.config, totalSteps: SWEPT.steps };
  const span = Math.log(SWEPT.last / SWEPT.first);
  const x = (lr: number): number =>
    INSET + (Math.log(lr / SWEPT.first) / span) * (WIDTH - 2 * INSET);
  const walked = Array.from({ length: SWEPT.points }, (_, i) => {
    const lr = SWEPT.first * Math.exp((span * i) / (SWEPT.points - 1));
    const losses = expectationOf({ ...base, lr })?.total;
    return { lr, begin: losses?.at(0)?.value ?? NaN, end: losses?.at(SWEPT.steps)?.value ?? NaN };
  });
  const ends = walked.filter(({ begin, end }) => end <= begin);
  const logs = ends.map(({ end }) => Math.log(end));
  const [low, high] = [Math.min(...logs), Math.log(walked[0]!.begin)];
  const y = (log: number): number =>
    HEIGHT - INSET - ((log - low) / (high - low)) * (HEIGHT - 2 * INSET);
  const points = ends.map(({ lr }, i) => `${x(lr).toFixed(1)},${y(logs[i]!).toFixed(1)}`).join(' ');
  const limit = stabilityLimit(base);
  return { ...bare, lines: [{ points, slot: 0 }], wall: limit === null ? null : x(limit) };
}

const LOGGED = {
  points: 220,
  smoothing: 0.92,
  from: 1,
  fall: 14,
  floor: 0.22,
  spread: 0.1,
} as const;

/** Losses that scatter about a falling mean, and their moving average: no real log, the same every time. */
function trainingLog(): QuestionFigure {
  const random = stream(1, 'noise');
  const losses = Array.from({ length: LOGGED.points }, (_, i) => {
    const mean = LOGGED.floor + LOGGED.from / (1 + i / LOGGED.fall);
    return mean + LOGGED.spread * random.normal();
  });
  const top = Math.max(...losses);
  const place = (loss: number, i: number): readonly [number, number] => [
    INSET + (i / (LOGGED.points - 1)) * (WIDTH - 2 * INSET),
    HEIGHT - INSET - (Math.max(0, loss) / top) * (HEIGHT - 2 * INSET),
  ];
  let mean = losses[0]!;
  const smooth = losses.map((loss) => (mean += (1 - LOGGED.smoothing) * (loss - mean)));
  const points = smooth
    .map((loss, i) =>
      place(loss, i)
        .map((value) => value.toFixed(1))
        .join(','),
    )
    .join(' ');
  return { ...bare, lines: [{ points, slot: 3 }], dots: losses.map(place) };
}
