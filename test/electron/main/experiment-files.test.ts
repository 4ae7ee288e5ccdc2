/** Export and import as the page asks for them, with the real thread that reads. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../electron/files/limits.ts';
import type { Imported, ImportSource } from '../../../electron/ipc/experiment-files.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { ExperimentExporter } from '../../../electron/main/experiment-exporter.ts';
import { ExperimentImporter } from '../../../electron/main/experiment-importer.ts';
import { filesAmong, GivenFiles } from '../../../electron/main/given-files.ts';
import { SaveQuestion } from '../../../electron/main/save-question.ts';
import { bowl } from '../../support/experiments.ts';
import { assignmentFile, findTheRate } from '../../support/files/assignment.ts';
import { contentOf, everythingOf, exported } from '../../support/files/library-files.ts';
import { Lab } from '../../support/lab.ts';
import { chunk } from '../../support/library/libraries.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fileWorkerScript } from '../../support/worker-script.ts';

async function labWithRuns(): Promise<{ lab: Lab; ids: readonly RunId[] }> {
  const lab = new Lab();
  lab.savePath = join(temporaryFolder(), 'out.downhill');
  const { runIds } = await lab.ask('experiment:start', {
    name: 'two',
    runs: [
      { name: 'a', config: bowl({ totalSteps: 300 }) },
      { name: 'b', config: bowl({ totalSteps: 200 }) },
    ],
    pace: null,
  });
  for (const id of runIds) await lab.world.untilState(id, 'finished');
  return { lab, ids: runIds };
}

/** What came of a file that was neither declined nor missing. */
function taken(imported: Imported | 'declined' | null): Imported {
  if (imported === null || imported === 'declined') throw new Error(`nothing came: ${imported}`);
  return imported;
}

