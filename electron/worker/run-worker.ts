/** Entry of a run's worker thread: one RunSession, its messages, and nothing else. */
import { parentPort } from 'node:worker_threads';
import type { WorkerCommand, WorkerEvent } from './protocol.ts';
import { RunSession, type Surroundings } from './run-session.ts';

const port = parentPort;
if (!port) throw new Error('run-worker is started as a worker thread');

let session: RunSession | null = null;
let wake: () => void = () => undefined;

const around: Surroundings = {
  post: (event) => port.postMessage(event, transferables(event)),
  now: () => performance.now(),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
  rest: (milliseconds) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    }),
};

port.on('message', (command: WorkerCommand) => {
  if (command.kind === 'start') void start(command);
  else session?.obey(command);
  wake();
});

async function start(command: Extract<WorkerCommand, { kind: 'start' }>): Promise<void> {
  try {
    session = new RunSession(command, around);
    await session.run();
  } catch (error) {
    around.post({ kind: 'failed', error: describe(error) });
  }
  port?.close();
}

/** The buffers of a batch's values change hands instead of being copied. */
function transferables(event: WorkerEvent): ArrayBuffer[] {
  if (event.kind !== 'batch') return [];
  return event.chunks.map(({ values }) => values.buffer as ArrayBuffer);
}

function describe(error: unknown): Extract<WorkerEvent, { kind: 'failed' }>['error'] {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}
