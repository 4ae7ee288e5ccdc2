/** Runs of a file while they are written, slice by slice, and before they are there. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FileContent } from '../../../electron/files/format.ts';
import type { ArrivingRuns } from '../../../electron/store/store.ts';
import { bowl } from '../../support/experiments.ts';
import { contentOf, everythingOf, exported } from '../../support/files/library-files.ts';
import { importRuns } from '../../support/library/import-runs.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { rowsOf } from '../../support/library/rows.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const POINTS = 300_000;
const NAME = 'arriving';

/** A run of some slices and a fork of it, with words to be found by. */
async function twoRuns(): Promise<FileContent> {
  const { store } = new TestLibrary();
  const config = bowl({ totalSteps: POINTS });
  const fork = bowl({ totalSteps: POINTS, lr: 0.01, fork: { step: 10, from: config } } as never);
  const { runIds } = store.createExperiment(
    'e',
    [config, fork].map((of) => ({ name: NAME, config: of })),
    'test',
  );
  const values = Float64Array.from({ length: POINTS }, (_, i) => Math.cos(i));
  for (const id of runIds) {
    for (let at = 0; at < POINTS; at += 50_000) {
      const chunks = [chunk(at, values.subarray(at, at + 50_000))];
      store.flush([{ id, step: POINTS, chunks, checkpoint: null }]);
    }
    store.setState(id, 'stopped', 'user');
  }
  store.changeRuns([runIds[1]!], { note: '学习率', addTags: ['衰减'], baseline: true });
  return contentOf(await exported(store, null));
}

/** All that anybody sees. */
function seen({ store }: TestLibrary, content: FileContent): unknown {
  const runs = content.experiments.flatMap((experiment) => experiment.runs);
  return {
    listed: [false, true].map((trashed) => store.listRuns({ limit: 9, trashed })),
    found: [store.searchRuns(NAME), store.searchRuns('学习率'), store.searchRuns('')],
    known: store.findKnown(runs.map(({ origin }) => origin)),
    exported: store.planExport(null),
    history: store.historyState(),
  };
}

/** Until about half of it is written. */
function writeHalf(arriving: ArrivingRuns): void {
  for (let slice = 0; slice < 3; slice++) expect(arriving.writeSome()).toBe(true);
}

it('are there for nobody before they arrive, and then as if they had come at once', async () => {
  const content = await twoRuns();
  const [library, whole] = [new TestLibrary(), new TestLibrary()];
  const [other, gone] = [library.newRun('other'), library.endedRun('gone')];
  library.store.changeRuns([gone], { trashed: true });
  library.store.doom([gone], 1);
  const before = seen(library, content);
  const arriving = library.store.beginImport(content, 'f');
  expect(seen(library, content)).toEqual(before);
  expect(() => arriving.arrive()).toThrow(/not all of it/);
  writeHalf(arriving);
  expect(seen(library, content)).toEqual(before);
  // What is deleted and what is recorded meanwhile is something else.
  while (library.store.deleteSome());
  library.flush(other, chunk(0, [1, 2]));
  while (arriving.writeSome());
  const ids = arriving.arrive();
  const expected = importRuns(whole.store, content, 'f');
  ids.forEach((id, i) => {
    expect(everythingOf(library.store, id)).toEqual(everythingOf(whole.store, expected[i]!));
  });
  const [first, fork] = ids;
  expect(library.store.readRun(fork!).run).toMatchObject({ forkedFrom: first, baseline: true });
  expect(library.store.searchRuns('学习率')).toEqual([fork]);
  expect(library.store.undo()).toMatchObject({ label: { kind: 'import', count: 2 } });
  expect(library.store.listTrash()).toEqual(ids);
  library.store.redo();
  while (library.store.deleteSome());
  expect(everythingOf(library.store, first!)).toEqual(everythingOf(whole.store, expected[0]!));
});

it('leave nothing where they are abandoned, or where the app ends', async () => {
  const content = await twoRuns();
  const library = new TestLibrary();
  library.endedRun('other');
  let before: unknown;
  library.reopen(() => (before = rowsOf(library.path)));
  for (const abandoned of [true, false]) {
    const arriving = library.store.beginImport(content, 'f');
    writeHalf(arriving);
    if (abandoned) arriving.abandon();
    else library.reopen();
    while (library.store.deleteSome());
    let after: unknown;
    library.reopen(() => (after = rowsOf(library.path)));
    expect(after).toEqual(before);
  }
});

it('are in no backup that is made meanwhile', async () => {
  const content = await twoRuns();
  const library = new TestLibrary();
  library.newRun('other');
  const before = seen(library, content);
  const arriving = library.store.beginImport(content, 'f');
  writeHalf(arriving);
  const path = join(temporaryFolder(), 'copy.db');
  await library.store.copyTo(path, { done: () => undefined, cancelled: () => false });
  while (arriving.writeSome());
  arriving.arrive();
  const copy = new TestLibrary(path);
  while (copy.store.deleteSome());
  const found = seen(copy, content) as { listed: readonly (readonly { name: string }[])[] };
  expect(found.listed[0]!.map(({ name }) => name)).toEqual(['other']);
  expect(found).toMatchObject({ known: (before as { known: object }).known });
});
