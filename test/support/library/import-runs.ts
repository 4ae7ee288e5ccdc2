import type { FileContent } from '../../../electron/files/format.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Store } from '../../../electron/store/store.ts';

/** Takes in all runs of a file in one turn, as main does it in several; where it throws, none. */
export function importRuns(store: Store, content: FileContent, file: string): readonly RunId[] {
  const arriving = store.beginImport(content, file);
  try {
    while (arriving.writeSome());
    return arriving.arrive();
  } catch (error) {
    arriving.abandon();
    throw error;
  }
}
