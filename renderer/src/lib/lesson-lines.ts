import { contents, type ContentsEntry } from '../lessons/contents.ts';

/** Where a lesson stands on the drawn map, in pixels from its upper left corner. */
export interface NodeBox {
  /** Middle of its circle. */
  readonly x: number;
  readonly y: number;
  /** Where its words end. */
  readonly bottom: number;
}

/** A line from a lesson to one that builds on it. */
export interface LessonLine {
  readonly from: number;
  readonly to: number;
  /** Of an SVG path. */
  readonly d: string;
}

const RADIUS = 15;
const GAP = 5;
/** How high a line rises that passes over lessons of its row. */
const RISE = 30;
/** A line that passes beside lessons of its column keeps so far from the edge, and turns in such a curve. */
const EDGE = 8;
const TURN = 48;

/** What needs what, as lines among boxes by lesson number, on a map of such a width. */
export function lessonLines(
  boxes: ReadonlyMap<number, NodeBox>,
  width: number,
): readonly LessonLine[] {
  return contents.flatMap((entry) =>
    entry.needs.flatMap((need) => {
      const [a, b] = [boxes.get(need), boxes.get(entry.number)];
      if (!a || !b) return [];
      const from = contents.find(({ number }) => number === need)!;
      return [{ from: need, to: entry.number, d: way(from, a, entry, b, width) }];
    }),
  );
}

function way(
  from: ContentsEntry,
  a: NodeBox,
  to: ContentsEntry,
  b: NodeBox,
  width: number,
): string {
  if (from.path === to.path) return isFree(from, to) ? across(a, b) : over(a, b);
  return isFree(from, to) ? down(a, b) : beside(a, b, width);
}

/** Whether no lesson stands between two of one row, or of one column. */
function isFree(from: ContentsEntry, to: ContentsEntry): boolean {
  const [first, last] = [contents.indexOf(from), contents.indexOf(to)].toSorted((a, b) => a - b);
  const between = contents.slice(first! + 1, last);
  if (from.path === to.path) return between.length === 0;
  return between.every(({ column }) => column !== from.column);
}

const across = (a: NodeBox, b: NodeBox): string =>
  `M ${a.x + RADIUS + GAP} ${a.y} H ${b.x - RADIUS - GAP}`;

const down = (a: NodeBox, b: NodeBox): string =>
  `M ${a.x} ${a.bottom + GAP} V ${b.y - RADIUS - GAP}`;

function over(a: NodeBox, b: NodeBox): string {
  const [x1, x2] = [a.x + RADIUS - 3, b.x - RADIUS + 3];
  const y = a.y - RADIUS;
  const bend = (x2 - x1) / 6;
  return `M ${x1} ${y} C ${x1 + bend} ${y - RISE} ${x2 - bend} ${y - RISE} ${x2} ${y}`;
}

function beside(a: NodeBox, b: NodeBox, width: number): string {
  const x = a.x + RADIUS + GAP;
  const edge = width - EDGE;
  return `M ${x} ${a.y} H ${edge - TURN} Q ${edge} ${a.y} ${edge} ${a.y + TURN} V ${b.y - TURN} Q ${edge} ${b.y} ${edge - TURN} ${b.y} H ${b.x + RADIUS + GAP}`;
}
