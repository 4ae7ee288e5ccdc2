/** Every file that the list of verified numbers names is there, and every replayed section is in the list. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/verification.md'), 'utf8');
const named = new Set([...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!));

test('the files it names exist', () => {
  expect([...named].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('it names every replayed section', () => {
  const sections = globSync('test/core/curriculum/*.test.ts', { cwd: root });
  expect(sections.length).toBeGreaterThan(0);
  expect(
    sections.map((path) => path.replaceAll('\\', '/')).filter((path) => !named.has(path)),
  ).toEqual([]);
});
