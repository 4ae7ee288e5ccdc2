/** A library leaves as a file and comes back in another library: everything, to the last bit. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seriesPart } from '../../../electron/files/format.ts';
import { joinStretches } from '../../../electron/files/stretches.ts';
import { metricNames } from '../../../core/training/metrics.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { bowl, divergingBowl, shortDigits } from '../../support/experiments.ts';
import { archiveOf } from '../../support/files/archive.ts';
import { contentOf, everythingOf, exported } from '../../support/files/library-files.ts';
import { Lab } from '../../support/lab.ts';
import { fromWords, delicateWords } from '../../support/library/bits.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { importRuns } from '../../support/library/import-runs.ts';

const runsOf = (store: { listRuns: TestLibrary['store']['listRuns'] }): readonly RunId[] =>
  store
    .listRuns({ limit: 1000, trashed: false })
    .map(({ id }) => id)
    .reverse();

/** Runs of all kinds: finished, diverged, digits, stopped and continued, a fork, one run again. */
async function livedIn(): Promise<Lab> {
  const lab = new Lab();
  const { runIds } = await lab.ask('experiment:start', {
    name: '学习率 = "太大"?',
    race: 'one',
    runs: [
      {
        name: 'NaN',
        config: bowl({ replicates: 3, problem: { ...bowl().problem, start: [-0, 1] } as never }),
      },
      { name: '../../发散', config: divergingBowl },
      { name: 'digits', config: shortDigits },
    ],
    pace: null,
  });
  const [first, second, third] = runIds as [RunId, RunId, RunId];
  await lab.world.untilState(first, 'finished');
  await lab.world.untilState(second, 'diverged');
  await lab.world.untilState(third, 'finished');
  const config = bowl();
  const fork = { ...config, fork: { step: 500, from: bowl({ totalSteps: 1500 }) } };
  const later = await lab.ask('experiment:start', {
    name: 'later',
    runs: [
      { name: 'parent', config: bowl({ totalSteps: 1500 }) },
      { name: 'fork', config: fork },
    ],
    pace: null,
  });
  for (const id of later.runIds) await lab.world.untilState(id, 'finished');
  // It has been told of as finished once.
  lab.world.told.length = 0;
  await lab.ask('run:extend', [later.runIds[0]!], 200, null);
  await lab.world.untilState(later.runIds[0]!, 'finished');
  const again = await lab.ask('run:again', [first], null);
  await lab.world.untilState(again.runIds[0]!, 'finished');
  await lab.world.until('run:event', ({ id }) => id === again.runIds[0]);
  const remarks = {
    note: '第一行\n$\\eta$ <script>',
    addTags: ['衰减', 'Ünder'],
    prediction: '=1+1',
  };
  await lab.ask('run:change', { ids: [second], change: { ...remarks, conclusion: '太大了' } });
  await lab.ask('run:change', { ids: [third], change: { baseline: true, pinned: true } });
  await lab.ask('run:change', { ids: [later.runIds[0]!], change: { archived: true } });
  return lab;
}

it('every value, checkpoint and remark comes back as it was, and the file is the same again', async () => {
  const { store } = (await livedIn()).world;
  const ids = runsOf(store);
  const file = await exported(store, null);
  expect(await exported(store, ids)).toEqual(file);
  expect(await exported(store, ids.toReversed())).toEqual(file);

  const library = new TestLibrary();
  library.time = 77;
  const came = importRuns(library.store, contentOf(file), 'lived in.downhill');
  expect(came).toHaveLength(ids.length);
  expect(came.map((id) => everythingOf(library.store, id))).toEqual(
    ids.map((id) => everythingOf(store, id)),
  );
  for (const [i, id] of came.entries()) {
    const [here, there] = [library.store.readRun(id), store.readRun(ids[i]!)];
    expect(id).not.toBe(ids[i]);
    expect(here.imported).toEqual({ file: 'lived in.downhill', at: 77 });
    for (const kind of ['forkedFrom', 'rerunOf'] as const) {
      expect(here.run[kind]).toBe(came[ids.indexOf(there.run[kind]!)] ?? null);
    }
  }
  const lineage = came.map((id) => library.store.readRun(id).run);
  expect(lineage.some(({ forkedFrom }) => forkedFrom !== null)).toBe(true);
  const rerun = lineage.find(({ rerunOf }) => rerunOf !== null)!;
  const [event] = library.store.readRun(rerun.id).events;
  expect(event).toMatchObject({ kind: 'compared', with: rerun.rerunOf, differs: null });
  expect(library.store.searchRuns('发散')).toEqual([came[1]]);
  expect(library.store.searchRuns('script')).toEqual([came[1]]);

  // Also after it was closed, and its small chunks joined.
  library.reopen();
  for (const id of came) library.store.compact(id);
  expect(await exported(library.store, null)).toEqual(file);
});

