import type { NumberParam } from '../../../core/params.ts';

export type Offered = NumberParam['offered'];

/** Positions of a slider: 0 … POSITIONS. */
export const POSITIONS = 1000;
/** Places after which a dragged value is rounded: nobody means 0.0316227766. */
const DIGITS = 2;

/** Where a value stands on the slider; values outside stand at its ends. */
export function positionOf(value: number, { min, max, scale }: Offered): number {
  const inside = Math.min(max, Math.max(min, value));
  const share =
    scale === 'log' ? Math.log(inside / min) / Math.log(max / min) : (inside - min) / (max - min);
  return share * POSITIONS;
}

/** The value at a position, rounded to two significant digits (log) or to a hundredth of the range. */
export function valueAt(position: number, { min, max, scale }: Offered): number {
  const share = position / POSITIONS;
  if (scale === 'log') return Number((min * (max / min) ** share).toPrecision(DIGITS));
  const step = 10 ** Math.floor(Math.log10((max - min) / 100));
  const value = min + share * (max - min);
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** The next sensible value in a direction: 1, 2, 5 of each decade on a log scale, a fiftieth else. */
export function neighbour(value: number, direction: 1 | -1, offered: Offered): number {
  const { min, max, scale } = offered;
  const clamp = (next: number): number => Math.min(max, Math.max(min, next));
  if (scale === 'linear') {
    const step = 10 ** Math.floor(Math.log10((max - min) / 20));
    const count = value / step;
    const next = direction > 0 ? Math.floor(count + 1e-9) + 1 : Math.ceil(count - 1e-9) - 1;
    return clamp(Number((next * step).toPrecision(12)));
  }
  const decade = Math.floor(Math.log10(Math.max(value, min)));
  const steps = [decade - 1, decade, decade + 1].flatMap((d) =>
    [1, 1.5, 2, 3, 5, 7].map((m) => Number((m * 10 ** d).toPrecision(3))),
  );
  const next =
    direction > 0
      ? steps.find((step) => step > value * 1.0000001)
      : steps.findLast((step) => step < value * 0.9999999);
  return clamp(next ?? value);
}
