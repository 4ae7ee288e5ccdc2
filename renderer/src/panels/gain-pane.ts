import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { hasGain } from '../../../core/training/run-survey.ts';
import type { TheoryLine } from '../../../electron/ipc/preferences.ts';
import type { AppError } from '../../../electron/ipc/reply.ts';
import type { Pane, PlotTheory } from '../charts/plot.ts';
import { viewPoints } from '../charts/view-points.ts';
import { errorSentence } from '../i18n/errors.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { viewInPieces, type ViewPiece } from '../lib/view-pieces.ts';
import { atRest, type StageRun } from '../state/stage-run.ts';
import type { SurveySoFar } from '../state/survey.svelte.ts';
import {
  isComputedLine,
  piecesOf,
  placesOf,
  type AnyLine,
  type StageLine,
  type StageOptions,
} from './stage-panes.ts';
import { theoryAlong } from './stage-theory.ts';

/** From twice as far as a step pays to a little more than the slope promises: what most steps do. */
const RANGE = [-0.5, 1.25] as const;
/** Lines that are nowhere further apart are one to the eye. */
const APART = 0.01;

/** The run whose updates are judged; null where nothing is selected that has updates to judge. */
export function judgedLine(lines: readonly AnyLine[]): StageLine | null {
  const line = lines.find(({ selected }) => selected) ?? lines[0];
  return line && isComputedLine(line) ? line : null;
}

/** Whether the pane of gain ratios is there. */
export function gainDrawn(drawn: readonly TheoryLine[], lines: readonly AnyLine[]): boolean {
  const line = judgedLine(lines);
  return line !== null && drawn.includes('gain') && hasGain(line.config);
}

/**
 * How much of what its slope promised each update of the selected run gained, with and without curvature. Beside
 * panes of all runs it says whose it is; `alone`: there is no other run.
 */
export function gainPane(
  line: StageLine,
  survey: SurveySoFar | null,
  error: AppError | null,
  axis: Pick<StageOptions, 'totalSteps' | 'columns' | 'along'>,
  alone: boolean,
): Pane {
  const { run, slot, name, config } = line;
  const pieces = piecesOf(line, axis);
  const view = survey && viewInPieces((...range) => survey.gain.view(...range), pieces);
  const named = { id: run?.id ?? `plan ${slot}`, label: name, slot, emphasised: true };
  const placed = (theory: readonly PlotTheory[]): readonly PlotTheory[] =>
    axis.along ? theoryAlong(axis.along, theory) : theory;
  return {
    id: 'gain',
    title: t('lab.gain'),
    symbol: symbolOf(line, survey, alone),
    ...(survey && view && view.first.length > 0
      ? {
          series: [{ ...named, view: defined(view), ...placesOf(line, axis) }],
          theory: placed([
            ...referenceLines(config, axis.totalSteps),
            ...curvedLine(survey, slot, pieces),
          ]),
        }
      : { series: [] }),
    danger: {
      level: 0,
      side: 'below',
      label: t(isPlain(config) ? 'lab.gain.rises.plain' : 'lab.gain.rises'),
      short: t('lab.gain.rises'),
    },
    yScale: 'linear',
    yDomain: RANGE,
    weight: 3,
    emptyText: emptyText(run, error),
  };
}

/** Of which run, what is divided by what, of which loss, and of how many of the updates. */
function symbolOf(
  { name: run, config: { problem } }: StageLine,
  survey: SurveySoFar | null,
  alone: boolean,
): string {
  const plain = t(problem.kind === 'model' ? 'lab.gain.symbol.batch' : 'lab.gain.symbol');
  const sampled = survey !== null && survey.stride > 1;
  const ratio = sampled ? t('lab.gain.sampled', { stride: survey.stride, ratio: plain }) : plain;
  return alone ? ratio : t('lab.gain.selected', { run, ratio });
}

function emptyText(run: StageRun | null, error: AppError | null): string {
  if (error) return errorSentence(error);
  if (!run) return t('lab.empty.gain');
  return t(atRest(run) ? 'lab.empty.gain.computing' : 'lab.empty.gain.moving');
}

/** 1 and ½; 0 is the level under which the loss rises. */
function referenceLines(config: ExperimentConfig, totalSteps: number): readonly PlotTheory[] {
  const level = (y: number, label: string, short: string): PlotTheory => ({
    label,
    short,
    points: [
      { x: 0, y },
      { x: totalSteps, y },
    ],
  });
  return [
    level(1, t('lab.gain.slope'), '1'),
    level(0.5, t(isPlain(config) ? 'lab.gain.best.plain' : 'lab.gain.best'), '½'),
  ];
}

/** Whether steps are −η g for the gradient g of the loss that is judged: then κ along them says what η is. */
export function isPlain({ optimizer, problem }: ExperimentConfig): boolean {
  const noisy = problem.kind === 'objective' && problem.noise > 0;
  return optimizer.id === 'sgd' && optimizer.params['weightDecay'] === 0 && !noisy;
}

/** The ratio that the second order predicts; nothing where that is what happened, as on a quadratic. */
function curvedLine(
  { gain, curvedGain }: SurveySoFar,
  slot: number,
  pieces: readonly ViewPiece[],
): readonly PlotTheory[] {
  const actual = viewInPieces((...range) => gain.view(...range), pieces)!;
  const curved = viewInPieces((...range) => curvedGain.view(...range), pieces)!;
  const differs = (['min', 'max'] as const).some((end) =>
    curved[end].some((value, i) => Math.abs(inSight(value) - inSight(actual[end][i]!)) > APART),
  );
  return differs ? [{ label: t('lab.gain.curved'), points: viewPoints(curved), slot }] : [];
}

function inSight(value: number): number {
  return Math.min(RANGE[1], Math.max(RANGE[0], value));
}

/** An update without a ratio is a gap, and nothing that went wrong. */
function defined(view: SeriesView): SeriesView {
  return { ...view, nonFinite: new Float64Array(view.nonFinite.length) };
}

/** The ratio of the update at or last before a step, as far as it was looked at; null where there is none. */
export function gainAt({ gain, stride }: SurveySoFar, step: number): number | null {
  const found = gain.at(step);
  return found && step - found.step < stride && Number.isFinite(found.value) ? found.value : null;
}

/** The columns of the pane's table. */
export function gainColumns(
  { name }: StageLine,
  { gain, curvedGain }: SurveySoFar,
): readonly CsvColumn[] {
  return [
    columnOf(t('lab.gain.column', { run: name }), gain),
    columnOf(t('lab.gain.column.curved', { run: name }), curvedGain),
  ];
}

function columnOf(title: string, buffer: SeriesBuffer): CsvColumn {
  const view = buffer.view(0, buffer.lastStep, buffer.lastStep + 1);
  const steps = [...view.first];
  return { title, steps, values: steps.map((step) => buffer.at(step)?.value ?? NaN) };
}
