import type { MetricName } from '../../core/training/metrics.ts';
import type { RunComparison } from '../ipc/library.ts';
import type { RunDetail, RunId, SeriesInfo } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';

/** Values of each of the two runs that are read and compared in one go: about 2 ms. */
const PIECE = 16_384;

type Read = Pick<Store, 'readRun' | 'readValues'>;
type Difference = NonNullable<RunComparison['differs']>;

/**
 * Compares all series of a run with those of the run it repeats, bit by bit (one NaN is as good as another), as
 * far as both have come. Where stored bytes of one of them are damaged nothing can be compared: those steps are
 * counted, and what lies behind them is compared all the same. `breathe` is awaited between pieces, so that
 * nobody waits long.
 */
export async function compareRuns(
  store: Read,
  id: RunId,
  other: RunId,
  breathe: () => Promise<void>,
): Promise<RunComparison> {
  const [mine, its] = [store.readRun(id), store.readRun(other)];
  const step = Math.min(mine.run.step, its.run.step);
  // At its last step a run records other things than one that goes on.
  const end = mine.run.step === its.run.step ? Infinity : step;
  const metrics = new Set([...mine.series, ...its.series].map(({ metric }) => metric));
  let differs: Difference | null = null;
  let values = 0;
  for (const metric of metrics) {
    const found = await compareSeries(store, mine, its, metric, end, breathe);
    values += found.values;
    const at = found.differsAt;
    if (at !== null && (differs === null || at < differs.step)) differs = { metric, step: at };
  }
  // Read once more: of a long series only reading its values shows what is damaged.
  const unread = lengthOfAll(
    [id, other].flatMap((run) => store.readRun(run).series.flatMap(({ damaged }) => damaged)),
    end,
  );
  const [engine, otherEngine] = [mine.run.engineVersion, its.run.engineVersion];
  return {
    with: other,
    step,
    values,
    ...(unread > 0 ? { unread } : {}),
    differs,
    otherEngine: engine === otherEngine ? null : otherEngine,
  };
}

async function compareSeries(
  store: Read,
  mine: RunDetail,
  its: RunDetail,
  metric: MetricName,
  end: number,
  breathe: () => Promise<void>,
): Promise<{ readonly values: number; readonly differsAt: number | null }> {
  let values = 0;
  for (let from = 0; ;) {
    await breathe();
    const a = pieceOf(store, mine.run.id, metric, from, end);
    const b = pieceOf(store, its.run.id, metric, from, end);
    const to = Math.min(a.reaches, b.reaches);
    const found = comparePieces(a, b, to, {
      a: gapsOf(store, mine.run.id, metric),
      b: gapsOf(store, its.run.id, metric),
    });
    values += found.values;
    if (found.differsAt !== null) return { values, differsAt: found.differsAt };
    if (to === Infinity) return { values, differsAt: null };
    from = to + 1;
  }
}

/** Lays two pieces side by side up to step `to`; a step that one of them lacks is a difference, unless it is damaged there. */
function comparePieces(
  a: Piece,
  b: Piece,
  to: number,
  gaps: Readonly<Record<'a' | 'b', (step: number) => boolean>>,
): { readonly values: number; readonly differsAt: number | null } {
  let values = 0;
  for (let i = 0, j = 0; ;) {
    const stepA = a.steps[i] ?? Infinity;
    const stepB = b.steps[j] ?? Infinity;
    const step = Math.min(stepA, stepB);
    if (step > to || step === Infinity) return { values, differsAt: null };
    if (stepA === stepB) {
      if (!Object.is(a.values[i], b.values[j])) return { values, differsAt: step };
      values++;
    } else if (!gaps[stepA > stepB ? 'a' : 'b'](step)) return { values, differsAt: step };
    if (stepA === step) i++;
    if (stepB === step) j++;
  }
}

/** Whether a step that was not read is damaged; looked up only where one is missing. */
function gapsOf(store: Read, id: RunId, metric: MetricName): (step: number) => boolean {
  let gaps: SeriesInfo['damaged'] | undefined;
  return (step) => {
    gaps ??= store.readRun(id).series.find((one) => one.metric === metric)?.damaged ?? [];
    return gaps.some(([first, last]) => step >= first && step <= last);
  };
}

/** How many steps below `end` lie in at least one of these ranges. */
function lengthOfAll(ranges: readonly (readonly [number, number])[], end: number): number {
  let length = 0;
  let past = 0;
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(first, past);
    past = Math.max(past, Math.min(last + 1, end));
    length += Math.max(0, past - from);
  }
  return length;
}

interface Piece {
  readonly steps: readonly number[];
  readonly values: readonly number[];
  /** Nothing is left out up to this step; Infinity where the series has no more. */
  readonly reaches: number;
}

function pieceOf(store: Read, id: RunId, metric: MetricName, from: number, end: number): Piece {
  const steps: number[] = [];
  const values: number[] = [];
  for (const chunk of store.readValues(id, metric, from, PIECE)) {
    for (let i = 0; i < chunk.values.length; i++) {
      const step = chunk.first + i * chunk.stride;
      if (step >= end) return { steps, values, reaches: Infinity };
      steps.push(step);
      values.push(chunk.values[i]!);
    }
  }
  return { steps, values, reaches: steps.length < PIECE ? Infinity : steps.at(-1)! };
}
