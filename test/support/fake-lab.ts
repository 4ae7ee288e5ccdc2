import type { TimeSample } from '../../core/analysis/training-time.ts';
import type { SeriesView } from '../../core/analysis/series-view.ts';
import { SeriesBuffer } from '../../core/analysis/series-buffer.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { Channel, EventName, Events, Requests } from '../../electron/ipc/contract.ts';
import type {
  ExperimentId,
  RunDetail,
  RunId,
  RunSummary,
  ComputedRun,
} from '../../electron/ipc/run.ts';
import type { RunEvent } from '../../electron/ipc/library.ts';
import type { Lab } from '../../renderer/src/api.ts';
import { bowl } from './experiments.ts';

const noView: SeriesView = {
  first: new Float64Array(),
  last: new Float64Array(),
  min: new Float64Array(),
  max: new Float64Array(),
  nonFinite: new Float64Array(),
};

export const runId = (name: string): RunId => name as RunId;

/** A stored run as the library lists it. */
export function summary(id: string, change: Partial<ComputedRun> = {}): ComputedRun {
  return {
    id: runId(id),
    experimentId: 'e1' as ExperimentId,
    experimentName: 'experiment',
    race: null,
    name: id,
    config: bowl({ totalSteps: 100 }),
    log: null,
    state: 'finished',
    reason: 'max-steps',
    step: 100,
    result: null,
    engineVersion: 'test',
    createdAt: 0,
    endedAt: 0,
    trashedAt: null,
    trashDaysLeft: null,
    error: null,
    noteLine: '',
    tags: [],
    pinned: false,
    baseline: false,
    archived: false,
    prediction: '',
    conclusion: '',
    forkedFrom: null,
    resumedFrom: null,
    rerunOf: null,
    spark: noView,
    ...change,
  };
}

/** Values 0, 1, 2, … at steps first … last, so that a value tells its step. */
export function ramp(metric: MetricName, first: number, last: number): MetricChunk {
  const values = Float64Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { metric, first, stride: 1, values };
}

/**
 * Main's side of the page's client, scripted by a test: answers are functions by channel, events are
 * sent by hand, every call is noted.
 */
export class FakeLab implements Lab {
  readonly calls: (readonly [Channel, ...unknown[]])[] = [];
  readonly answers: { [C in Channel]?: Requests[C] } = {};
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>();
  /** Training time of what it holds. */
  times: readonly TimeSample[] = [];
  /** What the store holds, by metric. */
  readonly stored = new Map<MetricName, SeriesBuffer>();

  request<C extends Channel>(
    channel: C,
    ...args: Parameters<Requests[C]>
  ): Promise<ReturnType<Requests[C]>> {
    this.calls.push([channel, ...args]);
    const answer = this.answers[channel] as
      ((...given: Parameters<Requests[C]>) => ReturnType<Requests[C]>) | undefined;
    return Promise.resolve().then(() => answer?.(...args) as ReturnType<Requests[C]>);
  }

  readonly on: Lab['on'] = (event, listener) => {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener as (payload: never) => void);
    return () => listeners.delete(listener as (payload: never) => void);
  };

  emit<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload as never);
  }

  /** Number of subscriptions that nobody has ended. */
  get listening(): number {
    return [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0);
  }

  store(chunk: MetricChunk): void {
    const buffer = this.stored.get(chunk.metric) ?? new SeriesBuffer();
    this.stored.set(chunk.metric, buffer);
    buffer.append(chunk);
  }

  /** Answers `run:read`, `series:read` and `series:values` from what was stored. */
  serveStored(run: RunSummary, events: readonly RunEvent[] = []): void {
    this.answers['run:read'] = (): RunDetail => ({
      run,
      note: '',
      series: [...this.stored].map(([metric, buffer]) => ({
        metric,
        firstStep: buffer.firstStep,
        lastStep: buffer.lastStep,
        points: buffer.lastStep - buffer.firstStep + 1,
        damaged: [],
      })),
      times: this.times,
      checkpointStep: null,
      events,
      imported: null,
    });
    this.answers['series:read'] = ({ metric, from, to, columns }) =>
      this.stored.get(metric)!.view(from, to, columns);
    this.answers['series:values'] = ({ metric, from, most }) => {
      const { steps, values } = this.stored.get(metric)!.points(from, from + most - 1);
      return [{ metric, first: steps[0]!, stride: 1, values }];
    };
  }
}

/** Lets everything that was promised happen. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
