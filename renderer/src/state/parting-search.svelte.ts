import { compareSeries, nothingCompared, type Agreement } from '../../../core/analysis/parting.ts';
import { joinPoints, type SeriesPoints } from '../../../core/analysis/series-buffer.ts';
import type { MetricChunk, MetricName } from '../../../core/training/metrics.ts';
import { MOST_VALUES } from '../../../electron/ipc/queries.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';

/** Values of each run that are read first, so that a parting near the start costs one small read. */
const FIRST_LOOK = 1024;

/** Looks for the step at which stored runs part, in every recorded value, a slice at a time. */
export class PartingSearch {
  readonly #lab: Lab;
  #found = $state.raw<Agreement>(nothingCompared);
  #over = $state(false);
  /** Grows with every search: one before it stops at its next slice. */
  #searches = 0;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** As far as it has come. */
  get found(): Agreement {
    return this.#found;
  }

  /** Whether everything has been compared, or their parting been found. */
  get over(): boolean {
    return this.#over;
  }

  async search(runIds: readonly RunId[], metric: MetricName): Promise<void> {
    const search = ++this.#searches;
    this.#found = nothingCompared;
    this.#over = false;
    try {
      await this.#compare(search, runIds, metric);
    } catch (error) {
      // What was compared before a fault says nothing of the rest.
      if (search === this.#searches) this.#found = nothingCompared;
      throw error;
    }
    if (search === this.#searches) this.#over = true;
  }

  async #compare(search: number, runIds: readonly RunId[], metric: MetricName): Promise<void> {
    let most = FIRST_LOOK;
    for (let from = 0; ;) {
      const read = await Promise.all(
        runIds.map((runId) => this.#lab.request('series:values', { runId, metric, from, most })),
      );
      if (search !== this.#searches) return;
      const pieces = read.map(pointsOf);
      // Of a series with so many values more may follow.
      const ends = pieces.map(({ steps }) => (steps.length < most ? Infinity : steps.at(-1)!));
      const to = Math.min(...ends);
      this.#found = compareSeries(pieces, to, this.#found);
      if (this.#found.partsAt !== null || to === Infinity) break;
      from = to + 1;
      most = MOST_VALUES;
    }
  }

  dispose(): void {
    this.#searches++;
  }
}

function pointsOf(chunks: readonly MetricChunk[]): SeriesPoints {
  return joinPoints(
    chunks.map(({ first, stride, values }) => ({
      steps: Float64Array.from(values, (_, i) => first + i * stride),
      values,
    })),
  );
}
