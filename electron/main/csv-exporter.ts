import { csvBlocks } from '../../core/analysis/csv.ts';
import type { RunId } from '../ipc/contract.ts';
import { AppError } from '../ipc/reply.ts';
import type { Store } from '../store/store.ts';
import { writeBlocksAtomically } from './write-file.ts';

/** Writes runs as CSV where a person says, one question at a time. */
export class CsvExporter {
  readonly #store: Pick<Store, 'readRun' | 'readValues'>;
  readonly #platform: { askSavePath(suggestedName: string): Promise<string | null> };
  #asking = false;

  constructor(
    store: Pick<Store, 'readRun' | 'readValues'>,
    platform: { askSavePath(suggestedName: string): Promise<string | null> },
  ) {
    this.#store = store;
    this.#platform = platform;
  }

  /** The path of the written file, or null if the person cancelled. */
  async save(id: RunId): Promise<string | null> {
    const { name } = this.#store.readRun(id).run;
    const path = await this.#ask(`${fileName(name)}.csv`);
    if (path === null) return null;
    const { series } = this.#store.readRun(id);
    const chunks = series.flatMap(({ metric }) => this.#store.readValues(id, metric));
    await writeBlocksAtomically(path, csvBlocks(chunks));
    return path;
  }

  async #ask(suggestedName: string): Promise<string | null> {
    if (this.#asking) {
      throw new AppError('wrong-state', 'a save dialog is open', { state: 'asking', allowed: '1' });
    }
    this.#asking = true;
    try {
      return await this.#platform.askSavePath(suggestedName);
    } finally {
      this.#asking = false;
    }
  }
}

/** A name that every file system takes: no separators, no control characters, no leading dots. */
function fileName(name: string): string {
  const safe = name
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e<>:"/\\|?*]/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return safe === '' ? 'run' : safe;
}
