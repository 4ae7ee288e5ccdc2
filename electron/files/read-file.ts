import { createHash } from 'node:crypto';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { Assignment } from '../ipc/assignment.ts';
import { tagKey } from '../ipc/library.ts';
import type { ByteSource } from './byte-source.ts';
import { configOf } from './config-part.ts';
import { refuseFile } from './file-refusal.ts';
import {
  ASSIGNMENT,
  checkpointPart,
  FORMAT,
  MANIFEST,
  runPart,
  seriesPart,
  VERSION,
  type FileCheckpoint,
  type FileContent,
  type FileExperiment,
  type FileRun,
  type RunNumber,
} from './format.ts';
import { badField, checkPart, readJson, tooManyValues } from './json-part.ts';
import { limits } from './limits.ts';
import { readAssignment } from './read-assignment.ts';
import { checkpointJson, heading, manifest, runJson, type RunJson } from './schemas.ts';
import { shown, tooMany, ZipReader } from './zip-reader.ts';

/** Bytes of a value. */
const WIDTH = Float64Array.BYTES_PER_ELEMENT;

/**
 * Reads a whole `.downhill` file and checks all of it: sizes, checksums, fields, settings (by the core's own
 * parser), steps, lineage. Throws AppError 'bad-file', which says where the fault is.
 */
export function readFile(source: ByteSource): FileContent {
  return new FileReader(source).read();
}

class FileReader {
  readonly #zip: ZipReader;
  /** SHA-256 of each part, as the manifest has it. */
  readonly #sums = new Map<string, string>();
  /** Parts that were read and are as they were written. */
  readonly #whole = new Set<string>();
  #points = 0;
  /** In the JSON of its runs. */
  #values = 0;
  #runs = 0;

  constructor(source: ByteSource) {
    this.#zip = new ZipReader(source);
  }