describe('export', () => {
  it('writes one file whole, tells how far it is, and leaves nothing beside it', async () => {
    const { lab, ids } = await labWithRuns();
    const done = await lab.ask('experiments:export', null);
    expect(done).toEqual({ path: lab.savePath, runs: 2, damaged: 0 });
    expect(readdirSync(dirname(lab.savePath!))).toEqual(['out.downhill']);
    expect(lab.world.of('export:progress').at(-1)).toEqual({ done: 2, of: 2 });
    const whole = statSync(lab.savePath!).size;
    await lab.ask('experiments:export', [ids[1]!]);
    expect(statSync(lab.savePath!).size).toBeLessThan(whole);
  });

  it('is cancelled in the middle: what was there before stays', async () => {
    const { lab } = await labWithRuns();
    writeFileSync(lab.savePath!, 'before');
    const writing = lab.ask('experiments:export', null);
    await new Promise((resolve) => setImmediate(resolve));
    await lab.ask('experiments:cancel-export');
    expect(await writing).toBeNull();
    expect(readFileSync(lab.savePath!, 'utf8')).toBe('before');
    expect(readdirSync(dirname(lab.savePath!))).toEqual(['out.downhill']);
  });

  it('is one at a time; what is being written when the library is closed leaves nothing', async () => {
    const { lab } = await labWithRuns();
    const { store } = lab.world;
    const exporter = new ExperimentExporter({
      store,
      question: new SaveQuestion(() => Promise.resolve(lab.savePath)),
      generator: 'Downhill test',
      emit: () => undefined,
    });
    const first = exporter.save(null);
    await expect(exporter.save(null)).rejects.toMatchObject({
      code: 'wrong-state',
      details: { state: 'exporting' },
    });
    await new Promise((resolve) => setTimeout(resolve));
    await exporter.shutdown();
    expect(readdirSync(dirname(lab.savePath!))).toEqual([]);
    expect(await first).toBeNull();
    expect(await exporter.save(null)).toBeNull();
    expect(readdirSync(dirname(lab.savePath!))).toEqual([]);
  });

  it('counts parts and texts of any length, and cuts an error that no reader would take', async () => {
    const { lab, ids } = await labWithRuns();
    const { store } = lab.world;
    const before = store.planExport(null);
    const kept = ids.map(
      (id) => store.readRun(id).series.length + store.readCheckpoints(id).length,
    );
    expect(before.parts).toBe(2 + kept[0]! + kept[1]!);
    await lab.ask('run:change', { ids: [ids[0]!], change: { note: '"下"'.repeat(1000) } });
    // Each of them with its two escaped quotes in UTF-8; without a note it was null, of four letters.
    expect(store.planExport(null).bytes - before.bytes).toBe(7000 + 2 - 4);
    const state = {
      state: 'failed',
      reason: 'worker-error',
      error: 'x'.repeat(20_000),
      result: null,
    } as const;
    store.flush([{ id: ids[1]!, step: 200, chunks: [], checkpoint: null, state }]);
    const [one] = contentOf(await exported(store, [ids[1]!])).experiments;
    expect(one!.runs[0]!.error).toHaveLength(10_000);
  });

  it('is refused before a place is asked for where one file cannot hold it', async () => {
    const { lab, ids } = await labWithRuns();
    const big = new Float64Array(60_000);
    // More points than a file holds, without writing them: the table of series is what is asked.
    for (let i = 0; i < 170; i++) {
      lab.world.store.flush([
        { id: ids[0]!, step: 0, chunks: [chunk(1000 + i * 60_000, big)], checkpoint: null },
      ]);
    }
    const reply = await lab.send('experiments:export', [null]);
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'too-much-to-export',
        details: { what: 'points', allowed: '10000000', whole: 'true' },
      },
    });
    const some = await lab.send('experiments:export', [ids]);
    expect(some).toMatchObject({ ok: false, error: { code: 'too-much-to-export' } });
    if (!some.ok) expect(some.error.details).not.toHaveProperty('whole');
    expect(lab.platformCalls).toEqual([]);
    const nothing = await new Lab().send('experiments:export', [null]);
    expect(nothing).toMatchObject({ ok: false, error: { code: 'unknown-run' } });
  });

  it('is refused where a reader would not take the largest checkpoint', async () => {
    const { lab, ids } = await labWithRuns();
    const { store } = lab.world;
    const sizes = ids.flatMap((id) => store.readCheckpoints(id)).map(({ json }) => json.length);
    expect(store.planExport(null).largest).toBe(Math.max(...sizes));
    const largest = limits.jsonBytes + 1;
    const exporter = new ExperimentExporter({
      store: { ...store, planExport: (of) => ({ ...store.planExport(of), largest }) },
      question: new SaveQuestion(() => Promise.resolve(lab.savePath)),
      generator: 'Downhill test',
      emit: () => undefined,
    });
    await expect(exporter.save(null)).rejects.toMatchObject({
      code: 'too-much-to-export',
      details: { what: 'largest', given: String(largest) },
    });
  });

  it('is refused, and leaves nothing, where its reader would not take the values of a description', async () => {
    const { lab, ids } = await labWithRuns();
    const { store } = lab.world;
    const id = ids[0]!;
    const result = store.readRun(id).run.result!;
    const describe = (values: number): void => {
      const means = new Array<number>(values).fill(0);
      const tail = { ...result.tail, means };
      const state = {
        state: 'finished',
        reason: 'max-steps',
        error: null,
        result: { ...result, tail },
      } as const;
      store.flush([{ id, step: 200, chunks: [], checkpoint: null, state }]);
    };
    describe(limits.jsonValues);
    const reply = await lab.send('experiments:export', [[id]]);
    const details = { what: 'values', allowed: String(limits.jsonValues) };
    expect(reply).toMatchObject({ ok: false, error: { code: 'too-much-to-export', details } });
    if (!reply.ok) expect(Number(reply.error.details['given'])).toBeGreaterThan(limits.jsonValues);
    expect(readdirSync(dirname(lab.savePath!))).toEqual([]);
    // Beside the means there are a few hundred others.
    describe(limits.jsonValues - 5000);
    expect(await lab.ask('experiments:export', [id])).toMatchObject({ runs: 1 });
  });

  it('of a run that goes on holds what is saved, as interrupted, and it can be resumed elsewhere', async () => {
    const lab = new Lab();
    lab.savePath = join(temporaryFolder(), 'going.downhill');
    const config = bowl({ totalSteps: 3000 });
    const runs = [{ name: 'going', config }];
    const { runIds } = await lab.ask('experiment:start', { name: 'e', runs, pace: 200 });
    const id = runIds[0]!;
    const saved = async (): Promise<number> => (await lab.ask('run:read', id)).run.step;
    await expect.poll(saved, { timeout: 20_000 }).toBeGreaterThan(50);
    await lab.ask('experiments:export', [id]);
    const other = new Lab();
    other.openPath = lab.savePath;
    const imported = taken(await other.ask('experiments:import', 'dialog'));
    const there = imported.runIds[0]!;
    expect((await other.ask('run:read', there)).run.state).toBe('interrupted');
    await other.ask('run:continue', [there], null);
    await other.world.untilState(there, 'finished');
    await lab.ask('run:pace', id, null);
    await lab.world.untilState(id, 'finished');
    const bits = (from: Lab, of: RunId): unknown =>
      (everythingOf(from.world.store, of) as { series: unknown }).series;
    expect(bits(other, there)).toEqual(bits(lab, id));
  });
});

