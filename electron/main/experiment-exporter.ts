import { metricNames, type MetricChunk, type MetricName } from '../../core/training/metrics.ts';
import type { FileEvent, RunNumber } from '../files/format.ts';
import { limits } from '../files/limits.ts';
import { assignmentBlocks, fileBlocks, type WrittenRun } from '../files/write-file.ts';
import type { Assignment } from '../ipc/assignment.ts';
import {
  FILE_EXTENSION,
  type Exported,
  type ExportProgress,
  type ExportSelection,
} from '../ipc/experiment-files.ts';
import type { RunEvent } from '../ipc/library.ts';
import { AppError } from '../ipc/reply.ts';
import type { RunId, SeriesInfo } from '../ipc/run.ts';
import type { ExportPlan } from '../store/run-export.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './file-name.ts';
import { LongWriting } from './long-writing.ts';
import type { SaveQuestion } from './save-question.ts';
import { writeBlocksAtomically } from './write-file.ts';

/** Values read in one go. */
const PIECE = 65_536;
/** Everything in a file that is neither values nor checkpoints nor what people wrote, a run; more than enough. */
const BYTES_AROUND = 16_384;
/** The preview takes half of it at most. */
const BYTES_OF_PREVIEW = 131_072;

type Read = Pick<
  Store,
  'planExport' | 'exportFacts' | 'readRun' | 'readValues' | 'readCheckpoints'
>;

export interface ExperimentExporterOptions {
  readonly store: Read;
  readonly question: SaveQuestion;
  /** What writes the file: `Downhill 0.1.0`. */
  readonly generator: string;
  readonly emit: (event: 'export:progress', payload: ExportProgress) => void;
}

/** Writes runs into one file where a person says; one file at a time. */
export class ExperimentExporter {
  readonly #options: ExperimentExporterOptions;
  readonly #writing = new LongWriting();

  constructor(options: ExperimentExporterOptions) {
    this.#options = options;
  }

  /**
   * Null where the person cancelled, before or while it was written; there is no file then. Throws AppError while
   * another one is being written.
   */
  save(selection: ExportSelection): Promise<Exported | null> {
    return this.#writing.alone(() => this.#save(selection));
  }

  /** Writes an assignment into a file, whole or not at all; its path, or null where the person cancelled. */
  async saveAssignment(assignment: Assignment): Promise<string | null> {
    const { question, generator } = this.#options;
    const name = `${fileName(assignment.title, 'Downhill')}.${FILE_EXTENSION}`;
    const path = await question.ask(name, FILE_EXTENSION);
    if (path !== null) await writeBlocksAtomically(path, assignmentBlocks(assignment, generator));
    return path;
  }

  /** Ends the writing of a file; one that is complete stays. */
  cancel(): void {
    this.#writing.cancel();
  }

  /** Cancels, and waits until the library is not read any more. */
  shutdown(): Promise<void> {
    return this.#writing.shutdown();
  }

  async #save(selection: ExportSelection): Promise<Exported | null> {
    const { store, question, generator } = this.#options;
    const plan = store.planExport(selection);
    const ids = plan.experiments.flatMap(({ runs }) => runs);
    checkSize(plan, ids.length, selection === null);
    const path = await question.ask(suggestedName(store, plan, ids), FILE_EXTENSION);
    if (path === null) return null;
    const work = new Work(store, ids, () => this.#tell(work.done, ids.length));
    const blocks = fileBlocks(work.experimentsOf(plan), (run) => work.read(run), generator);
    const written = await this.#writing.write(path, blocks);
    return written ? { path, runs: ids.length, damaged: work.damaged } : null;
  }

  #tell(done: number, of: number): void {
    this.#options.emit('export:progress', { done, of });
  }
}

/** The runs of a file as they are read, one after the other. */
class Work {
  readonly #store: Read;
  readonly #ids: readonly RunId[];
  readonly #numbers: ReadonlyMap<RunId, RunNumber>;
  readonly #tell: () => void;
  done = 0;
  damaged = 0;

