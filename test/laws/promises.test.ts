/** What docs/reliability.md names as the proof of a promise is a test that is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/reliability.md'), 'utf8');
const section = text.split('## What is promised, and what proves it')[1]!.split('\n## ')[0]!;
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.includes('| proof |'));

it.each(rows)('%s', (row) => {
  const proof = row.split('|').at(-2)!;
  const tests = [...proof.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
  expect(tests).not.toEqual([]);
  for (const path of tests) {
    expect(path).toMatch(/^test\/.*\.(?:test|e2e)\.ts$/);
    expect(existsSync(join(root, path)), path).toBe(true);
  }
});

it('has promises', () => {
  expect(rows.length).toBeGreaterThan(20);
});
