/**
 * Training logs somebody has spoilt: tables, JSON, charts of several runs as Weights & Biases exports them and scalars of
 * TensorBoard, made of random series, with bytes changed, cut, doubled or put in, and cells replaced. Each is either taken whole, and then is what another reader finds in the spoilt file, or refused
 * with what and where, and a refusal leaves the library as it was.
 *
 * DOWNHILL_FUZZ_CASES sets how many of each format.
 */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { bytesInMemory } from '../../../electron/files/byte-source.ts';
import type { FileContent } from '../../../electron/files/format.ts';
import { readLog } from '../../../electron/files/logs/read-log.ts';
import { fileFaults } from '../../../electron/ipc/experiment-files.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { count, reportRow } from '../../battery/row.ts';
import { goodLogs, spoiltLogs, type LogFormat } from '../../support/files/log-spoiling.ts';
import { logAsPlain, readLogPlainly, type PlainRun } from '../../support/files/plain-log.ts';
import { newTally, timed, type Tally } from '../../support/files/tally.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { rowsOf } from '../../support/library/rows.ts';
import { importRuns } from '../../support/library/import-runs.ts';

const FULL = process.env['DOWNHILL_TEST_SIZE'] === 'full';
const CASES = Number(process.env['DOWNHILL_FUZZ_CASES'] ?? (FULL ? 20_000 : 1000));
const timeout = 60_000 + CASES * 20;

type Take = (bytes: Uint8Array, file: string) => FileContent;

const tallies: Readonly<Record<LogFormat, Tally>> = {
  csv: newTally(),
  json: newTally(),
  wandb: newTally(),
  scalars: newTally(),
};

const called: Readonly<Record<LogFormat, string>> = {
  csv: 'CSV',
  json: 'JSON',
  wandb: 'charts of several runs',
  scalars: 'scalars of TensorBoard',
};

const app: Take = (bytes, file) => readLog(bytesInMemory(bytes), file, 5);

/** Faults of a log as a whole; all others are somewhere in it. */
const ofAll = [
  'empty',
  'no-log',
  'not-text',
  'no-values',
  'no-metric',
  'unnamed-metric',
  'no-records',
  'too-many',
];
const NOT_AS_WRITTEN = 'taken, and not as it stands in the file';

