import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import { createRecorder, type Recorder } from '../../core/training/recorder.ts';
import { createTrainer, type Checkpoint, type Trainer } from '../../core/training/trainer.ts';
import { assets } from '../support/experiments.ts';

/** Steps and values of one metric, in rows that grow. */
export class Column {
  #steps = new Float64Array(1024);
  #values = new Float64Array(1024);
  length = 0;

  append({ first, stride, values }: MetricChunk): void {
    while (this.length + values.length > this.#steps.length) {
      this.#steps = doubled(this.#steps);
      this.#values = doubled(this.#values);
    }
    this.#values.set(values, this.length);
    for (let i = 0; i < values.length; i++) this.#steps[this.length + i] = first + i * stride;
    this.length += values.length;
  }

  get lastStep(): number {
    return this.length === 0 ? -1 : this.#steps[this.length - 1]!;
  }

  /** How many of its steps are below this one. */
  countBelow(step: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#steps[middle]! < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether the other column is the beginning of this one: every step, every bit. */
  beginsWith(other: Column): boolean {
    return this.#holdsAt(0, other);
  }

  /** Whether the other column is a piece of this one without a gap: every step, every bit. */
  contains(other: Column): boolean {
    return other.length === 0 || this.#holdsAt(this.countBelow(other.#steps[0]!), other);
  }

  #holdsAt(from: number, other: Column): boolean {
    return (
      from + other.length <= this.length &&
      bytes(this.#steps, from, other.length).equals(bytes(other.#steps, 0, other.length)) &&
      bytes(this.#values, from, other.length).equals(bytes(other.#values, 0, other.length))
    );
  }
}

export type Columns = ReadonlyMap<MetricName, Column>;

export function columnsOf(chunks: readonly MetricChunk[]): Columns {
  const columns = new Map<MetricName, Column>();
  appendAll(columns, chunks);
  return columns;
}

/** What a run must hold, computed by the core in this process, as far as it is asked for. */
export class Oracle {
  readonly #config: ExperimentConfig;
  readonly #trainer: Trainer;
  readonly #recorder: Recorder = createRecorder();
  readonly #columns = new Map<MetricName, Column>();

  constructor(config: ExperimentConfig) {
    this.#config = config;
    this.#trainer = createTrainer(config, assets);
  }

  /** Columns that hold at least everything below `step`, if the run gets there. */
  upTo(step: number): Columns {
    if (this.#trainer.step < step && this.#trainer.outcome === null) {
      this.#trainer.advance(step - this.#trainer.step, this.#recorder);
      appendAll(this.#columns, this.#recorder.flush());
    }
    return this.#columns;
  }

  /** The state in which the run ended by itself, if it did so before `step`. */
  outcomeBefore(step: number): string | undefined {
    this.upTo(step);
    const { outcome } = this.#trainer;
    return outcome !== null && outcome.step < step ? outcome.status : undefined;
  }

  /** What the run records in its next steps when it goes on from a checkpoint. */
  continued(from: Checkpoint, steps: number): readonly MetricChunk[] {
    const recorder = createRecorder();
    createTrainer(this.#config, assets, from).advance(steps, recorder);
    return recorder.flush();
  }
}

function appendAll(columns: Map<MetricName, Column>, chunks: readonly MetricChunk[]): void {
  for (const chunk of chunks) {
    const column = columns.get(chunk.metric) ?? new Column();
    columns.set(chunk.metric, column);
    column.append(chunk);
  }
}

function bytes(values: Float64Array, from: number, count: number): Buffer {
  return Buffer.from(values.buffer, from * 8, count * 8);
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}
