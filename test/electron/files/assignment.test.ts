/** Assignments leave as a file and come back from it; what is wrong with one is said with its place. */
import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lockableParts, MOST_INSTRUCTIONS } from '../../../electron/ipc/assignment.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { bowl, divergingBowl, shortDigits } from '../../support/experiments.ts';
import { assignmentFile, findTheRate } from '../../support/files/assignment.ts';
import { contentOf, exported } from '../../support/files/library-files.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { recordedLibrary } from '../../support/library/recorded.ts';

type Json = Record<string, unknown>;

/** The file with another assignment, and perhaps the parts of another file, with sums that fit. */
function withAssignment(change: Json, others?: Uint8Array): Uint8Array {
  const own = unzipSync(assignmentFile());
  const given = JSON.parse(Buffer.from(own['assignment.json']!).toString()) as Json;
  const part = Buffer.from(JSON.stringify({ ...given, ...change }));
  const parts = others ? unzipSync(others) : own;
  const manifest = JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as {
    parts: { name: string }[];
  };
  const sha256 = createHash('sha256').update(part).digest('hex');
  manifest.parts = [
    ...manifest.parts.filter(({ name }) => name !== 'assignment.json'),
    { name: 'assignment.json', bytes: part.length, sha256 } as never,
  ];
  return zipSync({
    ...parts,
    'assignment.json': part,
    'manifest.json': Buffer.from(JSON.stringify(manifest)),
  });
}

function refusal(bytes: Uint8Array): unknown {
  try {
    return contentOf(bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details;
  }
}

it('comes back as it was written; the same assignment makes the same bytes', () => {
  const { assignment, experiments } = contentOf(assignmentFile());
  expect(assignment).toEqual(findTheRate);
  expect(experiments).toEqual([]);
  expect(assignmentFile()).toEqual(
    assignmentFile(JSON.parse(JSON.stringify(findTheRate)) as never),
  );
  const hard = {
    ...findTheRate,
    title: '学习率 <b>太大</b>?',
    locked: lockableParts,
    runs: [shortDigits, { ...shortDigits, lr: 0.5, seed: 9 }],
    pace: 30,
  };
  expect(contentOf(assignmentFile(hard)).assignment).toEqual(hard);
});

it('needs a reader that knows it; a file of runs needs no newer one than before', async () => {
  const manifestOf = (file: Uint8Array): Json =>
    JSON.parse(Buffer.from(unzipSync(file)['manifest.json']!).toString()) as Json;
  expect(manifestOf(assignmentFile())).toMatchObject({ version: 3, minReaderVersion: 2 });
  const runs = await exported(new TestLibrary(recordedLibrary(4)).store, null);
  expect(manifestOf(runs)).toMatchObject({ version: 3, minReaderVersion: 1 });
});

it('stands beside runs in one file', async () => {
  const runs = await exported(new TestLibrary(recordedLibrary(4)).store, null);
  const { assignment, experiments } = contentOf(withAssignment({}, runs));
  expect(assignment).toEqual(findTheRate);
  expect(experiments).toEqual(contentOf(runs).experiments);
});

describe('is refused with its place', () => {
  const [run] = findTheRate.runs;
  const long = 'x'.repeat(MOST_INSTRUCTIONS + 1);
  it.each<[string, Json, Json]>([
    ['no title', { title: '  ' }, { field: 'title' }],
    ['a title that is none', { title: 7 }, { field: 'title', given: '7' }],
    ['instructions that are too long', { instructions: long }, { field: 'instructions' }],
    ['a part nobody knows', { locked: ['problem', 'window'] }, { field: 'locked.1' }],
    ['a part twice', { locked: ['problem', 'problem'] }, { field: 'locked' }],
    ['no run', { runs: [] }, { field: 'runs' }],
    ['too many runs', { runs: Array.from({ length: 9 }, () => run) }, { field: 'runs' }],
    ['a pace below any', { pace: 0 }, { field: 'pace' }],
    [
      'settings that cannot run',
      { runs: [run, { ...run, lr: -1 }] },
      { fault: 'bad-config', field: 'runs.1.lr', given: '-1' },
    ],
    [
      'runs of two experiments',
      { runs: [bowl(), divergingBowl, shortDigits] },
      { fault: 'bad-config', field: expect.stringMatching(/^runs\.1\./) as string },
    ],
  ])('%s', (_name, change, place) => {
    expect(refusal(withAssignment(change))).toMatchObject({
      fault: 'bad-field',
      part: 'assignment.json',
      ...place,
    });
  });

  it('a file that holds neither runs nor an assignment', () => {
    const { 'assignment.json': _gone, ...parts } = unzipSync(assignmentFile());
    const manifest = JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as Json;
    const empty = { ...manifest, parts: [] };
    expect(refusal(zipSync({ 'manifest.json': Buffer.from(JSON.stringify(empty)) }))).toMatchObject(
      { fault: 'bad-field', part: 'manifest.json', field: 'experiments' },
    );
  });
});