  read(): FileContent {
    // An archive of something else.
    if (this.#zip.sizeOf(MANIFEST) === null) throw refuseFile('foreign', {}, { given: 'archive' });
    const given = readJson(MANIFEST, this.#zip.read(MANIFEST));
    if (isOfAnother(given)) throw refuseFile('foreign', {}, { given: 'archive' });
    const { minReaderVersion } = checkPart(MANIFEST, given, heading);
    if (minReaderVersion > VERSION) {
      throw refuseFile('newer', {}, { given: `${minReaderVersion}`, allowed: `${VERSION}` });
    }
    const { generator, experiments, parts } = checkPart(MANIFEST, given, manifest);
    this.#checkParts(parts);
    const content: FileContent = {
      generator,
      experiments: experiments.map((experiment, i) => this.#experiment(experiment, i)),
      assignment: this.#assignment(),
    };
    if (experiments.length === 0 && !content.assignment) {
      throw badField(MANIFEST, 'experiments', experiments);
    }
    // What nothing here has a use for is checked all the same.
    for (const { name } of parts) if (!this.#whole.has(name)) this.#part(name);
    checkLineage(content.experiments.flatMap(({ runs }) => runs));
    return content;
  }

  /** The archive holds what the manifest lists, and nothing else. */
  #checkParts(parts: readonly { name: string; bytes: number; sha256: string }[]): void {
    for (const [i, { name, bytes, sha256 }] of parts.entries()) {
      if (this.#sums.has(name) || name === MANIFEST) {
        throw badField(MANIFEST, `parts.${i}.name`, name);
      }
      const size = this.#zip.sizeOf(name);
      if (size === null) throw refuseFile('missing-part', { part: shown(name) });
      if (size !== bytes) throw badField(MANIFEST, `parts.${i}.bytes`, bytes);
      this.#sums.set(name, sha256);
    }
    for (const name of this.#zip.names) {
      if (name !== MANIFEST && !this.#sums.has(name)) {
        throw refuseFile('unlisted-part', { part: shown(name) });
      }
    }
  }

  #assignment(): Assignment | null {
    return this.#sums.has(ASSIGNMENT) ? readAssignment(this.#part(ASSIGNMENT)) : null;
  }

  #part(part: string): Uint8Array {
    const expected = this.#sums.get(part);
    if (expected === undefined) throw refuseFile('missing-part', { part });
    const bytes = this.#zip.read(part);
    if (createHash('sha256').update(bytes).digest('hex') !== expected) {
      throw refuseFile('damaged', { part: shown(part) });
    }
    this.#whole.add(part);
    return bytes;
  }

  /** Runs are numbered 1, 2, … through all experiments. */
  #experiment(
    { runs, ...experiment }: FileExperiment<RunNumber>,
    index: number,
  ): FileExperiment<FileRun> {
    const read = runs.map((number, i) => {
      const field = `experiments.${index}.runs.${i}`;
      if (number !== ++this.#runs) throw badField(MANIFEST, field, number);
      return this.#run(number);
    });
    const baselines = read.filter(({ baseline }) => baseline);
    if (baselines.length > 1) {
      throw badField(runPart(this.#runs), 'baseline', baselines.length);
    }
    return { ...experiment, runs: read };
  }

  #run(number: RunNumber): FileRun {
    const part = runPart(number);
    const {
      series,
      checkpoints,
      config: given,
      log = null,
      ...facts
    } = checkPart(part, this.#runJson(part), runJson);
    const config = log ? null : configOf(part, 'config', given);
    if (log) checkLog(part, given, facts, checkpoints.length);
    if ((facts.engineVersion === '') !== (log !== null)) {
      throw badField(part, 'engineVersion', facts.engineVersion);
    }
    // What has no settings is as long as it is.
    const length = { totalSteps: config?.totalSteps ?? facts.step };
    if (new Set(facts.tags.map(tagKey)).size < facts.tags.length) {
      throw badField(part, 'tags', facts.tags);
    }
    if (facts.step > length.totalSteps) throw badField(part, 'step', facts.step);
    checkTimes(part, facts.times ?? [], length);
    const metrics = new Set(series.map(({ metric }) => metric));
    if (metrics.size < series.length) throw badField(part, 'series', series.length);
    return {
      ...facts,
      config,
      log,
      chunks: series.flatMap((one, i) => this.#series(number, one, `series.${i}`, length)),
      checkpoints: checkpoints.map((one, i) => {
        const before = checkpoints[i - 1];
        if (before && (before.step >= one.step || before.number >= one.number)) {
          throw badField(part, `checkpoints.${i}.step`, one.step);
        }
        return this.#checkpoint(number, one, config!);
      }),
    };
  }

  #runJson(part: string): unknown {
    return readJson(part, this.#part(part), (values) => {
      this.#values += values;
      if (this.#values > limits.runValues) throw tooManyValues({}, this.#values, limits.runValues);
    });
  }

  #series(
    number: RunNumber,
    { metric, stretches }: RunJson['series'][number],
    field: string,
    { totalSteps }: Pick<ExperimentConfig, 'totalSteps'>,
  ): readonly MetricChunk[] {
    const points = stretches.reduce((sum, [, , n]) => sum + n, 0);
    this.#points += points;
    if (this.#points > limits.points) throw tooMany('points', this.#points, limits.points);
    const part = seriesPart(number, metric);
    const bytes = this.#part(part);
    if (bytes.length !== points * WIDTH) {
      throw refuseFile('bad-field', { part: runPart(number), field }, { given: `${points}` });
    }
    // Copied, so that the values are aligned, and can be given to another thread.
    const values = new Float64Array(Uint8Array.from(bytes).buffer);
    let at = 0;
    let last = -1;
    return stretches.map(([first, stride, n], i) => {
      const end = first + (n - 1) * stride;
      if (first <= last || end > totalSteps) {
        throw badField(runPart(number), `${field}.stretches.${i}`, first <= last ? first : end);
      }
      last = end;
      return { metric, first, stride, values: values.subarray(at, (at += n)) };
    });
  }

  #checkpoint(
    run: RunNumber,
    { step, number }: RunJson['checkpoints'][number],
    { replicates, totalSteps }: ExperimentConfig,
  ): FileCheckpoint {
    const part = checkpointPart(run, step);
    const json = this.#part(part);
    const checkpoint = checkPart(part, readJson(part, json), checkpointJson);
    if (checkpoint.step !== step || step > totalSteps) {
      throw badField(part, 'step', checkpoint.step);
    }
    if (checkpoint.members.length !== replicates) {
      throw badField(part, 'members', checkpoint.members.length);
    }
    return { step, number, json: Uint8Array.from(json) };
  }
}

/** Many archives have a manifest; only one that names another format, or none, is known to be of something else. */
function isOfAnother(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  return (given as { format?: unknown }).format !== FORMAT;
}

/** Steps ascend, seconds do not fall. */
function checkTimes(
  part: string,
  times: readonly (readonly [step: number, seconds: number])[],
  { totalSteps }: Pick<ExperimentConfig, 'totalSteps'>,
): void {
  times.forEach(([step, seconds], i) => {
    const before = times[i - 1];
    const inOrder = !before || (before[0] < step && before[1] <= seconds);
    if (!inOrder || step > totalSteps) throw badField(part, `times.${i}`, step);
  });
}

/** Nobody can go on from it, and it ended as logs end. */
function checkLog(
  part: string,
  config: unknown,
  { state }: Pick<RunJson, 'state'>,
  checkpoints: number,
): void {
  if (config !== null) throw badField(part, 'config', config);
  if (state !== 'finished' && state !== 'diverged') throw badField(part, 'state', state);
  if (checkpoints > 0) throw badField(part, 'checkpoints', checkpoints);
}

/** Runs come from other runs of the file, and never, by however many steps, from themselves. */
function checkLineage(runs: readonly FileRun[]): void {
  for (const field of ['forkedFrom', 'resumedFrom', 'rerunOf'] as const) {
    for (const [i, run] of runs.entries()) {
      let parent = run[field];
      for (let steps = 0; parent !== null; steps++) {
        const next: FileRun | undefined = runs[parent - 1];
        if (!next || next === run || steps > runs.length) {
          throw badField(runPart(i + 1), field, run[field]);
        }
        parent = next[field];
      }
    }
  }
  for (const [i, { events }] of runs.entries()) {
    for (const [j, event] of events.entries()) {
      if (event.kind !== 'compared' || typeof event.with === 'string') continue;
      if (event.with > runs.length) throw badField(runPart(i + 1), `events.${j}.with`, event.with);
    }
  }
}