function attempt(take: Take, bytes: Uint8Array, file: string, done: Tally): FileContent | AppError {
  try {
    return timed(done, () => take(bytes, file));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function checkRefusal({ code, details, message }: AppError): void {
  expect(code).toBe('bad-file');
  const { fault, line, record, column } = details;
  expect(fileFaults).toContain(fault);
  if (!ofAll.includes(fault!)) expect(line ?? record ?? column, message).toMatch(/\S/);
  if (fault === 'bad-number') expect(column).toEqual(expect.any(String));
  expect(message.length).toBeLessThan(1200);
}

/** Throws at the first log that is neither taken as it stands nor refused with its place. */
function check(format: LogFormat, cases: number, done: Tally, take: Take = app): void {
  const library = new TestLibrary();
  const [good] = fc.sample(goodLogs[format], { seed: 3, numRuns: 1 });
  importRuns(library.store, app(good!.bytes, good!.file), good!.file);
  const before = stateOf(library);
  let others = new TestLibrary();
  fc.assert(
    fc.property(spoiltLogs[format], ({ bytes, file }) => {
      done.tried++;
      const content = attempt(take, bytes, file, done);
      if (content instanceof AppError) {
        checkRefusal(content);
        expect(() => importRuns(library.store, take(bytes, file), file)).toThrow(AppError);
        return;
      }
      expect(asPlain(content), NOT_AS_WRITTEN).toEqual(plainly(format, bytes, file, content));
      for (const id of importRuns(others.store, content, file)) others.store.readRun(id);
      if (++done.taken % 200 > 0) return;
      others.close();
      others = new TestLibrary();
    }),
    { seed: 46, numRuns: cases, endOnFailure: take !== app, includeErrorInReport: true },
  );
  expect(stateOf(library)).toEqual(before);
}

function stateOf(library: TestLibrary): unknown {
  let rows: unknown;
  library.reopen(() => {
    rows = rowsOf(library.path);
  });
  return rows;
}

/** What the app took, run by run: a file of logs is one experiment. */
function asPlain({ experiments }: FileContent): readonly PlainRun[] {
  expect(experiments).toHaveLength(1);
  return experiments[0]!.runs.map((run) => ({ run: run.name, series: logAsPlain(run) }));
}

/** What the other reader finds; a run that has no name in the file is called after it. */
function plainly(
  format: LogFormat,
  bytes: Uint8Array,
  file: string,
  { experiments }: FileContent,
): readonly PlainRun[] {
  const isTable = format === 'csv' || format === 'wandb';
  const names = experiments[0]!.runs.map(({ log }) => log!.columns.map(({ name }) => name));
  const stem = file.replace(/\.[^.]*$/, '');
  return readLogPlainly(bytes, isTable, names).map(({ run, series }) => ({
    run: run.trim() || stem,
    series,
  }));
}

const formats = ['csv', 'json', 'wandb', 'scalars'] as const;

it.each(formats)('good %s is taken, and as it stands', (format) => {
  fc.assert(
    fc.property(goodLogs[format], ({ bytes, file }) => {
      const content = app(bytes, file);
      const [run] = content.experiments[0]!.runs;
      expect(run!.log!.columns.map(({ metric }) => metric)).toContain('train/loss');
      expect(asPlain(content)).toEqual(plainly(format, bytes, file, content));
    }),
    { seed: 47, numRuns: 200 },
  );
});

it.each(formats)(
  'spoilt %s is taken as it stands, or refused with its place',
  { timeout },
  (format) => {
    const done = tallies[format];
    try {
      check(format, CASES, done);
      // There must have been both.
      expect(done.taken).toBeGreaterThan(CASES / 50);
      expect(done.taken).toBeLessThan(done.tried - CASES / 50);
    } catch (error) {
      done.wrong++;
      throw error;
    }
  },
);

/** Reads as the app does, and takes out what it cannot read, so that the rest goes in. */
const skipping: Take = (given, file) => {
  let bytes = given;
  for (;;) {
    try {
      return app(bytes, file);
    } catch (error) {
      const bad = error instanceof AppError ? error.details['given'] : undefined;
      const text = Buffer.from(bytes).toString();
      const cell = bad?.replaceAll(/^'|'$/g, '') ?? '';
      const isBad = error instanceof AppError && error.details['fault'] === 'bad-number';
      if (!isBad || cell === '' || !text.includes(cell)) throw error;
      const nothing = text.includes(`"${cell}"`) ? [`"${cell}"`, 'null'] : [cell, 'null'];
      bytes = Buffer.from(text.replace(nothing[0]!, nothing[1]!));
    }
  }
};

it.each(formats)('the control, a reader of %s that skips bad cells, is caught', (format) => {
  expect(() => check(format, 1000, newTally(), skipping)).toThrow(/no number|not as it stands/);
});

/** Reads as the app does, and takes the values of a run for those of the one before. */
const mixing: Take = (bytes, file) => {
  const content = app(bytes, file);
  const [experiment] = content.experiments;
  const { runs } = experiment!;
  const mixed = runs.map((run, i) => ({ ...run, chunks: runs[(i + 1) % runs.length]!.chunks }));
  return { ...content, experiments: [{ ...experiment!, runs: mixed }] };
};

it('the control, a reader that takes one run of a chart for another, is caught', () => {
  expect(() => check('wandb', 1000, newTally(), mixing)).toThrow(/not as it stands/);
});

afterAll(() => {
  const of = Object.values(tallies);
  const sum = (pick: (one: Tally) => number): number => of.reduce((all, one) => all + pick(one), 0);
  const tried = formats.map((one) => `${count(tallies[one].tried)} of ${called[one]}`);
  reportRow({
    what: 'a training log to import that somebody has spoilt',
    tried: `${tried.join(', ')}; ${count(sum(({ taken }) => taken))} of them still whole`,
    lost: `${count(sum(({ wrong }) => wrong))} crashes, values that do not stand there or refusals that do not say where`,
    worst: `slowest answer ${Math.max(...of.map(({ slowestMs }) => slowestMs)).toFixed(0)} ms`,
  });
});
