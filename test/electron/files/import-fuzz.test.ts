/**
 * Files somebody has spoilt: bytes of a good file changed, cut, doubled, and files that are well-formed archives
 * but hold one wrong thing. Each is either taken whole or refused with a sentence's worth of where and what, and
 * a refusal leaves the library as it was.
 *
 * DOWNHILL_FUZZ_CASES sets how many.
 */
import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { fileFaults } from '../../../electron/ipc/experiment-files.ts';
import type { FileContent } from '../../../electron/files/format.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Store } from '../../../electron/store/store.ts';
import { count, reportRow } from '../../battery/row.ts';
import { archiveOf, type Parts } from '../../support/files/archive.ts';
import { assignmentFile } from '../../support/files/assignment.ts';
import { contentOf, exported } from '../../support/files/library-files.ts';
import { asPlain, readPlainly } from '../../support/files/plain-reading.ts';
import { newTally, timed, type Tally } from '../../support/files/tally.ts';
import { bowl } from '../../support/experiments.ts';
import { Lab } from '../../support/lab.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { recordedLibrary } from '../../support/library/recorded.ts';
import { rowsOf } from '../../support/library/rows.ts';
import { importRuns } from '../../support/library/import-runs.ts';

const FULL = process.env['DOWNHILL_TEST_SIZE'] === 'full';
const USUAL_CASES = FULL ? 20_000 : 600;
const CASES = Number(process.env['DOWNHILL_FUZZ_CASES'] ?? USUAL_CASES);
const timeout = 60_000 + CASES * 30;

type Spoil = (file: Uint8Array) => Uint8Array;
type Take = (file: Uint8Array) => FileContent;

const tally = newTally();

/** The same to the byte every time, for a seed to stand for the same cases; at full size another every time. */
function goodFile(): Promise<Uint8Array> {
  return FULL ? newFile() : exported(new TestLibrary(recordedLibrary(4)).store, null);
}

/**
 * The file without its picture, of which nothing is taken in: with it most of what is spoilt in the bytes of so short a
 * file would be that.
 */
function withoutPreview(file: Uint8Array): Uint8Array {
  const { 'preview.svg': _picture, ...parts } = unzipSync(file) as Parts &
    Record<'preview.svg', Uint8Array>;
  const manifest = JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as {
    parts: { name: string }[];
  };
  const others = manifest.parts.filter(({ name }) => name !== 'preview.svg');
  const written = Buffer.from(JSON.stringify({ ...manifest, parts: others }));
  return archiveOf({ ...parts, 'manifest.json': written });
}

/** The file of two short runs with remarks. */
async function newFile(): Promise<Uint8Array> {
  const lab = new Lab();
  const { runIds } = await lab.ask('experiment:start', {
    name: '衰减',
    runs: [
      { name: 'one', config: bowl({ totalSteps: 40 }) },
      { name: 'two', config: bowl({ totalSteps: 40, lr: 0.2 }) },
    ],
    pace: null,
  });
  for (const id of runIds) await lab.world.untilState(id, 'finished');
  await lab.ask('run:change', { ids: [runIds[0]!], change: { note: 'η', addTags: ['衰减'] } });
  return exported(lab.world.store, null);
}

/** Every row, and how many the tables of the word index have; the library is closed and opened for it. */
function stateOf(library: TestLibrary): unknown {
  let state: unknown;
  library.reopen(() => {
    const db = new Database(library.path, { readonly: true });
    const indexed = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'run_words%'")
      .pluck()
      .all() as string[];
    const words = indexed.map((table) => [
      table,
      db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(),
    ]);
    db.close();
    state = { rows: rowsOf(library.path), words };
  });
  return state;
}

