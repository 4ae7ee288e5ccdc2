import type { MetricName } from '../../core/training/metrics.ts';
import type { RunComparison } from '../ipc/library.ts';
import type { RunDetail, RunId } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';

/** Values of each of the two runs that are read and compared in one go: about 2 ms. */
const PIECE = 16_384;

type Read = Pick<Store, 'readRun' | 'readValues'>;
type Difference = NonNullable<RunComparison['differs']>;

/**
 * Compares all series of a run with those of the run it repeats, bit by bit (one NaN is as good as another), as
 * far as both have come. `breathe` is awaited between pieces, so that nobody waits long.
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
  const [engine, otherEngine] = [mine.run.engineVersion, its.run.engineVersion];
  return {
    with: other,
    step,
    values,
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
  const damaged = [mine, its].some(({ series }) =>
    series.some((one) => one.metric === metric && one.damaged.length > 0),
  );
  let values = 0;
  for (let from = 0; ;) {
    await breathe();
    const a = pieceOf(store, mine.run.id, metric, from, end);
    const b = pieceOf(store, its.run.id, metric, from, end);
    const count = Math.min(a.steps.length, b.steps.length);
    for (let i = 0; i < count; i++) {
      // What is damaged is missing; the rest cannot be laid side by side any more.
      if (a.steps[i] !== b.steps[i] && damaged) return { values, differsAt: null };
      if (a.steps[i] === b.steps[i] && Object.is(a.values[i], b.values[i])) continue;
      return { values: values + i, differsAt: Math.min(a.steps[i]!, b.steps[i]!) };
    }
    values += count;
    if (a.steps.length !== b.steps.length) {
      const longer = a.steps.length > count ? a.steps : b.steps;
      return { values, differsAt: damaged ? null : longer[count]! };
    }
    if (count < PIECE) return { values, differsAt: null };
    from = a.steps[count - 1]! + 1;
  }
}

interface Piece {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

function pieceOf(store: Read, id: RunId, metric: MetricName, from: number, end: number): Piece {
  const steps: number[] = [];
  const values: number[] = [];
  for (const chunk of store.readValues(id, metric, from, PIECE)) {
    for (let i = 0; i < chunk.values.length; i++) {
      const step = chunk.first + i * chunk.stride;
      if (step >= end) return { steps, values };
      steps.push(step);
      values.push(chunk.values[i]!);
    }
  }
  return { steps, values };
}
