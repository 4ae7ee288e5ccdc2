/** Files of a library, without a person at the dialog. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExperimentExporter } from '../../../electron/main/experiment-exporter.ts';
import { SaveQuestion } from '../../../electron/main/save-question.ts';
import { readFile } from '../../../electron/files/read-file.ts';
import { bytesInMemory } from '../../../electron/files/byte-source.ts';
import type { FileContent } from '../../../electron/files/format.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Store } from '../../../electron/store/store.ts';
import { stepBits } from '../library/bits.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The bytes of the file of these runs; null: of all that are not in the trash. */
export async function exported(store: Store, ids: readonly RunId[] | null): Promise<Uint8Array> {
  const path = join(temporaryFolder(), 'exported.downhill');
  const exporter = new ExperimentExporter({
    store,
    question: new SaveQuestion(() => Promise.resolve(path)),
    generator: 'Downhill test',
    emit: () => undefined,
  });
  await exporter.save(ids);
  return new Uint8Array(readFileSync(path));
}

export function contentOf(bytes: Uint8Array): FileContent {
  return readFile(bytesInMemory(bytes));
}

/** All a library knows of a run, to the bit, but what is its own: ids, and when and how it got there. */
export function everythingOf(store: Store, id: RunId): unknown {
  const { run, note, series, events, times } = store.readRun(id);
  const own = new Map<string, unknown>(Object.entries(run));
  const others = ['id', 'experimentId', 'spark', 'trashedAt', 'trashDaysLeft'];
  const lineage = ['forkedFrom', 'resumedFrom', 'rerunOf'];
  for (const key of [...others, ...lineage]) own.delete(key);
  return {
    ...Object.fromEntries(own),
    note,
    times,
    events: events.map((event) => ({ ...event, with: undefined })),
    series: Object.fromEntries(
      series.map(({ metric }) => [metric, stepBits(store.readValues(id, metric))]),
    ),
    checkpoints: store
      .readCheckpoints(id)
      .map(({ step, number, json }) => [step, number, Buffer.from(json).toString()]),
  };
}
