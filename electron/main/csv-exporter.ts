import { csvBlocks } from '../../core/analysis/csv.ts';
import type { RunId } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './file-name.ts';
import type { SaveQuestion } from './save-question.ts';
import { writeBlocksAtomically } from './write-file.ts';

/** Writes runs as CSV where a person says. */
export class CsvExporter {
  readonly #store: Pick<Store, 'readRun' | 'readValues'>;
  readonly #question: SaveQuestion;

  constructor(store: Pick<Store, 'readRun' | 'readValues'>, question: SaveQuestion) {
    this.#store = store;
    this.#question = question;
  }

  /** The path of the written file, or null if the person cancelled. */
  async save(id: RunId): Promise<string | null> {
    const { name } = this.#store.readRun(id).run;
    const path = await this.#question.ask(`${fileName(name, 'run')}.csv`, 'csv');
    if (path === null) return null;
    const { series } = this.#store.readRun(id);
    const chunks = series.flatMap(({ metric }) => this.#store.readValues(id, metric));
    await writeBlocksAtomically(path, csvBlocks(chunks));
    return path;
  }
}
