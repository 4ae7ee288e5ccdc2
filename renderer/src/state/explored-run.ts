import {
  SeriesBuffer,
  type SeriesPoint,
  type SeriesPoints,
} from '../../../core/analysis/series-buffer.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { ExploredRun as Explored } from '../../../core/training/explored-run.ts';
import { isSameChunk, type MetricChunk, type MetricName } from '../../../core/training/metrics.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunState, StateReason } from '../../../electron/ipc/run.ts';
import type { StageRun } from './stage-run.ts';

/** A run that was computed ahead: whole, and stored nowhere. */
export class ExploredRun implements StageRun {
  readonly id: string;
  readonly slot: number;
  readonly name: string;
  readonly config: ExperimentConfig;
  readonly state: RunState;
  readonly reason: StateReason;
  readonly result: RunResult;
  readonly error = null;
  readonly step: number;
  readonly ended = true;
  readonly #series: ReadonlyMap<MetricName, HeldSeries>;

  /**
   * `slot` is the run's place among the colours: it keeps its lines while settings change. Series that are the same
   * as those of the run before in that place stay the same objects, so that nothing is drawn anew for them.
   */
  constructor(
    slot: number,
    name: string,
    config: ExperimentConfig,
    explored: Explored,
    before?: ExploredRun,
  ) {
    this.id = `ahead ${slot}`;
    this.slot = slot;
    this.name = name;
    this.config = config;
    this.state = explored.outcome.status;
    this.reason = explored.outcome.reason;
    this.result = explored.result;
    this.step = explored.step;
    const metrics = new Set(explored.chunks.map(({ metric }) => metric));
    this.#series = new Map(
      [...metrics].map((metric) => {
        const chunks = explored.chunks.filter((chunk) => chunk.metric === metric);
        const known = before ? before.#series.get(metric) : undefined;
        return [metric, known?.holds(chunks) ? known : new HeldSeries(chunks)];
      }),
    );
  }

  /** How long computing ahead takes tells nothing of a run. */
  readonly trainingTime = undefined;

  view(metric: MetricName, from: number, to: number, columns: number): SeriesView | null {
    return this.#series.get(metric)?.view(from, to, columns) ?? null;
  }

  points(metric: MetricName, from: number, to: number): SeriesPoints | null {
    return this.#series.get(metric)?.points(from, to) ?? null;
  }

  readPoints(): Promise<void> {
    return Promise.resolve();
  }

  lastStep(metric: MetricName): number {
    return this.#series.get(metric)?.buffer.lastStep ?? -1;
  }

  heldPoint(metric: MetricName, step: number): SeriesPoint | null {
    return this.#series.get(metric)?.buffer.at(step) ?? null;
  }

  readPoint(metric: MetricName, step: number): Promise<SeriesPoint | null> {
    return Promise.resolve(this.heldPoint(metric, step));
  }

  /** Every value is held already. */
  refine(): Promise<void> {
    return Promise.resolve();
  }
}

/** A series as it came, and what was asked of it last: that is asked again whenever something else on the page has changed. */
class HeldSeries {
  readonly buffer = new SeriesBuffer();
  readonly #chunks: readonly MetricChunk[];
  readonly view = lastOnly((from: number, to: number, columns: number) =>
    this.buffer.view(from, to, columns),
  );
  readonly points = lastOnly((from: number, to: number) => this.buffer.points(from, to));

  constructor(chunks: readonly MetricChunk[]) {
    this.#chunks = chunks;
    for (const chunk of chunks) this.buffer.append(chunk);
  }

  holds(chunks: readonly MetricChunk[]): boolean {
    return (
      chunks.length === this.#chunks.length &&
      chunks.every((chunk, i) => isSameChunk(chunk, this.#chunks[i]!))
    );
  }
}

/** A function that remembers its last answer. */
function lastOnly<Args extends readonly number[], T>(
  of: (...args: Args) => T,
): (...args: Args) => T {
  let last: { readonly key: string; readonly value: T } | null = null;
  return (...args) => {
    const key = args.join(' ');
    if (last?.key !== key) last = { key, value: of(...args) };
    return last.value;
  };
}
