import { csvBlocks } from '../../core/analysis/csv.ts';
import { jsonBlocks } from '../../core/analysis/run-json.ts';
import type { RunFormat } from '../ipc/files.ts';
import type { RunDetail, RunId } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './file-name.ts';
import { LongWriting } from './long-writing.ts';
import type { SaveQuestion } from './save-question.ts';

/** Writes runs as CSV or JSON where a person says; one file at a time. */
export class RunExporter {
  readonly #store: Pick<Store, 'readRun' | 'readValues'>;
  readonly #question: SaveQuestion;
  readonly #writing = new LongWriting();

  constructor(store: Pick<Store, 'readRun' | 'readValues'>, question: SaveQuestion) {
    this.#store = store;
    this.#question = question;
  }

  /** The path of the written file, or null if the person cancelled. Throws AppError while another is being written. */
  save(id: RunId, format: RunFormat): Promise<string | null> {
    return this.#writing.alone(() => this.#save(id, format));
  }

  /** Gives up what is being written. */
  shutdown(): Promise<void> {
    return this.#writing.shutdown();
  }

  async #save(id: RunId, format: RunFormat): Promise<string | null> {
    const { name } = this.#store.readRun(id).run;
    const path = await this.#question.ask(`${fileName(name, 'run')}.${format}`, format);
    if (path === null || this.#writing.over) return null;
    const detail = this.#store.readRun(id);
    const chunks = detail.series.flatMap(({ metric }) => this.#store.readValues(id, metric));
    const blocks = format === 'csv' ? csvBlocks(chunks) : jsonBlocks(headOf(detail), chunks);
    return (await this.#writing.write(path, blocks)) ? path : null;
  }
}

/** What a file says of its run before its values; moments as ISO 8601 has them. */
function headOf({ run, note }: RunDetail): object {
  const { name, experimentName, config, log, state, reason, step, result, engineVersion } = run;
  return {
    format: 'downhill-run',
    version: 1,
    name,
    experiment: experimentName,
    config,
    log,
    state,
    reason,
    step,
    result,
    engineVersion,
    createdAt: new Date(run.createdAt).toISOString(),
    tags: run.tags,
    note,
    prediction: run.prediction,
    conclusion: run.conclusion,
  };
}
