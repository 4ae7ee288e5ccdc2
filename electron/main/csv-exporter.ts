import { csvBlocks } from '../../core/analysis/csv.ts';
import type { RunId } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './file-name.ts';
import { LongWriting } from './long-writing.ts';
import type { SaveQuestion } from './save-question.ts';

/** Writes runs as CSV where a person says; one file at a time. */
export class CsvExporter {
  readonly #store: Pick<Store, 'readRun' | 'readValues'>;
  readonly #question: SaveQuestion;
  readonly #writing = new LongWriting();

  constructor(store: Pick<Store, 'readRun' | 'readValues'>, question: SaveQuestion) {
    this.#store = store;
    this.#question = question;
  }

  /** The path of the written file, or null if the person cancelled. Throws AppError while another is being written. */
  save(id: RunId): Promise<string | null> {
    return this.#writing.alone(() => this.#save(id));
  }

  /** Gives up what is being written. */
  shutdown(): Promise<void> {
    return this.#writing.shutdown();
  }

  async #save(id: RunId): Promise<string | null> {
    const { name } = this.#store.readRun(id).run;
    const path = await this.#question.ask(`${fileName(name, 'run')}.csv`, 'csv');
    if (path === null || this.#writing.over) return null;
    const { series } = this.#store.readRun(id);
    const chunks = series.flatMap(({ metric }) => this.#store.readValues(id, metric));
    return (await this.#writing.write(path, csvBlocks(chunks))) ? path : null;
  }
}
