import type { StageRun } from '../../state/stage-run.ts';
import type { Walk } from './draw-walks.ts';

/** Runs up to this length are drawn whole; */
export const WHOLE_STEPS = 2000;
/** of longer ones the way of so many steps up to the cursor: more would be a blot, and slow. */
export const MOST_STEPS = 600;

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
  const [from, to] = stretchOf(run, cursor);
  const coordinates = Array.from({ length: dim }, (_, i) =>
    run.points(`param/${i as 0 | 1}`, from, to),
  ).filter((points) => points !== null);
  if (coordinates.length < dim) return null;
  const length = Math.min(...coordinates.map(({ values }) => finiteLength(values)));
  return {
    steps: coordinates[0]!.steps.subarray(0, length),
    theta: coordinates.map(({ values }) => values.subarray(0, length)),
    diverged: run.state === 'diverged',
  };
}

/** Reads the way of a run where `wayOf` has none because it is stored and too long to be held. */
export async function readWay(run: StageRun, dim: number, cursor: number): Promise<void> {
  const [from, to] = stretchOf(run, cursor);
  const coordinates = Array.from({ length: dim }, (_, i) => `param/${i as 0 | 1}` as const);
  await Promise.all(coordinates.map((metric) => run.readPoints(metric, from, to)));
}

/** First and last step of what is drawn. */
function stretchOf({ config, step }: StageRun, cursor: number): readonly [number, number] {
  if (config.totalSteps <= WHOLE_STEPS) return [0, config.totalSteps];
  const end = Math.min(cursor, step);
  return [Math.max(0, end - MOST_STEPS), end];
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

/** How many values there are before the first that is not finite. */
function finiteLength(values: Float64Array): number {
  const at = values.findIndex((value) => !Number.isFinite(value));
  return at < 0 ? values.length : at;
}
