import type { MetricChunk } from '../../core/training/metrics.ts';

/** As many runs are drawn as there are colours. */
const MOST_CURVES = 8;
/** A curve is drawn as its lowest and highest value in so many stretches of its steps. */
const COLUMNS = 160;
/** From here on, largest to smallest, losses are drawn on a logarithmic axis. */
const WIDE = 50;
const MOST_LETTERS = 36;

const WIDTH = 640;
const HEIGHT = 360;
const PLOT = { left: 64, right: 440, top: 24, bottom: 320 };
const LINE = 22;

/** Colours and dashes of the series, as everywhere in the app. */
const looks = [
  ['#0072b2', ''],
  ['#d55e00', '6 3'],
  ['#009e73', '2 3'],
  ['#aa4499', '8 3 2 3'],
  ['#b8860b', '12 4'],
  ['#3399cc', '4 2 1 2'],
  ['#882255', '1 3'],
  ['#5a606b', '10 2 2 2'],
] as const;

interface Curve {
  readonly name: string;
  /** Its last step. */
  readonly steps: number;
  /** Shape (COLUMNS,): the least and the largest finite loss there; Infinity and −Infinity where there is none. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * What a file shows to somebody without the app: the losses of its first runs over their steps, with their names,
 * as SVG. Drawn of numbers that pass by while the file is written; the same runs make the same bytes.
 */
export class Preview {
  readonly #curves: Curve[] = [];
  #runs = 0;

  /** The next run, whose last step is `steps`. */
  begin(name: string, steps: number): void {
    this.#runs++;
    if (this.#curves.length === MOST_CURVES) return;
    const low = new Float64Array(COLUMNS).fill(Infinity);
    const high = new Float64Array(COLUMNS).fill(-Infinity);
    this.#curves.push({ name, steps, low, high });
  }

  /** Passes on losses of the run that was begun last, in the order of their steps. */
  *watch(losses: Iterable<MetricChunk>): Generator<MetricChunk, void> {
    const curve = this.#runs > MOST_CURVES ? undefined : this.#curves.at(-1);
    for (const chunk of losses) {
      if (curve) note(curve, chunk);
      yield chunk;
    }
  }

  svg(): string {
    const drawn = this.#curves.filter(({ low }) => low.some(Number.isFinite));
    const more = this.#runs - this.#curves.length;
    const steps = Math.max(1, ...this.#curves.map((curve) => curve.steps));
    const axis = axisOf(drawn);
    const lines = this.#curves.map((curve, i) => pathOf(curve, i, steps, axis));
    const names = this.#curves.map((curve, i) => keyOf(curve, i));
    const rest = more > 0 ? words(PLOT.right + 24, keyAt(MOST_CURVES), `+ ${more}`) : '';
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="#2b2f3a">`,
      `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf8"/>`,
      ...(drawn.length > 0 ? [scaleOf(axis, steps)] : []),
      ...lines,
      ...names,
      rest,
      '</svg>',
      '',
    ]
      .filter((line, i, all) => line !== '' || i === all.length - 1)
      .join('\n');
  }
}

function note({ steps, low, high }: Curve, { first, stride, values }: MetricChunk): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    const share = steps === 0 ? 0 : (first + i * stride) / steps;
    const column = Math.min(COLUMNS - 1, Math.floor(share * COLUMNS));
    low[column] = Math.min(low[column]!, value);
    high[column] = Math.max(high[column]!, value);
  }
}

interface Axis {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

function axisOf(curves: readonly Curve[]): Axis {
  let low = Infinity;
  let high = -Infinity;
  for (const curve of curves) {
    for (const value of curve.low) low = Math.min(low, value);
    for (const value of curve.high) high = Math.max(high, value);
  }
  return { low, high, log: low > 0 && high / low >= WIDE };
}

/** Where on the page a loss stands, in units of the drawing to a tenth. */
function heightOf(value: number, { low, high, log }: Axis): string {
  const of = log ? Math.log10 : (x: number): number => x;
  // Halved, so that the span of the largest numbers is one, too.
  const span = of(high) / 2 - of(low) / 2;
  const share = span > 0 ? (of(value) / 2 - of(low) / 2) / span : 0.5;
  return (PLOT.bottom - share * (PLOT.bottom - PLOT.top)).toFixed(1);
}

function pathOf({ steps, low, high }: Curve, index: number, all: number, axis: Axis): string {
  const points: string[] = [];
  for (let column = 0; column < COLUMNS; column++) {
    if (low[column]! > high[column]!) continue;
    const share = (((column + 0.5) / COLUMNS) * steps) / all;
    const x = (PLOT.left + share * (PLOT.right - PLOT.left)).toFixed(1);
    points.push(`${x},${heightOf(high[column]!, axis)}`);
    if (low[column]! < high[column]!) points.push(`${x},${heightOf(low[column]!, axis)}`);
  }
  if (points.length === 0) return '';
  return `<polyline points="${points.join(' ')}" ${lineOf(index)}/>`;
}

function lineOf(index: number): string {
  const [colour, dash] = looks[index]!;
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `fill="none" stroke="${colour}" stroke-width="1.75"${dashed}`;
}

function keyAt(index: number): number {
  return PLOT.top + 8 + index * LINE;
}

function keyOf({ name }: Curve, index: number): string {
  const y = keyAt(index);
  const from = PLOT.right + 24;
  const key = `<path d="M${from} ${y - 4}h24" ${lineOf(index)}/>`;
  return key + words(from + 32, y, shorten(name));
}

/** The ends of both axes: the language of a reader is not known, numbers are read in all. */
function scaleOf(axis: Axis, steps: number): string {
  const at = PLOT.left - 8;
  const [top, bottom] = [axis.high, axis.low].map((value) => value.toPrecision(3));
  const grid = `<path d="M${PLOT.left} ${PLOT.bottom}H${PLOT.right}M${PLOT.left} ${PLOT.top}H${PLOT.right}" stroke="#e2e4e8"/>`;
  const losses =
    axis.low < axis.high
      ? words(at, PLOT.top + 4, top!, 'end') + words(at, PLOT.bottom + 4, bottom!, 'end')
      : words(at, (PLOT.top + PLOT.bottom) / 2 + 4, top!, 'end');
  const ends =
    words(PLOT.left, PLOT.bottom + 22, '0') +
    words(PLOT.right, PLOT.bottom + 22, String(steps), 'end');
  return grid + losses + ends;
}

function words(x: number, y: number, text: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function shorten(name: string): string {
  const letters = [...name];
  return letters.length <= MOST_LETTERS ? name : `${letters.slice(0, MOST_LETTERS - 1).join('')}…`;
}

/** What XML cannot hold becomes the sign for that. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