/** A file as it is when somebody's disk, mail program or editor has been at it. */
const spoiltBytes: fc.Arbitrary<Spoil> = fc.oneof(
  fc
    .array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes): Spoil => (file) => {
      const spoilt = file.slice();
      for (const [at, byte] of changes) spoilt[at % file.length] = byte;
      return spoilt;
    }),
  fc.nat().map(
    (end): Spoil =>
      (file) =>
        file.slice(0, end % file.length),
  ),
  fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 40 })).map(([at, bytes]): Spoil => (file) => {
    const cut = at % file.length;
    return Uint8Array.from([...file.subarray(0, cut), ...bytes, ...file.subarray(cut)]);
  }),
  fc.tuple(fc.nat(), fc.nat(200)).map(([at, size]): Spoil => (file) => {
    const cut = at % file.length;
    return Uint8Array.from([...file.subarray(0, cut), ...file.subarray(cut + size)]);
  }),
  fc.uint8Array({ maxLength: 400 }).map(
    (bytes): Spoil =>
      () =>
        bytes,
  ),
);

const hostile = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0,
  1.5,
  1e300,
  '',
  '\0',
  'x'.repeat(3000),
  '../../etc/passwd',
  [],
  {},
  [[]],
  { $number: 'NaN' },
  { $float64: 'AAA' },
  { __proto__: null, x: 1 },
  2 ** 53,
);

/** A proper archive in whose JSON one thing is not as it should be; sizes and checksums fit it. */
const spoiltJson: fc.Arbitrary<Spoil> = fc
  .tuple(fc.nat(), fc.nat(), hostile, fc.constantFrom('set', 'remove', 'double'))
  .map(([which, where, value, how]) => (file) => {
    const parts = unzipSync(file);
    const names = Object.keys(parts)
      .filter((name) => name.endsWith('.json'))
      .sort();
    const name = names[which % names.length]!;
    const json = JSON.parse(Buffer.from(parts[name]!).toString()) as unknown;
    const places = placesIn(json);
    const [holder, key] = places[where % places.length]!;
    if (how === 'set') holder[key] = value;
    else if (how === 'double' && Array.isArray(holder)) holder.push(holder[Number(key)]);
    else Reflect.deleteProperty(holder, key);
    return archiveOf({ ...parts, [name]: Buffer.from(JSON.stringify(json)) });
  });

const spoiltParts: fc.Arbitrary<Spoil> = fc
  .tuple(fc.nat(), fc.constantFrom('drop', 'rename', 'shorten', 'swap'))
  .map(([which, how]) => (file) => {
    const parts = unzipSync(file);
    const names = Object.keys(parts).sort();
    const name = names[which % names.length]!;
    const { [name]: part, ...rest } = parts as Parts & Record<string, Uint8Array>;
    if (how === 'drop') return archiveOf(rest, how);
    if (how === 'rename') return archiveOf({ ...rest, [`../${name}`]: part! }, how);
    if (how === 'shorten') return archiveOf({ ...parts, [name]: part!.slice(0, -1) });
    const other = names[(which + 1) % names.length]!;
    return archiveOf({ ...parts, [name]: parts[other]!, [other]: part! }, how);
  });

type Place = readonly [holder: Record<string, unknown>, key: string];

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

