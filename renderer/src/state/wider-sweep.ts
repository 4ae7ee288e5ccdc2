import type { SweepCurve } from '../../../core/analysis/sweep-curve.ts';
import { isWithin } from '../../../core/parse.ts';
import type { TrialResult } from '../../../core/training/run-trial.ts';
import { endsOf, RATE_PATH, tidy, type SweepSetting } from '../lib/sweep-settings.ts';
import type { SweepJob } from './sweep-job.ts';

/** A sweep is widened by a factor of ten; on a linear scale by half of its range. */
const WIDER = { log: 10, linear: 1 / 2 };
/** No curve needs more points than this. */
export const MOST_VALUES = 200;

/** What lies beyond the ends of a sweep at which its best values are. */
export interface Beyond {
  /** Ascending; empty: the best is not at this end, or the setting goes no further. */
  readonly below: readonly number[];
  readonly above: readonly number[];
}

/** Whether a curve asks for values beyond one of its ends. */
export interface Edge {
  readonly below: boolean;
  readonly above: boolean;
}

/**
 * Where a curve is best at an end of its values, others beyond may be better. Where no rate brings the loss below
 * where it began, only smaller ones can.
 */
export function edgeOf({ points, best }: SweepCurve, path: string): Edge {
  if (points.length < 2) return { below: false, above: false };
  if (!best) return { below: path === RATE_PATH, above: false };
  return { below: best.index === points[0]!.index, above: best.index === points.at(-1)!.index };
}

/**
 * What lies where a curve is best at an end: more values that may be swept; no value that the setting may take; or
 * neither is known, as after a sweep that was cancelled. `lower`: it is best nowhere, and smaller values may be swept.
 */
export type Outlook = 'beyond' | 'end' | 'edge' | 'lower';

/** `offered`: what the sweep may be widened by, if anything. Null: the curve is best inside, or nothing can be said. */
export function outlookOf(
  { setting, values }: SweepJob,
  curve: SweepCurve,
  offered: Beyond | null,
): Outlook | null {
  const edge = edgeOf(curve, setting.path);
  const sides = (['below', 'above'] as const).filter((end) => edge[end]);
  if (sides.length === 0) return null;
  const widens = sides.some((end) => offered && offered[end].length > 0);
  if (!curve.best) return widens ? 'lower' : null;
  if (widens) return 'beyond';
  // Of a sweep that did not get that far the last value is no end.
  const { index } = curve.best;
  const swept = index === 0 || index === values.length - 1;
  return swept && sides.every((end) => onwards(setting, values, end).length === 0) ? 'end' : 'edge';
}

/** The values that widen a sweep where its curves ask for it, spaced as those it has. */
export function beyond({ setting, values }: SweepJob, curves: readonly SweepCurve[]): Beyond {
  const edges = curves.map((curve) => edgeOf(curve, setting.path));
  const side = (end: keyof Edge): readonly number[] =>
    edges.some((edge) => edge[end]) ? onwards(setting, values, end) : [];
  const [below, above] = [side('below'), side('above')];
  return values.length + below.length + above.length > MOST_VALUES
    ? { below: [], above: [] }
    : { below, above };
}

function onwards(
  setting: SweepSetting,
  values: readonly number[],
  end: keyof Edge,
): readonly number[] {
  const { scale, valid } = setting;
  const [first, last] = [values[0]!, values.at(-1)!];
  const gaps = values.length - 1;
  const from = end === 'below' ? first : last;
  const sign = end === 'below' ? -1 : 1;
  const ratio = (last / first) ** (1 / gaps);
  const count =
    scale === 'log'
      ? Math.max(1, Math.round(Math.log(WIDER.log) / Math.log(ratio)))
      : Math.ceil(gaps * WIDER.linear);
  const raw = Array.from({ length: count }, (_, k) =>
    scale === 'log'
      ? from * ratio ** (sign * (k + 1))
      : from + (sign * (k + 1) * (last - first)) / gaps,
  );
  const short = raw.map((value) => (valid.integer ? Math.round(value) : tidy(value, 3)));
  const ends = endsOf(setting);
  return [...new Set(short)]
    .filter((value) => isWithin(value, ends) && (end === 'below' ? value < first : value > last))
    .toSorted((a, b) => a - b);
}

/** How the trainings of each line ended, value by value; null where one has not. */
export type LineEnds = readonly (readonly (TrialResult | null)[])[];

/** The job with more values, which computes those only that have not ended. */
export function widened(job: SweepJob, ends: LineEnds, { below, above }: Beyond): SweepJob {
  const { plan } = job;
  if (plan.kind !== 'sweep') return job;
  const kept = ends.map(
    (line) => new Map(line.flatMap((end, v) => (end ? [[job.values[v]!, end] as const] : []))),
  );
  const missing = job.values.filter((value) => kept.some((line) => !line.has(value)));
  const asked = [...below, ...missing, ...above];
  return {
    ...job,
    values: [...below, ...job.values, ...above],
    plan: { ...plan, values: asked },
    kept,
  };
}
