import { createHash } from 'node:crypto';
import { Zip, ZipPassThrough } from 'fflate';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { Assignment } from '../ipc/assignment.ts';
import {
  ASSIGNMENT,
  ASSIGNMENT_READER,
  checkpointPart,
  FORMAT,
  LOGS_READER,
  MANIFEST,
  PREVIEW,
  RUNS_READER,
  runPart,
  seriesPart,
  VERSION,
  type FileCheckpoint,
  type FileExperiment,
  type FileRunFacts,
  type RunNumber,
} from './format.ts';
import { AppError } from '../ipc/reply.ts';
import { canonicalJson, measureJson } from './json-part.ts';
import { limits } from './limits.ts';
import { Preview } from './preview.ts';
import { joinStretches, type Stretch } from './stretches.ts';

/** A run that is written: its facts, and its numbers as they are asked for. */
export interface WrittenRun {
  readonly facts: FileRunFacts;
  readonly series: readonly {
    readonly metric: MetricName;
    /** In the order of their steps, however they were cut. */
    readonly chunks: Iterable<MetricChunk>;
  }[];
  readonly checkpoints: readonly FileCheckpoint[];
}

/**
 * The bytes of a `.downhill` file in blocks, so that whoever writes them can breathe between. Runs are read one
 * by one, by number. The same content gives the same bytes. Throws AppError 'too-much-to-export'.
 */
export function* fileBlocks(
  experiments: readonly FileExperiment<RunNumber>[],
  read: (run: RunNumber) => WrittenRun,
  generator: string,
): Generator<Uint8Array, void> {
  const archive = new Archive();
  const preview = new Preview();
  let minReaderVersion: number = RUNS_READER;
  let values = 0;
  for (const number of experiments.flatMap(({ runs }) => runs)) {
    const { facts, series, checkpoints } = read(number);
    preview.begin(facts.name, facts.step);
    const described: { metric: MetricName; stretches: readonly Stretch[] }[] = [];
    for (const { metric, chunks } of series) {
      const stretches: Stretch[] = [];
      yield* archive.add(
        seriesPart(number, metric),
        valuesOf(metric === 'train/loss' ? preview.watch(chunks) : chunks, stretches),
      );
      described.push({ metric, stretches: joinStretches(stretches) });
    }
    for (const { step, json } of checkpoints) {
      yield* archive.add(checkpointPart(number, step), [json]);
    }
    const { log, ...others } = facts;
    if (log) minReaderVersion = LOGS_READER;
    const entry = {
      ...others,
      ...(log ? { log } : {}),
      series: described,
      checkpoints: checkpoints.map(({ step, number: count }) => ({ step, number: count })),
    };
    const part = encode(entry);
    values = valuesWith(part, values);
    yield* archive.add(runPart(number), [part]);
  }
  yield* archive.add(PREVIEW, [new TextEncoder().encode(preview.svg())]);
  yield* archive.end({ minReaderVersion, generator, experiments });
}

/** How many values the JSON of all runs has with this part; no file is written that its reader would refuse. */
function valuesWith(part: Uint8Array, before: number): number {
  const own = measureJson(part).values;
  const [given, allowed] =
    own > limits.jsonValues ? [own, limits.jsonValues] : [before + own, limits.runValues];
  if (given <= allowed) return given;
  const details = { what: 'values', given: String(given), allowed: String(allowed) };
  throw new AppError('too-much-to-export', `${given} values`, details);
}

/** The bytes of a file that holds an assignment and no runs. */
export function* assignmentBlocks(
  assignment: Assignment,
  generator: string,
): Generator<Uint8Array, void> {
  const archive = new Archive();
  yield* archive.add(ASSIGNMENT, [encode(assignment)]);
  yield* archive.end({ minReaderVersion: ASSIGNMENT_READER, generator, experiments: [] });
}

/** What a manifest says beside what of the archive is in it. */
interface Described {
  readonly minReaderVersion: number;
  readonly generator: string;
  readonly experiments: readonly FileExperiment<RunNumber>[];
}

function* valuesOf(chunks: Iterable<MetricChunk>, stretches: Stretch[]): Generator<Uint8Array> {
  for (const { first, stride, values } of chunks) {
    stretches.push([first, stride, values.length]);
    yield new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  }
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

/** A zip archive whose parts are stored as they are, and dated alike. */
class Archive {
  /** Size and SHA-256 of what was added. */
  readonly #parts: { name: string; bytes: number; sha256: string }[] = [];
  #blocks: Uint8Array[] = [];
  readonly #zip = new Zip((error, block) => {
    if (error) throw error;
    this.#blocks.push(block);
  });

  *add(name: string, blocks: Iterable<Uint8Array>): Generator<Uint8Array, void> {
    const part = new ZipPassThrough(name);
    // The first moment a zip archive knows; it has no time zones.
    part.mtime = new Date(1980, 0, 1);
    this.#zip.add(part);
    const hash = createHash('sha256');
    let bytes = 0;
    for (const block of blocks) {
      hash.update(block);
      bytes += block.length;
      part.push(block);
      yield* this.#take();
    }
    part.push(new Uint8Array(), true);
    this.#parts.push({ name, bytes, sha256: hash.digest('hex') });
    yield* this.#take();
  }

  /** The manifest comes last: only then it is known what is in the others. */
  *end(described: Described): Generator<Uint8Array, void> {
    const parts = [...this.#parts];
    yield* this.add(MANIFEST, [encode({ format: FORMAT, version: VERSION, ...described, parts })]);
    this.#zip.end();
    yield* this.#take();
  }

  #take(): readonly Uint8Array[] {
    const taken = this.#blocks;
    this.#blocks = [];
    return taken;
  }
}
