import {
  isImportFile,
  MOST_DROPPED_BYTES,
  type Exported,
  type ExportProgress,
  type ExportSelection,
  type Imported,
  type ImportSource,
} from '../../../electron/ipc/experiment-files.ts';
import type { Lab } from '../api.ts';

/** Runs that leave the library as files, and come into it. */
export class ExperimentFiles {
  readonly #lab: Lab;
  readonly #stop: () => void;
  #progress = $state.raw<ExportProgress | null>(null);

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#stop = lab.on('export:progress', (progress) => (this.#progress = progress));
  }

  /** How far a file is that is being written; null where none is. */
  get progress(): ExportProgress | null {
    return this.#progress;
  }

  /** Null if the person cancelled. */
  async export(selection: ExportSelection): Promise<Exported | null> {
    try {
      return await this.#lab.request('experiments:export', selection);
    } finally {
      this.#progress = null;
    }
  }

  async cancelExport(): Promise<void> {
    await this.#lab.request('experiments:cancel-export');
  }

  /** Declined where the person said no to a file that is here already; null where there is no file. */
  import(source: ImportSource): Promise<Imported | 'declined' | null> {
    return this.#lab.request('experiments:import', source);
  }

  dispose(): void {
    this.#stop();
  }
}

/** Why a file that was dropped is not even read; null if it is. */
export function dropFault({ name, size }: Pick<File, 'name' | 'size'>): 'other' | 'large' | null {
  if (!isImportFile(name)) return 'other';
  return size > MOST_DROPPED_BYTES ? 'large' : null;
}
