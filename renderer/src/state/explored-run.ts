import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { ExploredRun as Explored } from '../../../core/training/explored-run.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunState, StateReason } from '../../../electron/ipc/contract.ts';
import type { StageRun } from './stage-run.ts';

/** A run that was computed ahead: whole, and stored nowhere. */
export class ExploredRun implements StageRun {
  readonly id: string;
  readonly name: string;
  readonly config: ExperimentConfig;
  readonly state: RunState;
  readonly reason: StateReason;
  readonly result: RunResult;
  readonly error = null;
  readonly step: number;
  readonly ended = true;
  readonly #buffers = new Map<MetricName, SeriesBuffer>();
  /** The last view of each series: it is asked for again whenever something else on the page has changed. */
  readonly #views = new Map<MetricName, { readonly key: string; readonly view: SeriesView }>();

  /** `slot` is the run's place among the colours: it keeps its lines while settings change. */
  constructor(slot: number, name: string, config: ExperimentConfig, explored: Explored) {
    this.id = `ahead ${slot}`;
    this.name = name;
    this.config = config;
    this.state = explored.outcome.status;
    this.reason = explored.outcome.reason;
    this.result = explored.result;
    this.step = explored.step;
    for (const chunk of explored.chunks) {
      let buffer = this.#buffers.get(chunk.metric);
      if (!buffer) this.#buffers.set(chunk.metric, (buffer = new SeriesBuffer()));
      buffer.append(chunk);
    }
  }

  view(metric: MetricName, from: number, to: number, columns: number): SeriesView | null {
    const buffer = this.#buffers.get(metric);
    if (!buffer) return null;
    const key = `${from} ${to} ${columns}`;
    const known = this.#views.get(metric);
    if (known?.key === key) return known.view;
    const view = buffer.view(from, to, columns);
    this.#views.set(metric, { key, view });
    return view;
  }

  lastStep(metric: MetricName): number {
    return this.#buffers.get(metric)?.lastStep ?? -1;
  }

  heldValue(metric: MetricName, step: number): number | null {
    return this.#buffers.get(metric)?.at(step)?.value ?? null;
  }

  readValue(metric: MetricName, step: number): Promise<number | null> {
    return Promise.resolve(this.heldValue(metric, step));
  }
}