describe('an assignment', () => {
  it('is saved under its title, and handed to the page that opens it; no library knows of it', async () => {
    const lab = new Lab();
    lab.savePath = join(temporaryFolder(), 'out.downhill');
    expect(await lab.ask('assignment:save', findTheRate)).toBe(lab.savePath);
    expect(readdirSync(dirname(lab.savePath))).toEqual(['out.downhill']);
    expect(new Uint8Array(readFileSync(lab.savePath))).toEqual(
      new Uint8Array(assignmentFile(findTheRate)),
    );
    lab.given.add(lab.savePath);
    const opened = taken(await lab.ask('experiments:import', 'given'));
    expect(opened).toEqual({
      file: 'out.downhill',
      runIds: [],
      restored: false,
      assignment: findTheRate,
      logs: [],
    });
    expect(lab.world.of('library:changed')).toEqual([]);
    expect(await lab.ask('history:state')).toEqual({ undo: null, redo: null });
    lab.savePath = null;
    expect(await lab.ask('assignment:save', findTheRate)).toBeNull();
  });
});

describe('import', () => {
  it('asks when the runs are here, is one step of undo and redo, and says what came', async () => {
    const { lab, ids } = await labWithRuns();
    await lab.ask('experiments:export', null);
    lab.openPath = lab.savePath;
    lab.agrees = false;
    expect(await lab.ask('experiments:import', 'dialog')).toBe('declined');
    expect(lab.platformCalls).toEqual(['ask-save-path', 'ask-open-path', 'ask-again 2 of 2']);
    lab.agrees = true;
    const imported = taken(await lab.ask('experiments:import', 'dialog'));
    expect(imported.file).toBe('out.downhill');
    expect(imported.runIds).toHaveLength(2);
    expect(lab.world.of('library:changed').at(-1)).toEqual({ ids: imported.runIds });
    expect(lab.world.of('history:changed').at(-1)).toEqual({
      undo: { kind: 'import', count: 2 },
      redo: null,
    });
    const listed = async (): Promise<readonly RunId[]> =>
      (await lab.ask('run:list', { limit: 10, trashed: false })).map(({ id }) => id).reverse();
    expect(await listed()).toEqual([...ids, ...imported.runIds]);
    await lab.ask('history:undo');
    expect(await listed()).toEqual(ids);
    await lab.ask('history:redo');
    expect(await listed()).toEqual([...ids, ...imported.runIds]);
    expect(everythingOf(lab.world.store, imported.runIds[0]!)).toEqual(
      everythingOf(lab.world.store, ids[0]!),
    );
  });

  it('of runs that lie in the trash says so and restores them: no copies, the baseline once, one step of undo', async () => {
    const { lab, ids } = await labWithRuns();
    const listed = async (trashed: boolean): Promise<readonly unknown[]> =>
      (await lab.ask('run:list', { limit: 10, trashed })).map(({ id, baseline }) => [id, baseline]);
    await lab.ask('run:change', { ids: [ids[0]!], change: { baseline: true, note: 'kept' } });
    const before = await listed(false);
    lab.openPath = lab.savePath;
    await lab.ask('experiments:export', null);
    await lab.ask('run:change', { ids, change: { trashed: true } });

    lab.agrees = false;
    expect(await lab.ask('experiments:import', 'dialog')).toBe('declined');
    expect(lab.platformCalls.at(-1)).toBe('ask-again 0 of 2, 2 in the trash');
    expect(await listed(false)).toEqual([]);

    lab.agrees = true;
    const back = taken(await lab.ask('experiments:import', 'dialog'));
    expect(back).toMatchObject({ file: 'out.downhill', restored: true, runIds: ids });
    expect(lab.world.of('library:changed').at(-1)).toEqual({ ids });
    const { store } = lab.world;
    const rows = store.listRuns({ limit: 10, trashed: false });
    expect(rows.map(({ id, baseline }) => [id, baseline])).toEqual(before);
    expect(store.readRun(ids[0]!).note).toBe('kept');
    expect(store.listTrash()).toEqual([]);
    expect(store.undo()).toMatchObject({ label: { kind: 'restore', count: 2 } });
    expect([...store.listTrash()].sort()).toEqual([...ids].sort());
  });

  it('restores only what lies in the trash; where the file holds more than is known, it offers copies', async () => {
    const { lab, ids } = await labWithRuns();
    lab.openPath = lab.savePath;
    await lab.ask('experiments:export', null);
    await lab.ask('run:change', { ids: [ids[1]!], change: { trashed: true } });
    expect(taken(await lab.ask('experiments:import', 'dialog'))).toMatchObject({
      restored: true,
      runIds: [ids[1]],
    });
    expect(lab.platformCalls.at(-1)).toBe('ask-again 1 of 2, 1 in the trash');
    await lab.ask('run:change', { ids, change: { trashed: true } });
    lab.toTrashed = 'again';
    const copies = taken(await lab.ask('experiments:import', 'dialog'));
    expect(copies).toMatchObject({ restored: false });
    expect(copies.runIds).toHaveLength(2);
    expect(await lab.ask('run:list', { limit: 10, trashed: false })).toHaveLength(2);
    // The copies are here: what is imported now is asked about as such.
    lab.agrees = false;
    await lab.ask('experiments:import', 'dialog');
    expect(lab.platformCalls.at(-1)).toBe('ask-again 2 of 2');

    lab.agrees = true;
    lab.toTrashed = 'restore';
    const other = new Lab();
    const half = await exported(lab.world.store, [copies.runIds[0]!]);
    const [one] = taken(
      await other.ask('experiments:import', { name: 'half.downhill', bytes: new Uint8Array(half) }),
    ).runIds;
    await other.ask('run:change', { ids: [one!], change: { trashed: true } });
    other.openPath = lab.savePath;
    const all = taken(await other.ask('experiments:import', 'dialog'));
    expect(other.platformCalls.at(-1)).toBe('ask-again 0 of 2, 1 in the trash');
    expect(all).toMatchObject({ restored: false });
    expect(all.runIds).toHaveLength(2);
  });

  it('of a hundred runs backs the library up first; of fewer it does not', async () => {
    const lab = new Lab();
    const { store } = lab.world;
    const runs = Array.from({ length: 100 }, (_, i) => ({ name: `run ${i}`, config: bowl() }));
    const { runIds } = store.createExperiment('hundred', runs, 'test');
    for (const id of runIds) store.setState(id, 'finished', 'max-steps');
    lab.savePath = join(temporaryFolder(), 'hundred.downhill');
    await lab.ask('experiments:export', null);
    const bytes = new Uint8Array(readFileSync(lab.savePath));
    await lab.ask('experiments:export', runIds.slice(1));
    const fewer = new Uint8Array(readFileSync(lab.savePath));
    const other = new Lab();
    other.world.store.createExperiment('one', [{ name: 'one', config: bowl() }], 'test');
    const reasons = async (): Promise<readonly unknown[]> =>
      (await other.ask('backup:state')).backups.map(({ reason, runs: held }) => [reason, held]);
    await other.ask('experiments:import', { name: 'fewer.downhill', bytes: fewer });
    expect(await reasons()).toEqual([]);
    await other.ask('experiments:import', { name: 'hundred.downhill', bytes });
    expect(await reasons()).toEqual([['import', 100]]);
  });

  it('of bytes that were dropped, and of files the system gave, in their order', async () => {
    const { lab } = await labWithRuns();
    await lab.ask('experiments:export', null);
    const bytes = new Uint8Array(readFileSync(lab.savePath!));
    const other = new Lab();
    const dropped = await other.ask('experiments:import', { name: '衰减.downhill', bytes });
    expect(dropped).toMatchObject({ file: '衰减.downhill' });
    expect(await other.ask('experiments:import', 'given')).toBeNull();
    other.given.add(lab.savePath!);
    expect(await other.ask('experiments:import', 'given')).toMatchObject({ file: 'out.downhill' });
    const loud = await other.ask('experiments:import', { name: 'OUT.DOWNHILL', bytes });
    expect(loud).toMatchObject({ file: 'OUT.DOWNHILL' });
    const odd = { name: 'x.zip', bytes };
    expect(await other.send('experiments:import', [odd])).toMatchObject({
      error: { code: 'bad-arguments' },
    });
  });

  it('of several files at once takes them one after the other, a spoilt one among them; a question is put once', async () => {
    const { lab } = await labWithRuns();
    await lab.ask('experiments:export', null);
    const bytes = new Uint8Array(readFileSync(lab.savePath!));
    const other = new Lab();
    other.openPath = lab.savePath;
    other.given.add(lab.savePath!);
    const cameAt: string[] = [];
    const at = (name: string, source: ImportSource): Promise<unknown> =>
      other.send('experiments:import', [source]).finally(() => cameAt.push(name));
    const [first, spoilt, given, dialog, second] = await Promise.all([
      at('first', { name: 'first.downhill', bytes }),
      at('spoilt', { name: 'spoilt.downhill', bytes: bytes.subarray(0, 99) }),
      at('given', 'given'),
      at('dialog', 'dialog'),
      at('second', 'dialog'),
    ]);
    expect(first).toMatchObject({ value: { file: 'first.downhill' } });
    expect(spoilt).toMatchObject({ error: { code: 'bad-file' } });
    expect(given).toMatchObject({ value: { file: 'out.downhill' } });
    expect(dialog).toMatchObject({ value: { file: 'out.downhill' } });
    expect(second).toMatchObject({ value: null });
    expect(cameAt).toEqual(['second', 'first', 'spoilt', 'given', 'dialog']);
  });

  it('of dropped files holds so many bytes at once; those beyond are refused, and taken when the others are in', async () => {
    const { lab } = await labWithRuns();
    await lab.ask('experiments:export', null);
    const bytes = new Uint8Array(readFileSync(lab.savePath!));
    const other = new Lab();
    const importer = new ExperimentImporter({
      store: other.world.store,
      script: fileWorkerScript,
      given: other.given,
      askPath: () => Promise.resolve(lab.savePath),
      askAgain: () => Promise.resolve('again'),
      backUp: () => Promise.resolve(),
      came: () => undefined,
      left: () => undefined,
      mostWaitingBytes: 2 * bytes.length,
    });
    const at = (name: string): Promise<unknown> =>
      importer.import({ name: `${name}.downhill`, bytes }).catch((error: unknown) => error);
    const [first, second, third, onDisk] = await Promise.all([
      at('first'),
      at('second'),
      at('third'),
      importer.import('dialog'),
    ]);
    expect([first, second, onDisk]).toMatchObject([
      { file: 'first.downhill' },
      { file: 'second.downhill' },
      { file: 'out.downhill' },
    ]);
    expect(third).toMatchObject({
      code: 'bad-file',
      details: { file: 'third.downhill', fault: 'too-many-waiting' },
    });
    // One that was refused, or could not be read, does not wait any more.
    await expect(
      importer.import({ name: 'x.downhill', bytes: bytes.subarray(9) }),
    ).rejects.toThrow();
    expect(await at('third')).toMatchObject({ file: 'third.downhill' });
    expect(await Promise.all([at('fourth'), at('fifth')])).toMatchObject([
      { file: 'fourth.downhill' },
      { file: 'fifth.downhill' },
    ]);
  });

  it('of a spoilt file says the file and the place, and nothing is different', async () => {
    const { lab } = await labWithRuns();
    await lab.ask('experiments:export', null);
    const bytes = readFileSync(lab.savePath!);
    bytes[100]! ^= 1;
    writeFileSync(lab.savePath!, bytes);
    lab.openPath = lab.savePath;
    const before = await lab.ask('run:list', { limit: 10, trashed: false });
    const reply = await lab.send('experiments:import', ['dialog']);
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'bad-file',
        details: { file: 'out.downhill', fault: 'damaged', part: 'runs/1/train-loss.f64' },
      },
    });
    expect(await lab.ask('run:list', { limit: 10, trashed: false })).toEqual(before);
    expect(await lab.ask('history:state')).toEqual({ undo: null, redo: null });
    expect(existsSync(lab.savePath!)).toBe(true);
  });
});

