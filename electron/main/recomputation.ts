import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { RunDetail } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';

/** What was computed again is not what is stored. */
export class NotReproducedError extends Error {
  override readonly name = 'NotReproducedError';
}

/**
 * A run that goes on from a checkpoint computes again what had been stored behind it. Nothing of that is
 * deleted or replaced: it is compared, step by step and bit by bit, and only what comes after it is new.
 * Steps whose stored bytes are damaged cannot be compared, and stay gaps.
 */
export class Recomputation {
  readonly #store: Pick<Store, 'readValues'>;
  readonly #run: RunDetail['run'];
  /** Last stored step by metric. */
  readonly #stored: ReadonlyMap<MetricName, number>;
  /** Steps below this have been compared, by metric. */
  readonly #compared = new Map<MetricName, number>();
  readonly #from: number;

  /** `from` is the step of the checkpoint. */
  constructor(store: Pick<Store, 'readValues'>, { run, series }: RunDetail, from: number) {
    this.#store = store;
    this.#run = run;
    this.#stored = new Map(series.map(({ metric, lastStep }) => [metric, lastStep]));
    this.#from = from;
  }

  /** Whether a run that has made so many updates has nothing left to compare. */
  isOverAt(step: number): boolean {
    return step > Math.max(this.#from, ...this.#stored.values());
  }

  /** The part of these chunks that is not stored yet. Throws NotReproducedError. */
  newOf(chunks: readonly MetricChunk[]): readonly MetricChunk[] {
    return chunks.flatMap((chunk) => {
      const stored = this.#stored.get(chunk.metric) ?? -1;
      const { first, stride, values } = chunk;
      const known =
        first > stored ? 0 : Math.min(values.length, Math.floor((stored - first) / stride) + 1);
      this.#compare(chunk, known, stored);
      if (known === 0) return [chunk];
      if (known === values.length) return [];
      return [{ ...chunk, first: first + known * stride, values: values.slice(known) }];
    });
  }

  /** Compares the first `known` values, and that nothing is stored between or before them. */
  #compare({ metric, first, stride, values }: MetricChunk, known: number, stored: number): void {
    const from = this.#compared.get(metric) ?? this.#from;
    if (from > stored) return;
    const to = known < values.length ? stored : first + (known - 1) * stride;
    this.#compared.set(metric, to + 1);
    const most = to - from + 1;
    for (const chunk of this.#store.readValues(this.#run.id, metric, from, most)) {
      for (const [i, value] of chunk.values.entries()) {
        const step = chunk.first + i * chunk.stride;
        if (step > to) return;
        const at = (step - first) / stride;
        if (isSame(values[at], value)) continue;
        throw new NotReproducedError(`${metric}, step ${step}`);
      }
    }
  }
}

/** Every bit is the same; one NaN is as good as another, −0 is not 0. */
function isSame(a: number | undefined, b: number): boolean {
  return Object.is(a, b);
}
