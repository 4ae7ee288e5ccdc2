/** The two pages that greet a person say the same things, and what they show is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', 'README.zh-CN.md'];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');

const headings = (page: string): readonly string[] => read(page).match(/^#+ /gm) ?? [];
/** Which npm commands a page names, each once. */
const commands = (page: string): readonly string[] =>
  [...new Set(read(page).match(/\bnpm (ci|start|test|run [\w:]+)/g) ?? [])].sort();

it('has the same outline in both languages', () => {
  expect(headings('README.md').length).toBeGreaterThan(2);
  expect(headings('README.zh-CN.md')).toEqual(headings('README.md'));
});

it('names the same commands in both languages', () => {
  expect(commands('README.md')).toContain('npm start');
  expect(commands('README.zh-CN.md')).toEqual(commands('README.md'));
});

it.each(pages)('%s links to files that exist', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file = '']) => file);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
