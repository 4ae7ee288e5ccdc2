import type { SeriesView } from '../../../../core/analysis/series-view.ts';
import type { StageRun } from '../../state/stage-run.ts';
import type { Walk } from './draw-walks.ts';

/** Runs up to this length are drawn whole; */
export const WHOLE_STEPS = 2000;
/** of longer ones the way of so many steps up to the cursor: more would be a blot, and slow. */
export const MOST_STEPS = 600;
const MOST_COLUMNS = 8192;

/** Steps and coordinates θᵢ of a run as far as they are finite. */
export interface Way {
  readonly steps: Float64Array;
  readonly theta: readonly Float64Array[];
  readonly diverged: boolean;
}

/**
 * The way of a run over its objective, step by step; null while the page does not hold it step by step
 * (of a long stored run it holds extremes, and a way drawn from these would be none).
 */
export function wayOf(run: StageRun, dim: number, cursor: number): Way | null {
  const long = run.config.totalSteps > WHOLE_STEPS;
  const [from, to] = long ? [Math.max(0, cursor - MOST_STEPS), cursor] : [0, run.config.totalSteps];
  const views = Array.from({ length: dim }, (_, i) =>
    run.view(`param/${i as 0 | 1}`, from, to, MOST_COLUMNS),
  );
  const exact = views.filter((view) => view !== null).filter(isExact);
  if (exact.length < dim) return null;
  const length = Math.min(...exact.map(({ nonFinite }) => firstNonFinite(nonFinite)));
  return {
    steps: exact[0]!.first.subarray(0, length),
    theta: exact.map(({ min }) => min.subarray(0, length)),
    diverged: run.state === 'diverged',
  };
}

/** Whether every bucket holds one step. */
function isExact({ first, last }: SeriesView): boolean {
  return first.every((step, i) => step === last[i]);
}

/** Index of the last point at or before a step. */
export function indexAt({ steps }: Way, step: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle]! <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function walkOf(
  way: Way,
  step: number,
  line: Pick<Walk, 'id' | 'slot' | 'label' | 'selected'>,
): Walk {
  return {
    ...line,
    steps: way.steps,
    theta1: way.theta[0]!,
    theta2: way.theta[1]!,
    at: indexAt(way, step),
    diverged: way.diverged,
  };
}

function firstNonFinite(nonFinite: Float64Array): number {
  const at = nonFinite.findIndex((count) => count > 0);
  return at < 0 ? nonFinite.length : at;
}