/** Tries to take a file in: the runs that came, or what is said where it is not taken. */
function attempt(
  store: Store,
  file: Uint8Array,
  take: Take = contentOf,
  done: Tally = tally,
): readonly RunId[] | AppError {
  try {
    return timed(done, () => {
      const content = take(file);
      // Without runs it is an assignment, of which the library knows nothing.
      return content.experiments.length === 0 ? [] : importRuns(store, content, 'spoilt.downhill');
    });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function checkRefusal(refusal: readonly RunId[] | AppError): void {
  if (!(refusal instanceof AppError)) throw new Error('it was refused, and then taken');
  expect(refusal.code).toBe('bad-file');
  const { fault, part, field, offset, given } = refusal.details;
  expect(fileFaults).toContain(fault);
  // Where it is; where all of it is too much, or at its end, what was found.
  if (fault === 'too-large' || fault === 'too-many') expect(part ?? given).toMatch(/\S/);
  else if (fault !== 'foreign' && fault !== 'newer' && fault !== 'empty')
    expect(part ?? offset).toMatch(/\S/);
  if (fault === 'bad-field' || fault === 'bad-config') expect(field).toEqual(expect.any(String));
  expect(refusal.message.length).toBeLessThan(1200);
}

const anyBytes = spoiltBytes.map((spoil) => ({ spoil, inBytes: true }));
const anyParts = [spoiltJson, spoiltParts].map((one) =>
  one.map((spoil) => ({ spoil, inBytes: false })),
);
const anySpoil = fc.oneof(anyBytes, { arbitrary: anyParts[0]!, weight: 3 }, anyParts[1]!);

const OTHER_CONTENT = 'taken, and something else than was written';
const NOT_AS_WRITTEN = 'taken, and not as it stands in the file';

/**
 * Throws at the first file that is neither taken whole nor refused with its place, or whose refusal changes the
 * library; makes it no smaller for a control, which reads files by `take`.
 */
function check(good: Uint8Array, cases: number, done: Tally, take?: Take): void {
  const read = take ?? contentOf;
  const whole = contentOf(good);
  const library = new TestLibrary();
  if (whole.experiments.length > 0) importRuns(library.store, whole, 'good');
  const before = stateOf(library);
  // What is still whole goes to another, so that this one has met nothing but refusals.
  let others = new TestLibrary();
  fc.assert(
    fc.property(anySpoil, ({ spoil, inBytes }) => {
      done.tried++;
      const file = spoil(good);
      const came = attempt(others.store, file, read, done);
      if (came instanceof AppError) {
        return checkRefusal(attempt(library.store, file, read, done));
      }
      // Where no sum was made to fit, only what says nothing of the runs can be different.
      if (inBytes) expect(read(file), OTHER_CONTENT).toEqual(whole);
      // Where they were, what was taken is what another program reads there.
      else expect(asPlain(read(file)), NOT_AS_WRITTEN).toEqual(readPlainly(file));
      for (const id of came) others.store.readRun(id);
      if (++done.taken % 50 > 0) return undefined;
      others.close();
      others = new TestLibrary();
      return undefined;
    }),
    { seed: 45, numRuns: cases, endOnFailure: take !== undefined, includeErrorInReport: true },
  );
  expect(stateOf(library)).toEqual(before);
}

it(
  'a spoilt file is taken whole or refused with its place, and changes nothing',
  { timeout },
  async () => {
    const good = withoutPreview(await goodFile());
    try {
      check(good, CASES, tally);
      // There must have been both.
      expect(tally.taken).toBeGreaterThan(0);
      expect(tally.taken).toBeLessThan(tally.tried);
    } catch (error) {
      tally.wrong++;
      throw error;
    }
  },
);

/** The file with an assignment beside its runs. */
function withAssignment(file: Uint8Array): Uint8Array {
  const parts: Parts = {
    ...unzipSync(file),
    'assignment.json': unzipSync(assignmentFile())['assignment.json']!,
  };
  const manifest = JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as {
    parts: unknown[];
  };
  manifest.parts.push({ name: 'assignment.json', bytes: 0, sha256: '' });
  return archiveOf({ ...parts, 'manifest.json': Buffer.from(JSON.stringify(manifest)) });
}

it.each([
  ['alone', () => Promise.resolve(new Uint8Array(assignmentFile()))],
  ['beside runs', async () => withAssignment(await goodFile())],
])('so is a spoilt assignment %s', { timeout }, async (_where, file) => {
  try {
    check(await file(), Math.ceil(CASES / 3), tally);
  } catch (error) {
    tally.wrong++;
    throw error;
  }
});

it(
  'what is accepted makes a file that is accepted, and makes the same file',
  { timeout },
  async () => {
    const good = await goodFile();
    const taken: Uint8Array[] = [];
    const scratch = new TestLibrary();
    for (const change of fc.sample(spoiltJson, { seed: 46, numRuns: 60 })) {
      const file = change(good);
      if (!(attempt(scratch.store, file) instanceof AppError)) taken.push(file);
    }
    expect(taken.length).toBeGreaterThan(5);
    for (const file of taken.slice(0, 8)) {
      const [first, second] = [new TestLibrary(), new TestLibrary()];
      importRuns(first.store, contentOf(file), 'x');
      const once = await exported(first.store, null);
      importRuns(second.store, contentOf(once), 'x');
      expect(await exported(second.store, null)).toEqual(once);
      for (const library of [first, second]) library.close();
    }
  },
);

/** Reads what is not an archive as the app does, and an archive with sums made to fit. */
const careless: Take = (file) => {
  let parts: Parts;
  try {
    parts = unzipSync(file);
  } catch {
    return contentOf(file);
  }
  return contentOf(archiveOf(parts));
};

it('the control, a reader that checks no sums, is caught by the same harness', async () => {
  const good = withoutPreview(await exported(new TestLibrary(recordedLibrary(4)).store, null));
  expect(() => check(good, 3000, newTally(), careless)).toThrow(OTHER_CONTENT);
});

/** Reads as the app does, and thinks it knows better what people meant. */
const tidying: Take = (file) => {
  const content = contentOf(file);
  const tidy = (text: string): string => text.replaceAll('../', '');
  const experiments = content.experiments.map((one) => ({
    ...one,
    name: tidy(one.name),
    runs: one.runs.map((run) => ({
      ...run,
      ...{ name: tidy(run.name), note: tidy(run.note), engineVersion: tidy(run.engineVersion) },
      ...{ prediction: tidy(run.prediction), conclusion: tidy(run.conclusion) },
    })),
  }));
  return { ...content, experiments };
};

it('what stands in a part whose sums were made to fit is taken as it stands; a reader that tidies is caught', async () => {
  const parts = unzipSync(await exported(new TestLibrary(recordedLibrary(4)).store, null));
  const run = JSON.parse(Buffer.from(parts['runs/1/run.json']!).toString()) as object;
  for (const field of ['name', 'note', 'engineVersion', 'prediction', 'conclusion']) {
    const changed = JSON.stringify({ ...run, [field]: '../../etc/passwd' });
    const file = archiveOf({ ...parts, 'runs/1/run.json': Buffer.from(changed) });
    expect(asPlain(contentOf(file)), field).toEqual(readPlainly(file));
    expect(asPlain(tidying(file)), field).not.toEqual(readPlainly(file));
  }
});

it('one bit of a series that is not as it was is found, and where it is', async () => {
  const good = await goodFile();
  const at = Buffer.from(good).indexOf('train-loss.f64') + 'train-loss.f64'.length + 8;
  const spoilt = good.slice();
  spoilt[at]! ^= 1;
  const refusal = attempt(new TestLibrary().store, spoilt);
  expect(refusal).toMatchObject({
    details: { fault: 'damaged', part: 'runs/1/train-loss.f64' },
  });
});

it('a listed part that no run has a use for is checked as well', async () => {
  const good = await goodFile();
  const parts = unzipSync(good);
  const manifest = JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as {
    parts: { name: string; bytes: number; sha256: string }[];
  };
  const withSpare = (sha256: string): Uint8Array => {
    const listed = [...manifest.parts, { name: 'runs/1/spare.bin', bytes: 3, sha256 }];
    const json = JSON.stringify({ ...manifest, parts: listed });
    const spare = {
      'runs/1/spare.bin': Uint8Array.of(1, 2, 3),
      'manifest.json': Buffer.from(json),
    };
    return zipSync({ ...parts, ...spare }, { level: 0 });
  };
  const sum = createHash('sha256')
    .update(Uint8Array.of(1, 2, 3))
    .digest('hex');
  expect(() => contentOf(withSpare(sum))).not.toThrow();
  expect(() => contentOf(withSpare('0'.repeat(64)))).toThrow(/damaged, part runs\/1\/spare\.bin/);
});

afterAll(() => {
  reportRow({
    what: 'a file to import that somebody has spoilt',
    tried: `${count(tally.tried)} files, ${count(tally.taken)} of them still whole`,
    lost: `${count(tally.wrong)} crashes, partial imports or refusals that do not say where`,
    worst: `slowest answer ${tally.slowestMs.toFixed(0)} ms`,
  });
});
