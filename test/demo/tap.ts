/**
 * Listens in the main process to what worker threads send, beside the app's own listeners: the
 * numbers of a run before anything stored or showed them.
 */
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { WorkerCommand, WorkerEvent } from '../../electron/worker/protocol.ts';
import type { LaunchedApp } from '../host/launch-app.ts';

/** What one worker computed, in the order in which workers were started. */
export interface TappedRun {
  readonly config: ExperimentConfig;
  readonly chunks: readonly MetricChunk[];
}

interface WireChunk extends Omit<MetricChunk, 'values'> {
  readonly base64: string;
}

interface Tap {
  readonly config: ExperimentConfig;
  readonly chunks: WireChunk[];
}

/** To be called before the first run; functions given to `evaluate` see nothing of this file. */
export async function tapWorkers(app: LaunchedApp): Promise<void> {
  await app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const taps = new Map<object, Tap>();
    Object.assign(globalThis, { taps });
    const { emit, postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: object, command: WorkerCommand, ...rest): void {
      if (command.kind === 'start') taps.set(this, { config: command.config, chunks: [] });
      postMessage.call(this, command, ...rest);
    };
    Worker.prototype.emit = function (this: object, name: string, ...args: unknown[]): boolean {
      const event = args[0] as WorkerEvent;
      if (name === 'message' && event.kind === 'batch') {
        for (const { values, ...chunk } of event.chunks) {
          const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
          taps.get(this)?.chunks.push({ ...chunk, base64: bytes.toString('base64') });
        }
      }
      return Reflect.apply(emit, this, [name, ...args]);
    } as typeof emit;
  });
}

export async function readTap(app: LaunchedApp): Promise<readonly TappedRun[]> {
  const taps = await app.evaluate(() => {
    const { taps: kept } = globalThis as unknown as { taps: Map<object, Tap> };
    return [...kept.values()];
  });
  return taps.map(({ config, chunks }) => ({
    config,
    chunks: chunks.map(({ base64, ...chunk }) => ({ ...chunk, values: doubles(base64) })),
  }));
}

function doubles(base64: string): Float64Array {
  // Copied, because doubles must be aligned and a Buffer's bytes need not be.
  return new Float64Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}
