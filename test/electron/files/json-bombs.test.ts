/**
 * JSON that is small as a file and large once it is parsed. The thread that reads is the real one, with its limits:
 * where JSON.parse meets them V8 ends the whole process, this one, so that a file that gets so far is no failure of
 * one test but the end of all.
 */
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { metricNames } from '../../../core/training/metrics.ts';
import { bytesInMemory } from '../../../electron/files/byte-source.ts';
import type { FileContent } from '../../../electron/files/format.ts';
import { measureJson } from '../../../electron/files/json-part.ts';
import { limits } from '../../../electron/files/limits.ts';
import { readFile } from '../../../electron/files/read-file.ts';
import { readInThread } from '../../../electron/files/read-in-thread.ts';
import { fileBlocks } from '../../../electron/files/write-file.ts';
import { archiveOf } from '../../support/files/archive.ts';
import { exported } from '../../support/files/library-files.ts';
import { runsOf } from '../../support/files/logs.ts';
import { Lab } from '../../support/lab.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { fileWorkerScript } from '../../support/worker-script.ts';

const timeout = 120_000;
/** Nearly as much as a part may be. */
const BYTES = 60 * 1024 * 1024;

/** Pieces of JSON, the i-th made by `piece`, until there are so many bytes. */
function filled(bytes: number, piece: (i: number) => string): string {
  const pieces: string[] = [];
  for (let i = 0, length = 0; length < bytes; i++)
    length += pieces[pieces.push(piece(i)) - 1]!.length;
  return pieces.join('');
}

const shapes: Readonly<Record<string, (bytes: number) => string>> = {
  'empty objects': (bytes) => `[${filled(bytes, () => '{},')}0]`,
  lists: (bytes) => `[${filled(bytes, () => '[[[[[[]]]]]],')}0]`,
  'objects that are each of another shape': (bytes) => `[${filled(bytes, (i) => `{"k${i}":1},`)}0]`,
  'one object': (bytes) => `{${filled(bytes, (i) => `"k${i}":{},`)}"z":0}`,
  numbers: (bytes) => `[${filled(bytes, () => '0,')}0]`,
  words: (bytes) => `[${filled(bytes, (i) => `"${i}",`)}0]`,
};

const archive = (json: string): Uint8Array =>
  zipSync({ 'manifest.json': Buffer.from(json) }, { level: 0 });
const reading = (bytes: Uint8Array): Promise<FileContent> =>
  readInThread(fileWorkerScript, { name: 'bomb.downhill', bytes });

it.each(Object.keys(shapes))('a part of %s is refused by name', { timeout }, async (shape) => {
  const json = shapes[shape]!(BYTES);
  const { values } = measureJson(Buffer.from(json));
  await expect(reading(archive(json))).rejects.toMatchObject({
    code: 'bad-file',
    details: {
      fault: 'too-many-values',
      part: 'manifest.json',
      given: `${values}`,
      allowed: `${limits.jsonValues}`,
    },
  });
});

it(
  'what has as many values as are read is read, whatever takes the most memory',
  { timeout },
  async () => {
    const levels = limits.jsonDepth - 2;
    let key = 0;
    const deep = (): string => {
      const open = Array.from({ length: levels }, () => `{"k${key++}":`).join('');
      return `${open}0${'}'.repeat(levels)}`;
    };
    const count = Math.floor((limits.jsonValues - 2) / (levels + 1));
    const json = `[${Array.from({ length: count }, deep).join(',')}]`;
    const { values } = measureJson(Buffer.from(json));
    expect(values).toBeLessThanOrEqual(limits.jsonValues);
    expect(values).toBeGreaterThan(limits.jsonValues - 100);
    // It is no manifest, which can be said only of what was parsed.
    await expect(reading(archive(json))).rejects.toMatchObject({ details: { fault: 'bad-field' } });
  },
);

it('runs that are each small enough, and are too much together', { timeout }, async () => {
  const library = new TestLibrary();
  const runs = Math.ceil(limits.runValues / 1_400_000);
  for (let i = 0; i < runs; i++) library.endedRun(`run ${i}`);
  const parts = unzipSync(await exported(library.store, null));
  const zeros = Array<number>(1_400_000).fill(0);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.endsWith('run.json')) continue;
    const run = JSON.parse(Buffer.from(bytes).toString()) as object;
    parts[name] = Buffer.from(JSON.stringify({ ...run, unknown: zeros }));
  }
  const whole = reading(archiveOf(parts));
  await expect(whole).rejects.toMatchObject({
    details: { fault: 'too-many-values', allowed: `${limits.runValues}` },
  });
  const last = `runs/${runs}/run.json`;
  const fewer = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== last));
  await expect(reading(archiveOf(fewer))).rejects.toMatchObject({
    details: { fault: 'missing-part' },
  });
});

it(
  'the app goes on, names the file and the part, and has taken in nothing',
  { timeout },
  async () => {
    const lab = new Lab();
    const before = lab.world.store.changeMark();
    const bytes = archive(shapes['empty objects']!(BYTES));
    const reply = await lab.send('experiments:import', [{ name: '坏.downhill', bytes }]);
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'bad-file',
        details: { file: '坏.downhill', fault: 'too-many-values', part: 'manifest.json' },
      },
    });
    expect(lab.world.store.changeMark()).toBe(before);
    expect(await lab.ask('run:list', { limit: 9, trashed: false })).toEqual([]);
  },
);

it(
  'the largest run that is written, a log in as many pieces as are read, can be read',
  { timeout },
  async () => {
    // Each two steps are a piece of their own, in every series.
    const rows = Array.from({ length: 2 * limits.logStretches }, (_, i) => {
      const step = 3 * Math.floor(i / 2) + (i % 2);
      return [step, ...metricNames.map(() => 0.5)].join(',');
    });
    const [run] = runsOf([`step,${metricNames.join(',')}`, ...rows].join('\n'));
    const { chunks, checkpoints, ...facts } = run!;
    const series = metricNames.map((metric) => ({
      metric,
      chunks: chunks.filter((chunk) => chunk.metric === metric),
    }));
    const experiments = [{ name: 'e', race: null, createdAt: 1, runs: [1] }];
    const blocks = [...fileBlocks(experiments, () => ({ facts, series, checkpoints }), 'test')];
    const file = Uint8Array.from(Buffer.concat(blocks));
    const { values } = measureJson(unzipSync(file)['runs/1/run.json']!);
    expect(values).toBeGreaterThan(metricNames.length * limits.logStretches * 4);
    const read = readFile(bytesInMemory(file)).experiments[0]!.runs[0]!;
    expect(read.chunks).toHaveLength(metricNames.length * limits.logStretches);
    await reading(file);
  },
);
