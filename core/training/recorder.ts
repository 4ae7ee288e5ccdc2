import type { MetricChunk, MetricName } from './metrics.ts';

/** Collects metric values into chunks of implicit steps; one column per metric. */
export interface Recorder {
  /** Appends `value` of `metric` at `step`; steps of one metric must grow strictly. */
  record(metric: MetricName, step: number, value: number): void;
  /** Takes out everything recorded since the last call, in chunks of at most CHUNK_POINTS values. */
  flush(): MetricChunk[];
}
