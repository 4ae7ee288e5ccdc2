/** The core equals the recorded runs, and a wrong number would be noticed: one is planted in every field. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseResult } from './case-result.ts';
import { allowed } from './comparison.ts';
import { certifyFile } from './families/index.ts';
import { readReference, type ReferenceFile } from './format.ts';

type Path = readonly (string | number)[];
type Case = ReferenceFile['cases'][number];

const files = readReference(join(import.meta.dirname, '../reference'));

/** Files of a family → the recorded numbers, each of which must count. */
const families: Readonly<Record<string, readonly Path[]>> = {
  objectives: [
    ...[2, 3, 4, 5, 6, 7].map((column) => ['rows', 3, column]),
    ...[0, 1, 2].map((i) => ['minima', 0, i]),
  ],
  losses: [
    ['none', 0],
    ...['mean', 'sum'].flatMap((reduction) => [
      [reduction, 'value'],
      [reduction, 'grad', 0],
    ]),
  ],
  schedules: [
    ['lr', 0],
    ['lr', 199],
    ['closedForm', 199],
    ['momentum', 7],
    ['reducedAfterEpoch', 1],
    ['finalLr'],
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
