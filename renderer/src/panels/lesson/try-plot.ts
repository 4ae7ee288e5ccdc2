import type { LessonTry } from '../../../../electron/ipc/lesson-progress.ts';

/** Where a try stands in the plot: shares of its width and height, from the left and from the top. */
export interface TryPlace {
  readonly x: number;
  readonly y: number;
  readonly met: boolean;
  /** It has no value: it stands at the upper edge. */
  readonly beyond: boolean;
}

export interface TryPlaces {
  readonly goal: number;
  readonly tries: readonly TryPlace[];
}

/** Room above the largest and below the least value, as a share of the height. */
const AIR = 0.22;

/** Places of tries beside their goal, in the order they were made, on a logarithmic axis where all is positive. */
export function tryPlaces(tries: readonly LessonTry[], goal: number): TryPlaces {
  const values = tries.flatMap(({ measured }) => (typeof measured === 'number' ? [measured] : []));
  const logarithmic = [goal, ...values].every((value) => value > 0);
  const scale = logarithmic ? Math.log : (value: number): number => value;
  const scaled = [goal, ...values].map(scale);
  const low = Math.min(...scaled);
  const spread = Math.max(...scaled) - low || 1;
  const height = (value: number): number =>
    1 - AIR - ((scale(value) - low) / spread) * (1 - 2 * AIR);
  return {
    goal: values.length === 0 ? 1 - 2 * AIR : height(goal),
    tries: tries.map(({ measured, met }, i) => {
      const x = (i + 0.5) / tries.length;
      return typeof measured === 'number'
        ? { x, y: height(measured), met, beyond: false }
        : { x, y: 0, met, beyond: true };
    }),
  };
}
