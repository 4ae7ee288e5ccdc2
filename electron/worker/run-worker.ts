/** Entry of a worker thread: a RunSession, ExploreSession, ExplainSession, SurveySession, ViewSession or TrialSession, its messages, and nothing else. */
import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { MetricChunk } from '../../core/training/metrics.ts';
import { ExplainSession } from './explain-session.ts';
import { ExploreSession } from './explore-session.ts';
import {
  PULSE_INTERVAL_MS,
  type WorkerCommand,
  type WorkerEvent,
  type WorkerStart,
} from './protocol.ts';
import { RunSession, type Surroundings } from './run-session.ts';
import { SurveySession } from './survey-session.ts';
import { TrialSession } from './trial-session.ts';
import { ViewSession } from './view-session.ts';

const port = parentPort;
if (!port) throw new Error('run-worker is started as a worker thread');

let session: RunSession | null = null;
const trials = new TrialSession();
let explorer: ExploreSession | null = null;
let explainer: ExplainSession | null = null;
let surveyor: SurveySession | null = null;
let viewer: ViewSession | null = null;
let wake: () => void = () => undefined;

// Between two slices of steps timers have their turn, and not within one: no step pays for it.
const { pulse } = workerData as WorkerStart;
setInterval(() => Atomics.add(pulse, 0, 1), PULSE_INTERVAL_MS).unref();

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
  // Whoever turns a control waits for what is computed ahead; that takes an instant, all else may take hours.
  if (command.kind !== 'explore') stepBack();
  if (command.kind === 'start') void start(command);
  else if (command.kind === 'explore') void answer(explore(command));
  else if (command.kind === 'explain') void answer(explain(command));
  else if (command.kind === 'survey') void answer(survey(command));
  else if (command.kind === 'view') void answer(view(command));
  else if (command.kind === 'try') around.post(trials.run(command));
  else session?.obey(command);
  wake();
});

/** The page comes first where processors are short. Only Linux counts 0 as this thread; elsewhere it is the whole app. */
function stepBack(): void {
  if (platform() === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);
}

async function start(command: Extract<WorkerCommand, { kind: 'start' }>): Promise<void> {
  try {
    session = new RunSession(command, around);
    await session.run();
  } catch (error) {
    around.post({ kind: 'failed', error: describe(error) });
  }
  port?.close();
}

/** A question that cannot be answered ends the thread, with the reason. */
async function answer(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    around.post({ kind: 'failed', error: describe(error) });
    port?.close();
  }
}

async function explore(command: Extract<WorkerCommand, { kind: 'explore' }>): Promise<void> {
  explorer ??= new ExploreSession(around);
  await explorer.explore(command);
}

async function explain(command: Extract<WorkerCommand, { kind: 'explain' }>): Promise<void> {
  explainer ??= new ExplainSession(around);
  await explainer.explain(command);
}

async function survey(command: Extract<WorkerCommand, { kind: 'survey' }>): Promise<void> {
  surveyor ??= new SurveySession(around);
  await surveyor.survey(command);
}

async function view(command: Extract<WorkerCommand, { kind: 'view' }>): Promise<void> {
  viewer ??= new ViewSession(around);
  await viewer.view(command);
}

/** The buffers of recorded values change hands instead of being copied; runs computed ahead may share some. */
function transferables(event: WorkerEvent): ArrayBuffer[] {
  return [...new Set(chunksOf(event).map(({ values }) => values.buffer as ArrayBuffer))];
}

function chunksOf(event: WorkerEvent): readonly MetricChunk[] {
  if (event.kind === 'batch') return event.chunks;
  return event.kind === 'explored' ? event.runs.flatMap(({ chunks }) => chunks) : [];
}

function describe(error: unknown): Extract<WorkerEvent, { kind: 'failed' }>['error'] {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}
