/** What is installed is what was decided. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const all = { ...manifest.dependencies, ...manifest.devDependencies };

it('every dependency has its reason, and every reason its dependency', () => {
  const rows = read('docs/decisions/0010-dependencies.md').matchAll(/^\| ([^|]+) \|/gm);
  const named = [...rows].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
  const explained = named.filter((name) => name !== 'package' && !name.startsWith('---'));
  expect(explained.toSorted()).toEqual(Object.keys(all).toSorted());
});

it('versions are exact', () => {
  const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

it('only the native module is a run-time dependency: a second copy of bundled code would ship', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
});

it('no compiled leftover shadows the native module that is shipped', () => {
  expect(existsSync(join(root, 'node_modules/better-sqlite3/build'))).toBe(false);
});

it('the changes of this version are told', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${manifest.version}`);
});
