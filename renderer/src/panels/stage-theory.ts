import { canFreeze } from '../../../core/analysis/frozen-preconditioner.ts';
import type { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import {
  isTooLargeToJudge,
  judgingWork,
  MOST_WORK,
} from '../../../core/training/local-stability.ts';
import { hasGain } from '../../../core/training/run-survey.ts';
import type { TheoryLine } from '../../../electron/ipc/preferences.ts';
import type { PlotTheory } from '../charts/plot.ts';
import { viewPoints } from '../charts/view-points.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { formatNumber } from '../lib/format.ts';
import {
  expectationOf,
  hasMovingLimit,
  noiseFloor,
  stabilityLimit,
  type Expectation,
} from '../lib/theory.ts';
import type { StageLine, UnevenAxis } from './stage-panes.ts';

const THEORY_POINTS = 400;
/** With more runs than this only the selected one keeps its theory. */
const FEW_LINES = 3;

/**
 * What theory says of the loss. Before the run: the expectation of every line, in place of the line.
 * Afterwards: the expectation of the selected run, and the floor on which a constant rate stalls. Of the
 * selected run also the two parts of the expectation, where they are two.
 */
export function lossTheory(
  lines: readonly StageLine[],
  totalSteps: number,
  drawn: readonly TheoryLine[],
): readonly PlotTheory[] {
  const floorShown = drawn.includes('floor');
  const expected = lines.flatMap((line): PlotTheory[] => {
    const { config, slot, name, run, selected } = line;
    const shown = selected || lines.length <= FEW_LINES;
    const stalls = floorShown && floorOf(config) !== null;
    const wanted = drawn.includes('expected') && (run === null || (shown && !stalls));
    const expectation = wanted || drawn.includes('parts') ? expectationOf(config) : null;
    if (!expectation) return [];
    const label = run === null ? t('lab.expectedOf', { run: name }) : t('lab.expected');
    return [
      ...(wanted ? [{ label, points: pointsOf(expectation.total, totalSteps), slot }] : []),
      ...(selected && drawn.includes('parts') ? partsOf(line, expectation, totalSteps) : []),
    ];
  });
  const floors = lines.map(({ config }) => floorOf(config)).filter((floor) => floor !== null);
  return [
    ...expected,
    ...[...new Set(floorShown ? floors : [])].map((floor) => ({
      label: `${t('lab.floor')} ${formatNumber(floor)}`,
      points: sampled(totalSteps, () => floor),
    })),
  ];
}

/** Without noise there is but one part, which is the expectation itself. */
function partsOf(
  { config: { problem }, slot }: StageLine,
  { start, noise }: Expectation,
  totalSteps: number,
): readonly PlotTheory[] {
  if (problem.kind !== 'objective' || problem.noise === 0) return [];
  return [
    { label: t('lab.part.start'), points: pointsOf(start, totalSteps), slot, loose: true },
    { label: t('lab.part.noise'), points: pointsOf(noise, totalSteps), slot, loose: true },
  ];
}

function pointsOf(series: SeriesBuffer, totalSteps: number): PlotTheory['points'] {
  return sampled(totalSteps, (step) => series.at(step)?.value ?? NaN);
}

/** The same on an uneven axis: what belongs to a run where that run is, the rest from one end to the other. */
export function theoryAlong(
  { places, common, end }: UnevenAxis,
  theory: readonly PlotTheory[],
): readonly PlotTheory[] {
  return theory.map((one) => {
    const own = one.slot === undefined ? common : places.get(one.slot);
    const last = Math.max(1, one.points.at(-1)?.x ?? 1);
    const place = (step: number): number => own?.at(step) ?? (step / last) * end;
    return { ...one, points: one.points.map(({ x, y }) => ({ x: place(x), y })) };
  });
}

/** Values before one in `limitStride` updates. */
export interface LimitAlong {
  readonly limit: SeriesBuffer;
  readonly limitStride: number;
}

/** So many times the largest rate is still near it. */
const NEAR = 1 / 0.3;

/** With how far the limit along the run is from the rates, where it never comes near them. */
export function rateSymbol(
  limitAlong: LimitAlong | null,
  high: number,
  totalSteps: number,
): string {
  const least = Math.min(...(limitAlong?.limit.view(0, totalSteps, 1).min ?? []));
  const far = least > high * NEAR && least < Infinity;
  return far ? t('lab.along.far', { least: formatNumber(least) }) : 'η';
}

/** What the curvature where the run is would bear: an estimate, drawn as far as it is near the rates. */
export function limitTheory(
  { limit, limitStride: stride }: LimitAlong,
  { config: { optimizer }, slot }: StageLine,
  high: number,
  { totalSteps, columns }: { readonly totalSteps: number; readonly columns: number },
): PlotTheory {
  const kind = canFreeze(optimizer) ? 'frozen' : optimizer.id === 'sgd' ? 'plain' : 'other';
  const words = t(`lab.along.${kind}`);
  return {
    label: stride === 1 ? words : t('lab.along.sampled', { words, stride }),
    short: t('lab.along.short'),
    points: viewPoints(limit.view(0, totalSteps, columns)),
    slot,
    upTo: high * NEAR,
  };
}

/** The lines of theory there is something to draw of, in the order of the panes. */
export function knownTheory(lines: readonly StageLine[]): readonly TheoryLine[] {
  const configs = lines.map(({ config }) => config);
  const { config } = lines.find(({ selected }) => selected) ?? lines[0] ?? { config: null };
  if (config === null) return [];
  const noisy = config.problem.kind === 'objective' && config.problem.noise > 0;
  const known: Readonly<Record<TheoryLine, boolean>> = {
    limit: stabilityLimit(config) !== null,
    expected: configs.some((one) => expectationOf(one) !== null),
    parts: noisy && expectationOf(config) !== null,
    floor: configs.some((one) => floorOf(one) !== null),
    gain: hasGain(config),
    edge: hasMovingLimit(config),
  };
  return (['expected', 'parts', 'floor', 'gain', 'limit', 'edge'] as const).filter(
    (line) => known[line],
  );
}

/** What theory could draw of the selected run, were it not too much to compute, and what that means. */
export function missingTheory(
  lines: readonly StageLine[],
): readonly { readonly label: string; readonly why: string }[] {
  const { config } = lines.find(({ selected }) => selected) ?? lines[0] ?? { config: null };
  if (config === null || !isTooLargeToJudge(config)) return [];
  const sizes = { work: formatNumber(judgingWork(config)), most: formatNumber(MOST_WORK) };
  return [{ label: t('lab.theory.edge'), why: t('lab.theory.edge.large', sizes) }];
}

function floorOf(config: ExperimentConfig): number | null {
  return config.schedule.id === 'constant' ? noiseFloor(config) : null;
}

/** A function of the step as points to be drawn. */
export function sampled(
  totalSteps: number,
  value: (step: number) => number,
): readonly { readonly x: number; readonly y: number }[] {
  if (totalSteps <= THEORY_POINTS) {
    return Array.from({ length: totalSteps + 1 }, (_, x) => ({ x, y: value(x) }));
  }
  return Array.from({ length: THEORY_POINTS + 1 }, (_, i) => {
    // Denser at the start, where the expectation bends and a logarithmic axis is wide.
    const x = Math.round(totalSteps * (i / THEORY_POINTS) ** 3);
    return { x, y: value(x) };
  });
}
