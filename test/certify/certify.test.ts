/** The core equals the recorded runs, and a wrong number would be noticed: one is planted in every field. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { CaseResult } from './case-result.ts';
import { allowed } from './comparison.ts';
import { certifyFile } from './families/index.ts';
import { readReference, type ReferenceFile } from './format.ts';

type Path = readonly (string | number)[];
type Case = ReferenceFile['cases'][number];

const files = readReference(join(import.meta.dirname, '../reference'));

/** Files of a family → recorded numbers, each of which must count. */
const families: Readonly<Record<string, readonly Path[]>> = {
  trajectories: [
    ...[1, 2, 3, 4, 5, 6].map((column) => ['rows', 7, column]),
    ['lrHead', 20],
    ['firstNonFiniteStep', 'f'],
    ...[
      'momentum_buffer',
      'exp_avg',
      'exp_avg_sq',
      'max_exp_avg_sq',
      'exp_inf',
      'square_avg',
      'acc_delta',
      'grad_avg',
      'sum',
      'prev',
      'step_size',
      'ax',
    ].map((buffer) => ['state', '10', buffer, 1]),
    ...['mu_product', 'eta', 'mu'].map((buffer) => ['state', '3', buffer]),
  ],
  schedules: [
    ['lr', 0],
    ['lr', 199],
    ['closedForm', 199],
    ['momentum', 7],
    ['reducedAfterEpoch', 1],
    ['finalLr'],
  ],
  objectives: [
    ...[2, 3, 4, 5, 6, 7].map((column) => ['rows', 3, column]),
    ...[0, 1, 2].map((i) => ['minima', 0, i]),
  ],
  losses: [
    ['none', 0],
    ...['mean', 'sum'].flatMap((reduction) => [
      [reduction, 'value'],
      [reduction, 'grad', 0],
      [reduction, 'grad', 0, 1],
    ]),
  ],
  training: [
    ['stepLoss', 17],
    ['epochLoss', 3],
    ['epochLr', 29],
    ['firstGradient', 0, 'weight', 0, 1],
    ['firstGradient', 0, 'bias', 0],
    ['finalParams', 0, 'weight', 0, 1],
    ['finalParams', 0, 'bias', 0],
    ['finalAccuracy'],
  ],
};

const certifyCases = (file: ReferenceFile): readonly CaseResult[] =>
  certifyFile(file).flatMap(({ cases }) => cases);

const read = (from: unknown, path: Path): unknown =>
  path.reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], from);

/** The case with another number at the path. */
function plant(given: Case, path: Path, value: unknown): Case {
  const copy = structuredClone(given);
  const parent = read(copy, path.slice(0, -1)) as Record<string, unknown>;
  parent[path.at(-1)!] = value;
  return copy;
}

/** A number three times its tolerance away. */
function wrong(given: Case, recorded: number): number {
  const tolerance = (given['tolerance'] as number | undefined) ?? 0;
  const limit =
    'absTolerance' in given
      ? tolerance * Math.abs(recorded) + (given['absTolerance'] as number)
      : allowed(recorded, tolerance);
  return recorded + 3 * limit;
}

describe.each(Object.entries(families))('the family %s', (family, paths) => {
  const ours = files.filter((file) => file.family === family);

  it('equals the reference in every case', () => {
    expect(ours).not.toEqual([]);
    const results = ours.flatMap(certifyCases);
    const judged = results.filter(({ status }) => status !== 'skipped');
    expect(judged.filter((result) => result.status !== 'compared' || result.fraction > 1)).toEqual(
      [],
    );
    const skipped = results.length - judged.length;
    const tiers = ours.flatMap(({ cases }) => cases.map((given) => given['tier']));
    expect(skipped).toBe(tiers.filter((tier) => tier === 'quirk' || tier === 'optional').length);
  });

  it.each(paths.map((path) => [path.join('.'), path] as const))(
    'notices a wrong number at %s',
    (name, path) => {
      const file = ours.find(({ cases }) =>
        cases.some((given) => typeof read(given, path) === 'number'),
      )!;
      const given = file.cases.find((each) => typeof read(each, path) === 'number')!;
      const planted = plant(given, path, wrong(given, read(given, path) as number));
      const [result] = certifyCases({ ...file, cases: [planted] });
      expect(result).toMatchObject({ id: given.id, status: 'compared' });
      const { fraction, where } = result as CaseResult & { status: 'compared' };
      expect(fraction).toBeGreaterThan(1);
      expect(where).not.toBe('');
    },
  );
});

/** A value that no version of the core may know, at a path of the first case of a family. */
const strangers: readonly (readonly [family: string, path: Path])[] = [
  ['trajectories', ['optimizer']],
  ['trajectories', ['objective']],
  ['trajectories', ['hyper', 'unknown']],
  ['trajectories', ['objectiveParams', 'unknown']],
  ['schedules', ['kind']],
  ['schedules', ['params', 'unknown']],
  ['objectives', ['objective']],
  ['objectives', ['objectiveParams', 'unknown']],
  ['losses', ['kind']],
  ['losses', ['params', 'unknown']],
  ['training', ['optimizer']],
  ['training', ['hyper', 'unknown']],
  ['training', ['schedule', 'kind']],
  ['training', ['order']],
];

it.each(strangers)('a case of %s whose %j nobody knows could not be run', (family, path) => {
  const file = files.find((each) => each.family === family)!;
  const strange = plant(file.cases[0]!, path, 'toString');
  const [result] = certifyCases({ ...file, cases: [strange] });
  expect(result).toMatchObject({ id: strange.id, status: 'failed' });
});

it('a family that nobody compares has failed', () => {
  const cases = [{ id: 'what/is/this' }];
  const [result] = certifyCases({ name: 'new.json', family: 'new', header: {}, cases });
  expect(result).toMatchObject({ id: 'what/is/this', status: 'failed' });
});

describe('npm run certify', () => {
  const certify = (folder: string) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), folder], {
      encoding: 'utf8',
    });
  const folderWith = ({ header, family, cases }: ReferenceFile): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'losses.json'), JSON.stringify({ ...header, family, cases }));
    return folder;
  };
  const file = files.find(({ family }) => family === 'losses')!;

  it('exits 0 where all numbers agree', () => {
    const { status, stdout } = certify(folderWith(file));
    expect(stdout).toMatch(/^losses +24 cases \/ worst 0\.\d+ of the tolerance$/m);
    expect(status).toBe(0);
  });

  it('exits 1 where one is wrong, and names it', () => {
    const [first, ...others] = file.cases;
    const path = ['sum', 'value'];
    const planted = plant(first!, path, wrong(first!, read(first, path) as number));
    const { status, stdout } = certify(folderWith({ ...file, cases: [planted, ...others] }));
    expect(stdout).toContain(`outside: ${first!.id}`);
    expect(status).toBe(1);
  });

  it('exits 1 where there is nothing to compare', () => {
    expect(certify(temporaryFolder()).status).toBe(1);
  });
});