it('training time comes back as it was measured; one out of order is refused, a file may say none', async () => {
  const library = new TestLibrary();
  const id = library.endedRun();
  library.flush(id, chunk(0, [1, 2, 3]));
  const times = [
    { step: 0, seconds: 0, replaces: null },
    { step: 1, seconds: 0.25, replaces: null },
    { step: 2, seconds: 0.1 + 0.2, replaces: 1 },
  ];
  library.store.flush([{ id, step: 2, chunks: [], checkpoint: null, times }]);
  const file = await exported(library.store, [id]);
  const content = contentOf(file);
  const other = new TestLibrary();
  const [came] = importRuns(other.store, content, 'f') as [RunId];
  expect(other.store.readRun(came).times).toEqual([
    { step: 0, seconds: 0 },
    { step: 2, seconds: 0.1 + 0.2 },
  ]);

  for (const spoilt of ['[[2,0.3],[0,0]]', '[[0,0.4],[2,0.3]]', '[[0,0],[9999,0.3]]']) {
    const parts = unzipSync(file);
    const facts = Buffer.from(parts['runs/1/run.json']!).toString();
    const changed = facts.replace(/"times":\[\[.*?\]\]/, `"times":${spoilt}`);
    expect(changed).not.toBe(facts);
    const wrong = archiveOf({ ...parts, 'runs/1/run.json': Buffer.from(changed) });
    const field = expect.stringMatching(/^times\.\d$/) as string;
    expect(() => contentOf(wrong)).toThrow(
      expect.objectContaining({
        code: 'bad-file',
        details: expect.objectContaining({ field }) as object,
      }),
    );
  }

  const [experiment] = content.experiments;
  const { times: _times, ...before } = experiment!.runs[0]!;
  const older = { ...content, experiments: [{ ...experiment!, runs: [before] }] };
  const [silent] = importRuns(other.store, older, 'f') as [RunId];
  expect(other.store.readRun(silent).times).toEqual([]);
});

it('the file is a zip of raw columns that other programs read', async () => {
  const { store } = (await livedIn()).world;
  const ids = runsOf(store);
  const parts = unzipSync(await exported(store, null));
  const manifest = JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as {
    format: string;
    parts: { name: string; bytes: number; sha256: string }[];
    experiments: { name: string; runs: number[] }[];
  };
  expect(manifest.format).toBe('downhill');
  expect(manifest.experiments.map(({ runs }) => runs)).toEqual([[1, 2, 3], [4, 5], [6]]);
  expect(Object.keys(parts).sort()).toEqual(
    [...manifest.parts.map(({ name }) => name), 'manifest.json'].sort(),
  );
  for (const { name, bytes, sha256 } of manifest.parts) {
    expect(parts[name]).toHaveLength(bytes);
    expect(createHash('sha256').update(parts[name]!).digest('hex')).toBe(sha256);
  }
  const column = parts['runs/1/train-loss.f64']!;
  const values = store.readValues(ids[0]!, 'train/loss').flatMap((one) => [...one.values]);
  expect([...new Float64Array(column.slice().buffer)]).toEqual(values);
});

it('NaN payloads, −0 and gaps survive, however the steps were cut', async () => {
  const library = new TestLibrary();
  const id = library.endedRun();
  library.flush(
    id,
    chunk(0, fromWords(delicateWords)),
    chunk(20, [1]),
    chunk(30, [2]),
    chunk(40, [3, 4], 10),
  );
  library.flush(id, chunk(51, [5], 1), chunk(60, [-0, NaN, 7], 3), chunk(0, [1], 1, 'param/0'));
  const other = new TestLibrary();
  const file = await exported(library.store, null);
  const [came] = importRuns(other.store, contentOf(file), 'x');
  expect(everythingOf(other.store, came!)).toEqual(everythingOf(library.store, id));
  expect(await exported(other.store, null)).toEqual(file);
});

it('the same steps make the same stretches, and stretches the same steps', () => {
  const steps = fc
    .uniqueArray(fc.nat(60), { minLength: 1 })
    .map((list) => list.sort((a, b) => a - b));
  const cuts = fc.infiniteStream(fc.integer({ min: 1, max: 5 }));
  const stepsOf = (stretches: ReturnType<typeof joinStretches>): number[] =>
    stretches.flatMap(([first, stride, n]) =>
      Array.from({ length: n }, (_, i) => first + i * stride),
    );
  fc.assert(
    fc.property(steps, cuts, (all, sizes) => {
      const single = joinStretches(all.map((step) => [step, 1, 1]));
      expect(stepsOf(single)).toEqual(all);
      const cut: [number, number, number][] = [];
      for (let at = 0; at < all.length;) {
        const size = sizes.next().value as number;
        let n = 1;
        const stride = all[at + 1] === undefined ? 1 : all[at + 1]! - all[at]!;
        while (n < size && all[at + n] === all[at]! + n * stride) n++;
        cut.push([all[at]!, stride, n]);
        at += n;
      }
      expect(joinStretches(cut)).toEqual(single);
    }),
    { seed: 5 },
  );
});

it('only what was asked for leaves: a selection, or all that is not in the trash', async () => {
  const library = new TestLibrary();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => library.endedRun(name)) as [RunId, RunId, RunId];
  for (const id of [a, b, c]) library.flush(id, chunk(0, [1, 2]));
  library.store.changeRuns([b], { trashed: true });
  const namesIn = (bytes: Uint8Array): readonly string[] =>
    contentOf(bytes).experiments.flatMap(({ runs }) => runs.map(({ name }) => name));
  expect(namesIn(await exported(library.store, null))).toEqual(['a', 'c']);
  expect(namesIn(await exported(library.store, [c]))).toEqual(['c']);
});

it('metrics have parts of their own names', () => {
  const names = metricNames.map((metric) => seriesPart(1, metric));
  expect(new Set(names).size).toBe(metricNames.length);
});
