/** `npm start` where there is no display: the main job, from the first click to the same bytes after a restart. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '../..');
const results = join(root, 'out/demo');

interface Summary {
  readonly compared: readonly { readonly file: string; readonly equal: boolean }[];
  readonly pictures: readonly string[];
}

test('the headless start runs both experiments and names what it leaves behind', async () => {
  test.setTimeout(180_000);
  const child = spawn(process.execPath, [join(root, 'build/start.mjs'), '--headless']);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code, said).toBe(0);

  const summary = JSON.parse(readFileSync(join(results, 'summary.json'), 'utf8')) as Summary;
  expect(summary.compared.map(({ equal }) => equal)).toEqual([true, true, true, true]);
  const files = [...summary.compared.map(({ file }) => file), ...summary.pictures, 'summary.md'];
  expect(files.length).toBeGreaterThan(15);
  for (const file of files) {
    expect(existsSync(join(results, file)), file).toBe(true);
    expect(said).toContain(file);
  }
});
