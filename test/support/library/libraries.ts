import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MetricChunk, MetricName } from '../../../core/training/metrics.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { StoreRefusedError } from '../../../electron/store/refused.ts';
import type { Store } from '../../../electron/store/store.ts';
import { bowl } from '../experiments.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A library on disk that can be closed and opened again. */
export class TestLibrary {
  readonly path: string;
  store: Store;
  /** What the store is told of the time. */
  time = 1_000;
  #open = true;

  constructor(path: string = join(temporaryFolder(), 'library.db')) {
    this.path = path;
    this.store = this.#openStore();
    onTestFinished(() => this.close());
  }

  close(): void {
    if (this.#open) this.store.close();
    this.#open = false;
  }

  /** Closes, lets something happen to the file, opens again. */
  reopen(meanwhile: () => void = () => undefined): void {
    this.close();
    meanwhile();
    this.store = this.#openStore();
    this.#open = true;
  }

  newRun(name = 'run'): RunId {
    const runs = [{ name, config: bowl() }];
    return this.store.createExperiment('experiment', runs, 'test').runIds[0]!;
  }

  /** One that can be put into the trash. */
  endedRun(name = 'run'): RunId {
    const id = this.newRun(name);
    this.store.setState(id, 'finished', 'max-steps');
    return id;
  }

  flush(id: RunId, ...chunks: readonly MetricChunk[]): void {
    const last = chunks.at(-1);
    const step = last ? last.first + last.values.length * last.stride : 0;
    this.store.flush([{ id, step, chunks, checkpoint: null }]);
  }

  #openStore(): Store {
    return openStore({ path: this.path, now: () => this.time });
  }
}

export function chunk(
  first: number,
  values: Float64Array | readonly number[],
  stride = 1,
  metric: MetricName = 'train/loss',
): MetricChunk {
  return { metric, first, stride, values: Float64Array.from(values) };
}

/** The refusal that opening this path ends with. */
export function refusalOf(path: string): StoreRefusedError {
  try {
    openStore({ path, now: () => 0 }).close();
  } catch (error) {
    if (error instanceof StoreRefusedError) return error;
    throw error;
  }
  throw new Error('it was opened');
}
