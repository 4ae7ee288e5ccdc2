import { createHash } from 'node:crypto';
import { RunSummaryKeeper } from '../../../core/training/run-summary.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { ByteSource } from '../byte-source.ts';
import { expectContent, kindOf } from '../file-kind.ts';
import { refuseFile } from '../file-refusal.ts';
import type { FileContent, FileRun } from '../format.ts';
import { limits, megabytes } from '../limits.ts';
import { tooMany } from '../zip-reader.ts';
import { MOST_NAME } from '../../ipc/library.ts';
import { oneLine } from '../../ipc/one-line.ts';
import { beginningOf, textOf } from './log-text.ts';
import { readCsvLog } from './read-csv-log.ts';
import { readJsonLog } from './read-json-log.ts';
import type { ReadLog } from './training-log-reader.ts';
import type { LogSeries } from './log-series.ts';

const jsonEndings = ['.json', '.jsonl'];

/**
 * Reads a whole training log and checks all of it. It becomes a run without settings, called after its file, or an
 * experiment of several; where they were recorded they have ids made of its bytes, so that the same file is known again. `at`: when it is read, in
 * milliseconds since 1970. Throws AppError 'bad-file', which says where the fault is.
 */
export function readLog(source: ByteSource, file: string, at: number): FileContent {
  if (source.size > limits.logBytes) {
    const [given, allowed] = [megabytes(source.size), megabytes(limits.logBytes)];
    throw refuseFile('too-large', {}, { given, allowed });
  }
  expectContent(source);
  const bytes = source.read(0, source.size);
  const kind = kindOf(bytes);
  if (kind !== 'text' && kind !== 'unknown') throw refuseFile('no-log', {}, { given: kind });
  const stem = file.replace(/\.[^.]*$/, '');
  const name = nameOf(stem) || 'log';
  const ending = file.slice(stem.length).toLowerCase();
  const text = textOf(bytes);
  const read = jsonEndings.includes(ending)
    ? [readJsonLog(text, stem, ending === '.jsonl')]
    : readCsvLog(text, stem);
  const runs = read.map((one, i) => runOf(one, nameOf(one.run ?? '') || name, idOf(bytes, i), at));
  checkPoints(runs);
  const experiments = [{ name, race: null, createdAt: at, runs }];
  return { generator: '', experiments, assignment: null };
}

function nameOf(given: string): string {
  return beginningOf(oneLine(given), MOST_NAME).trim();
}

function checkPoints(runs: readonly FileRun[]): void {
  const chunks = runs.flatMap((run) => run.chunks);
  const points = chunks.reduce((sum, { values }) => sum + values.length, 0);
  if (points > limits.points) throw tooMany('points', points, limits.points);
}

function runOf({ log, series }: ReadLog, name: string, origin: string, at: number): FileRun {
  const last = Math.max(...series.map(({ steps }) => steps.at(-1)!));
  const diverged = isDiverged(series);
  return {
    origin,
    name,
    config: null,
    log,
    engineVersion: '',
    state: diverged ? 'diverged' : 'finished',
    reason: diverged ? 'loss' : null,
    error: null,
    step: last,
    result: resultOf(series),
    createdAt: at,
    endedAt: at,
    note: '',
    tags: [],
    pinned: false,
    baseline: false,
    archived: false,
    prediction: '',
    conclusion: '',
    forkedFrom: null,
    resumedFrom: null,
    rerunOf: null,
    events: [],
    chunks: series.flatMap((one) => one.chunks()),
    checkpoints: [],
  };
}

/** Whether its loss was not finite at its end. */
function isDiverged(series: readonly LogSeries[]): boolean {
  const loss = series.find(({ metric }) => metric === 'train/loss');
  return loss !== undefined && !Number.isFinite(loss.values.at(-1));
}

/** What its losses amount to; null where it has none of the training. */
function resultOf(series: readonly LogSeries[]): RunResult | null {
  const of = (metric: MetricName) => series.find((one) => one.metric === metric);
  const loss = of('train/loss');
  if (!loss) return null;
  const keeper = new RunSummaryKeeper(1, null);
  const { steps, values } = loss;
  values.forEach((value, i) => keeper.add(steps[i]!, [{ loss: value }]));
  keeper.testLoss = of('eval/test_loss')?.values.at(-1) ?? null;
  keeper.testAccuracy = of('eval/test_accuracy')?.values.at(-1) ?? null;
  return { ...keeper.result(), falseConvergence: null };
}

/** A UUID (version 8, RFC 9562) of these bytes, and of which run among them, from 0. */
function idOf(bytes: Uint8Array, index: number): string {
  const sum = createHash('sha256').update(bytes);
  const hash = (index === 0 ? sum : sum.update(`\0${index}`)).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  const ends = [0, 8, 12, 16, 20, 32];
  return ends
    .slice(1)
    .map((end, i) => hex.slice(ends[i], end))
    .join('-');
}
