import type { TrialResult } from '../training/run-trial.ts';
import { summariseSweep, type PointSummary } from './sweep-summary.ts';

/**
 * How a run of a sweep went: it got lower; it ended, on the mean of its tail, no lower than it began; the
 * loss limit stopped it; or it diverged. All but the first lie beyond what the setting bears.
 */
export type Fate = 'fell' | 'rose' | 'loss-limit' | 'diverged';

/** One value of the swept setting. */
export interface CurvePoint {
  /** Which value it is, from 0. */
  readonly index: number;
  readonly value: number;
  readonly fate: Fate;
  readonly summary: PointSummary;
}

export interface SweepCurve {
  /** Those that have ended, in the order of the values. */
  readonly points: readonly CurvePoint[];
  /** The lowest mean tail loss among those that fell; null where none did. */
  readonly best: CurvePoint | null;
  /** The first value from which on no run got lower; null where the largest one did. */
  readonly wall: CurvePoint | null;
  /** Largest finite loss at a run's first recorded step; null while there is none. */
  readonly firstLoss: number | null;
  /** Recorded steps that a tail mean is taken over; fewer where a run ended early. */
  readonly tailSteps: number;
}

/** The mean of a thousand equal losses may come out this much below them, relatively. */
const ROUNDING = 1e-12;

/**
 * The curve of a sweep of one setting: `ends[v]` is how the run with `values[v]` ended, null while it has
 * not. Values ascend. Points are judged by the tail means of their seeds, the same seeds everywhere.
 */
export function sweepCurve(
  values: readonly number[],
  ends: readonly (TrialResult | null)[],
): SweepCurve {
  const ended = ends.flatMap((end, index) => (end ? [{ end, index }] : []));
  const summaries = summariseSweep(ended.map(({ end }) => tailOf(end)));
  const points = ended.map(({ end, index }, i): CurvePoint => {
    const summary = summaries[i]!;
    return { index, value: values[index]!, fate: fateOf(end, summary.loss.mean), summary };
  });
  const fell = points.filter(({ fate }) => fate === 'fell');
  const firstLosses = ended.map(({ end }) => end.firstLoss).filter(Number.isFinite);
  const least = Math.min(...fell.map(({ summary }) => summary.loss.mean));
  return {
    points,
    best: fell.find(({ summary }) => summary.loss.mean === least) ?? null,
    wall: points[points.findLastIndex(({ fate }) => fate === 'fell') + 1] ?? null,
    firstLoss: firstLosses.length > 0 ? Math.max(...firstLosses) : null,
    tailSteps: Math.max(0, ...ended.map(({ end }) => end.result.tail.steps)),
  };
}

/** A run that diverged has no tail worth a mean. */
function tailOf({ outcome, result }: TrialResult): readonly number[] {
  const { means } = result.tail;
  return outcome.status === 'diverged' ? means.map(() => Infinity) : means;
}

function fateOf({ outcome, firstLoss }: TrialResult, mean: number): Fate {
  if (outcome.status === 'diverged') return 'diverged';
  if (outcome.reason === 'loss-limit') return 'loss-limit';
  return firstLoss - mean > ROUNDING * Math.abs(firstLoss) ? 'fell' : 'rose';
}

/**
 * The value that suits several curves of one sweep together: the least sum of ranks among the values with
 * which every run got lower; null where there is none. Ranks, because losses of different runs may differ by decades.
 */
export function commonBest(curves: readonly SweepCurve[]): number | null {
  const ranks = curves.map(({ points }) => ranksOf(points));
  const candidates = [...(ranks[0]?.keys() ?? [])].filter((index) =>
    ranks.every((rank) => rank.has(index)),
  );
  const sums = candidates.map((index) => ranks.reduce((sum, rank) => sum + rank.get(index)!, 0));
  return candidates[sums.indexOf(Math.min(...sums))] ?? null;
}

function ranksOf(points: readonly CurvePoint[]): ReadonlyMap<number, number> {
  const ascending = points
    .filter(({ fate }) => fate === 'fell')
    .toSorted((a, b) => a.summary.loss.mean - b.summary.loss.mean);
  return new Map(ascending.map(({ index }, rank) => [index, rank]));
}
