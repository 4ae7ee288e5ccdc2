/** A small drawing without axes: for each line the `points` of an SVG polyline in a box of `drawingBox`. */
export type Drawing = readonly string[];

/** In the order in which they were computed. */
export type DrawnLine = readonly { readonly x: number; readonly y: number }[];

interface Box {
  readonly width: number;
  readonly height: number;
}

export const drawingBox: Box = { width: 176, height: 88 };
const INSET = 6;
/** Of a logarithmic drawing no more is shown below the highest value. */
const DECADES = 12;

/** Lines in one pair of axes that both of them fill; what is not finite, or not positive on a log axis, is left out. */
export function drawLines(
  lines: readonly DrawnLine[],
  log: boolean,
  { width, height }: Box = drawingBox,
): Drawing {
  const scaled = lines.map((line) =>
    line
      .map(({ x, y }) => ({ x, y: log ? Math.log10(y) : y }))
      .filter(({ y }) => Number.isFinite(y)),
  );
  const all = scaled.flat();
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const [left, right] = [least(xs), -least(xs.map((x) => -x))];
  const high = -least(ys.map((y) => -y));
  const low = log ? Math.max(least(ys), high - DECADES) : least(ys);
  const column = (x: number): number =>
    INSET + ((x - left) / (right - left || 1)) * (width - 2 * INSET);
  const row = (y: number): number =>
    height - INSET - ((Math.max(y, low) - low) / (high - low || 1)) * (height - 2 * INSET);
  return scaled.map((line) =>
    thinned(line.map(({ x, y }) => ({ x: column(x), y: row(y) })))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' '),
  );
}

const least = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), Infinity);

/** Of all points in one column the highest and the lowest, in their order: what the eye sees of a line. */
function thinned(line: DrawnLine): DrawnLine {
  const kept: { x: number; y: number }[] = [];
  for (let from = 0; from < line.length;) {
    const column = Math.round(line[from]!.x);
    let to = from;
    while (to < line.length && Math.round(line[to]!.x) === column) to++;
    const points = line.slice(from, to);
    const ys = points.map(({ y }) => y);
    const ends = [ys.indexOf(Math.min(...ys)), ys.indexOf(Math.max(...ys))];
    for (const k of [...new Set(ends)].toSorted((a, b) => a - b)) kept.push(points[k]!);
    from = to;
  }
  return kept;
}
