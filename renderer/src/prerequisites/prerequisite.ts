import type { Text } from '../../../core/text.ts';
import type { TermId } from '../glossary/index.ts';
import type { TinyPicture } from './tiny-picture.ts';

/** Where the one thing that is dragged stands: a coordinate for each of its axes. */
export type Position = readonly number[];

/** A direction in which it is dragged. */
export interface DragAxis {
  readonly min: number;
  readonly max: number;
  /** Where it stands at first. */
  readonly start: number;
  /** Positions lie so far apart, from `min` on: what the mouse can reach, the keys can. */
  readonly step: number;
  /** With Shift, or by a page; a multiple of `step`. */
  readonly large: number;
}

/** What follows from a position. */
export interface Reading {
  /** By the names under which words and formulas have them. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The goal is reached here. */
  readonly met: boolean;
}

/** Colours that figure, formula and numbers share: slots of the series. */
export type Tone = 0 | 1 | 2 | 3;

/** A number beside the figure. */
export interface NumberRow {
  /** TeX. */
  readonly symbol: string;
  readonly label: Text;
  /** Its name in the reading. */
  readonly number: string;
  /** Significant digits, where three are too few to see it move. */
  readonly digits?: number;
  /** A count, written without decimals. */
  readonly whole?: boolean;
  readonly tone?: Tone;
}

/**
 * What one needs before the lessons: one screen with one question, one figure and one thing to drag in it.
 * In words and formulas `{{name}}` is a number of the reading; digits of their own stand in formulas only.
 */
export interface Prerequisite<R extends Reading = Reading> {
  readonly name: Text;
  readonly question: Text;
  /** Three or four sentences; formulas between dollars. */
  readonly says: Text;
  /** TeX, with the numbers in; `{{(name)}}` is set in parentheses where it is negative. */
  readonly formula: string;
  readonly rows: readonly NumberRow[];
  /** What to try, and what is said when it is reached. */
  readonly goal: Text;
  readonly reached: Text;
  /** What is dragged, as its label. */
  readonly handle: Text;
  /** Where it stands, as it is read aloud. */
  readonly spoken: Text;
  /** One sentence: where it is used. */
  readonly used: Text;
  /** Numbers of the lessons that need it. */
  readonly lessons: readonly number[];
  /** Terms of the glossary that it is about: they lead here. */
  readonly own: readonly TermId[];
  /** Others that it leads to. */
  readonly terms: readonly TermId[];
  /** Words in the figure. */
  readonly labels: Readonly<Record<string, Text>>;
  /** One axis, or two of a plane. */
  readonly axes: readonly DragAxis[];
  read(position: Position): R;
  /** The figure in a few strokes. */
  tiny(position: Position): TinyPicture;
}

export function definePrerequisite<
  R extends Reading,
  const L extends Readonly<Record<string, Text>>,
>(
  spec: Prerequisite<R> & { readonly labels: L },
): Prerequisite<R> & {
  readonly labels: L;
} {
  return spec;
}

export function startOf({ axes }: Pick<Prerequisite, 'axes'>): Position {
  return axes.map(({ start }) => start);
}

/** The nearest position there is; shape as `axes`. */
export function snapped(axes: readonly DragAxis[], position: Position): Position {
  return axes.map(({ min, max, step }, i) => {
    const steps = Math.round((Math.min(max, Math.max(min, position[i]!)) - min) / step);
    // 0.1 added up ten times is not 1, and there is one zero.
    return Number((min + steps * step).toFixed(9)) + 0;
  });
}

/** What a key makes of a position; null: nothing. */
export function movedByKey(
  axes: readonly DragAxis[],
  position: Position,
  key: string,
  far: boolean,
): Position | null {
  const upwards = axes.length - 1;
  const moves: Readonly<Record<string, readonly [axis: number, by: number, far: boolean]>> = {
    ArrowLeft: [0, -1, far],
    ArrowRight: [0, 1, far],
    ArrowDown: [upwards, -1, far],
    ArrowUp: [upwards, 1, far],
    PageDown: [upwards, -1, true],
    PageUp: [upwards, 1, true],
    Home: [0, -Infinity, true],
    End: [0, Infinity, true],
  };
  const move = moves[key];
  if (!move) return null;
  const [axis, by, isFar] = move;
  const { step, large } = axes[axis]!;
  const moved = position.map((at, i) => (i === axis ? at + by * (isFar ? large : step) : at));
  return snapped(axes, moved);
}
