/**
 * A large library, written through the store as the app writes it: a thousand runs with 10⁸ stored points, or many short
 * ones.
 *
 *   node test/bench/large-library.ts FOLDER [RUNS] [short]
 *
 * makes FOLDER/data/library.db, for `--data-dir=FOLDER`. The values are those of one training, scaled for each run.
 */
import '../../build/node-guard.mjs';
import { join, resolve } from 'node:path';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/assets.ts';

/** What is recorded of each run: so many points of each series. */
interface RunShape {
  readonly steps: number;
  readonly metrics: readonly MetricName[];
}

/** Ten series of 10,000 points each. */
export const LONG_RUNS: RunShape = {
  steps: 10_000,
  metrics: [
    'train/loss',
    'optim/lr',
    'optim/grad_norm',
    'eval/loss',
    'ensemble/loss_mean',
    'ensemble/loss_low',
    'ensemble/loss_high',
    'param/0',
    'param/1',
    'param/2',
  ],
};
/** As most runs of the app are: so short that a spark-line is made of their values, not of what stands beside these. */
export const SHORT_RUNS: RunShape = { steps: 2000, metrics: ['train/loss', 'optim/lr'] };

const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'];
const SCHEDULES = ['constant', 'inverse-time', 'exponential', 'cosine'];
const TAGS = ['衰减太快', '学习率', 'baseline', 'thesis', 'to repeat'];
export const LONG_STEPS = 1_000_000;
export const LONG_NAME = 'one million steps';

/** Runs and points that were written. */
interface LargeLibrary {
  readonly runs: number;
  readonly points: number;
}

function configOf(i: number, totalSteps: number): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: i,
    problem: { kind: 'objective', objective: { id: 'quadratic-bowl' }, noise: 0.3 },
    optimizer: { id: OPTIMIZERS[i % OPTIMIZERS.length] },
    schedule: { id: SCHEDULES[i % SCHEDULES.length] },
    lr: 0.001 * (1 + (i % 50)),
    totalSteps,
  });
}

function lossesOf(config: ExperimentConfig): Float64Array {
  const recorder = createRecorder();
  createTrainer(config, assets).advance(config.totalSteps, recorder);
  const chunks = recorder.flush().filter(({ metric }) => metric === 'train/loss');
  return Float64Array.from(chunks.flatMap(({ values }) => [...values]));
}

function cut(metric: MetricName, values: Float64Array): readonly MetricChunk[] {
  const chunks: MetricChunk[] = [];
  for (let first = 0; first < values.length; first += 4096) {
    chunks.push({ metric, first, stride: 1, values: values.subarray(first, first + 4096) });
  }
  return chunks;
}

function finish(store: Store, id: RunId): void {
  store.setState(id, 'finished', 'max-steps');
  store.compact(id);
}

/** Fills a new library; `say` is told how far it is. */
export function fillLibrary(
  path: string,
  runs: number,
  { steps, metrics }: RunShape,
  say: (done: number) => void,
): LargeLibrary {
  const store = openStore({ path, now: Date.now });
  const losses = lossesOf(configOf(1, steps)).subarray(0, steps);
  let points = 0;
  try {
    for (let i = 0; i < runs; i += 4) {
      const plans = Array.from({ length: Math.min(4, runs - i) }, (_, k) => ({
        name: `${OPTIMIZERS[(i + k) % OPTIMIZERS.length]!} ${i + k}`,
        config: configOf(i + k, steps),
      }));
      const { runIds } = store.createExperiment(`experiment ${i / 4}`, plans, 'bench');
      runIds.forEach((id, k) => {
        const scaled = losses.map((value) => value * (1 + (i + k) / runs));
        const chunks = metrics.flatMap((metric) => cut(metric, scaled));
        store.flush([{ id, step: steps, chunks, checkpoint: null }]);
        finish(store, id);
        points += metrics.length * steps;
      });
      if (i % 20 === 0) store.changeRuns(runIds, { addTags: [TAGS[(i / 20) % TAGS.length]!] });
      if (i % 40 === 0) store.changeRuns([runIds[0]!], { note: `学习率衰减 $\\eta_0 = ${i}$` });
      if (i % 100 === 0) say(i);
    }
    const long = store.createExperiment(
      LONG_NAME,
      [{ name: LONG_NAME, config: configOf(1, LONG_STEPS) }],
      'bench',
    ).runIds[0]!;
    const repeated = Float64Array.from({ length: LONG_STEPS }, (_, s) => losses[s % steps]!);
    const chunks = cut('train/loss', repeated);
    store.flush([{ id: long, step: LONG_STEPS, chunks, checkpoint: null }]);
    finish(store, long);
    points += LONG_STEPS;
  } finally {
    store.close();
  }
  return { runs: runs + 1, points };
}

if (import.meta.main) {
  const [folder, runs = '1000', short] = process.argv.slice(2);
  if (folder === undefined || !(Number(runs) >= 1)) {
    console.log('Usage: node test/bench/large-library.ts FOLDER [RUNS] [short]');
    process.exitCode = 1;
  } else {
    const path = join(resolve(folder), 'data', 'library.db');
    const shape = short === 'short' ? SHORT_RUNS : LONG_RUNS;
    const say = (done: number): void => console.log(`${done} runs`);
    const made = fillLibrary(path, Math.floor(Number(runs)), shape, say);
    console.log(`${path}: ${made.runs} runs, ${made.points.toLocaleString('en')} points`);
  }
}
