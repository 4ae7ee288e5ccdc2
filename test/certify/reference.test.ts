/** The recorded numbers are those that were recorded. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReference } from './format.ts';

const folder = join(import.meta.dirname, '../reference');

interface Manifest {
  readonly files: Readonly<Record<string, { cases: number; bytes: number; sha256: string }>>;
  readonly tiers: Readonly<Record<string, number>>;
  readonly totalCases: number;
}

const { files, tiers, totalCases } = JSON.parse(
  readFileSync(join(folder, 'manifest.json'), 'utf8'),
) as Manifest;

it('holds the files of the manifest and no other', () => {
  const data = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(data.toSorted()).toEqual([...Object.keys(files), 'manifest.json'].toSorted());
});

it.each(Object.entries(files))('%s is unchanged to the byte', (name, { bytes, sha256 }) => {
  const content = readFileSync(join(folder, name));
  expect(content.length).toBe(bytes);
  expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
});

it('is read completely', () => {
  const read = readReference(folder);
  const counts = read.map(({ name, cases }) => [name, cases.length]);
  const recorded = Object.entries(files).map(([name, { cases }]) => [name, cases]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(recorded));
  const all = read.flatMap(({ cases }) => cases);
  expect(all.length).toBe(totalCases);
  for (const [tier, number] of Object.entries(tiers)) {
    expect(all.filter((given) => given['tier'] === tier).length, tier).toBe(number);
  }
});