  constructor(store: Read, ids: readonly RunId[], tell: () => void) {
    this.#store = store;
    this.#ids = ids;
    this.#numbers = new Map(ids.map((id, i) => [id, i + 1]));
    this.#tell = tell;
  }

  experimentsOf({ experiments }: ExportPlan) {
    return experiments.map((one) => ({
      ...one,
      runs: one.runs.map((id) => this.#numbers.get(id)!),
    }));
  }

  /** All of it as it is now but the values; of a run that goes on, those up to its last step of now. */
  read(number: RunNumber): WrittenRun {
    const id = this.#ids[number - 1]!;
    const { run, note, series, events, times } = this.#store.readRun(id);
    const facts = this.#store.exportFacts(id);
    this.done = number;
    this.damaged += series.filter(({ damaged }) => damaged.length > 0).length;
    this.#tell();
    return {
      facts: {
        ...facts,
        // The library keeps errors of any length.
        error: facts.error?.slice(0, limits.error) ?? null,
        note,
        forkedFrom: this.#numberOf(run.forkedFrom),
        resumedFrom: this.#numberOf(run.resumedFrom),
        rerunOf: this.#numberOf(run.rerunOf),
        events: events.map((event) => this.#eventOf(event)),
        ...(times.length > 0 ? { times: times.map(({ step, seconds }) => [step, seconds]) } : {}),
      },
      series: series
        .toSorted((a, b) => order(a) - order(b))
        .map((one) => ({ metric: one.metric, chunks: this.#chunks(id, one) })),
      checkpoints: this.#store.readCheckpoints(id),
    };
  }

  *#chunks(id: RunId, { metric, lastStep }: SeriesInfo): Generator<MetricChunk, void> {
    for (let from = 0; from <= lastStep;) {
      const chunks = this.#store.readValues(id, metric, from, PIECE);
      for (const chunk of chunks) {
        const count = Math.floor((lastStep - chunk.first) / chunk.stride) + 1;
        if (count > 0) yield { ...chunk, values: chunk.values.subarray(0, count) };
      }
      const last = chunks.at(-1);
      if (!last) return;
      from = last.first + (last.values.length - 1) * last.stride + 1;
    }
  }

  #numberOf(id: RunId | null): RunNumber | null {
    return id === null ? null : (this.#numbers.get(id) ?? null);
  }

  #eventOf(event: RunEvent): FileEvent {
    if (event.kind !== 'compared') return event;
    return { ...event, with: this.#numberOf(event.with) ?? event.with };
  }
}

function order({ metric }: { readonly metric: MetricName }): number {
  return metricNames.indexOf(metric);
}

/** A file that could not be read again is not written; for a whole library there are backups. */
function checkSize(
  { points, parts: own, bytes, largest }: ExportPlan,
  runs: number,
  whole: boolean,
): void {
  const size =
    points * Float64Array.BYTES_PER_ELEMENT + bytes + runs * BYTES_AROUND + BYTES_OF_PREVIEW;
  // Beside those of the runs there are the preview and the manifest.
  const sizes = { runs, points, parts: own + 2, bytes: size, largest };
  const most = {
    runs: limits.runs,
    points: limits.points,
    parts: limits.parts,
    bytes: limits.fileBytes,
    largest: limits.jsonBytes,
  };
  for (const what of ['runs', 'points', 'parts', 'bytes', 'largest'] as const) {
    if (sizes[what] <= most[what]) continue;
    const [given, allowed] = [String(sizes[what]), String(most[what])];
    const details = { what, given, allowed, ...(whole ? { whole: 'true' } : {}) };
    throw new AppError('too-much-to-export', `${given} ${what}`, details);
  }
}

/** After the run, if it is one; after the experiment, if it is one; else as the library is called. */
function suggestedName(store: Read, { experiments }: ExportPlan, ids: readonly RunId[]): string {
  const [id] = ids;
  if (id === undefined) throw new AppError('unknown-run', 'no run to export');
  const one = ids.length === 1 ? store.readRun(id).run.name : undefined;
  const name = one ?? (experiments.length === 1 ? experiments[0]!.name : 'Downhill');
  return `${fileName(name, 'Downhill')}.${FILE_EXTENSION}`;
}
