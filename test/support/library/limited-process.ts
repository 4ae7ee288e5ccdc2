/**
 * `limited-process.ts <work> <folder>`: does something with the library of a folder that writes much, and then, in
 * the same process, the same with less; says in JSON what came of each. Whoever starts it limits the size of files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { bytesInMemory } from '../../../electron/files/byte-source.ts';
import { readFile } from '../../../electron/files/read-file.ts';
import { asErrorData } from '../../../electron/main/answer.ts';
import { BackupKeeper } from '../../../electron/main/backup-keeper.ts';
import { RunExporter } from '../../../electron/main/run-exporter.ts';
import { ExperimentExporter } from '../../../electron/main/experiment-exporter.ts';
import { SaveQuestion } from '../../../electron/main/save-question.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { verifierScript } from '../worker-script.ts';
import { importRuns } from './import-runs.ts';

const [work = '', folder = ''] = process.argv.slice(2);
const store = openStore({ path: join(folder, 'data/library.db'), now: Date.now });
const [small, large] = store.listRuns({ limit: 10, trashed: false }).map(({ id }) => id);
const question = new SaveQuestion(() => Promise.resolve(join(folder, 'out/file')));

/** Half a megabyte, which lies in the log: each file of the library is smaller than all of it together. */
function grow(): void {
  const values = Float64Array.from({ length: 65_536 }, (_, i) => Math.cos(i));
  const grown = store.readRun(large!).series[0]!.lastStep + 1;
  const chunks: readonly MetricChunk[] = [
    { metric: 'train/loss', first: grown, stride: 1, values },
  ];
  store.flush([{ id: large!, step: grown + values.length, chunks, checkpoint: null }]);
}

function imports(name: string): void {
  const content = readFile(bytesInMemory(new Uint8Array(readFileSync(join(folder, name)))));
  importRuns(store, content, name);
}

const csv = new RunExporter(store, question);
const exporter = new ExperimentExporter({
  store,
  question,
  generator: 'test',
  emit: () => undefined,
});
const keeper = new BackupKeeper({
  store,
  library: join(folder, 'data/library.db'),
  folder: join(folder, 'backups'),
  verifierScript,
  now: Date.now,
  changed: () => undefined,
  log: () => undefined,
  reserveBytes: 0,
});

const works: Readonly<Record<string, readonly (() => unknown)[]>> = {
  backup: [() => keeper.make('manual')],
  export: [() => exporter.save([large!, small!]), () => exporter.save([small!])],
  csv: [() => csv.save(large!, 'csv'), () => csv.save(small!, 'csv')],
  import: [() => imports('large.downhill'), () => imports('small.downhill')],
};

if (large) grow();
const said: unknown[] = [];
/** What lies in the folder of the files that are written, after each attempt. */
const left: (readonly string[])[] = [];
for (const attempt of works[work]!) {
  try {
    await attempt();
    said.push('done');
  } catch (error) {
    said.push(asErrorData(error));
  }
  left.push(readdirSync(join(folder, 'out')));
}
const names = store.listRuns({ limit: 10, trashed: false }).map(({ name }) => name);
console.log(JSON.stringify({ said, left, names, failure: keeper.state.failure }));
// Not closed: what a limit does to that is another matter.
process.exit(0);