describe('files the system gives', () => {
  it('are those of the command line that are of this kind', () => {
    const words = [
      'downhill',
      '--data-dir=/d',
      'a.downhill',
      '/x/b.downhill',
      'c.txt',
      '-d.downhill',
    ];
    expect(filesAmong(words, '/home')).toEqual(['/home/a.downhill', '/x/b.downhill']);
    expect(filesAmong(['downhill', 'A.DOWNHILL'], '/home')).toEqual(['/home/A.DOWNHILL']);
  });

  it('may be given as addresses; those that name no file of this system are left alone', () => {
    const words = [
      'downhill',
      'file:///home/%E4%B8%8B%E5%B1%B1%20a.downhill',
      'file://elsewhere/b.downhill',
      'file:///bad%E4.downhill',
      'https://example.org/c.downhill',
      'file:///home/d.txt',
    ];
    expect(filesAmong(words, '/work')).toEqual(['/home/下山 a.downhill']);
  });

  it('wait until they are taken, the oldest first', () => {
    const given = new GivenFiles();
    let told = 0;
    given.add('a');
    given.follow(() => told++);
    given.add();
    given.add('b', 'c');
    expect(told).toBe(1);
    expect([given.take(), given.take(), given.take(), given.take()]).toEqual(['a', 'b', 'c', null]);
  });
});
