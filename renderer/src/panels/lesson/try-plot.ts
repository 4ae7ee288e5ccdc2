import type { LessonTry } from '../../../../electron/ipc/lesson-progress.ts';
import { coarseShare } from '../../lessons/coarse-share.ts';
import type { Goal, Measure } from '../../lessons/lesson.ts';

/** Where a try stands in the plot: shares of its width and height, from the left and from the top. */
export interface TryPlace {
  readonly x: number;
  readonly y: number;
  readonly met: boolean;
  /** It has no value: it stands at the upper edge. */
  readonly beyond: boolean;
}

export interface TryPlaces {
  /** What meets the goal lies between these, from the top; shares of the height. */
  readonly goal: { readonly top: number; readonly bottom: number };
  readonly tries: readonly TryPlace[];
}

/** Room above the largest and below the least value, as a share of the height. */
const AIR = 0.22;

/** What of a try is drawn: no more than its words say. */
export function drawnMeasure(
  measure: Measure,
  measured: LessonTry['measured'],
): LessonTry['measured'] {
  if (measure !== 'below-limit' || typeof measured !== 'number') return measured;
  return coarseShare(measured)?.middle ?? measured;
}

function placeOf(goal: Goal, height: (value: number) => number): TryPlaces['goal'] {
  if (typeof goal === 'number') return { top: height(goal), bottom: 1 };
  return { top: height(goal.high), bottom: height(goal.low) };
}

/** Places of tries beside their goal, in the order they were made, on a logarithmic axis where all is positive. */
export function tryPlaces(tries: readonly LessonTry[], goal: Goal): TryPlaces {
  const values = tries.flatMap(({ measured }) => (typeof measured === 'number' ? [measured] : []));
  const bounds = typeof goal === 'number' ? [goal] : [goal.low, goal.high];
  const logarithmic = [...bounds, ...values].every((value) => value > 0);
  const scale = logarithmic ? Math.log : (value: number): number => value;
  const scaled = [...bounds, ...values].map(scale);
  const low = Math.min(...scaled);
  const spread = Math.max(...scaled) - low || 1;
  const height = (value: number): number =>
    1 - AIR - ((scale(value) - low) / spread) * (1 - 2 * AIR);
  return {
    goal: placeOf(goal, height),
    tries: tries.map(({ measured, met }, i) => {
      const x = (i + 0.5) / tries.length;
      return typeof measured === 'number'
        ? { x, y: height(measured), met, beyond: false }
        : { x, y: 0, met, beyond: true };
    }),
  };
}
