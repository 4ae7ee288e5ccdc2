/**
 * The library is damaged when the app starts: its newest backup is offered before there is a window. On the stand-in
 * only, where an answer can be prepared; nobody can press a button of a native box.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedApp, LaunchOptions } from '../host/launch-app.ts';
import { launchStandIn, startHost } from '../host/launch-stand-in.ts';
import { expect, test, type Desk } from './support/app.ts';
import { go, runPair } from './support/views.ts';

const hash = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** A library of two runs of which there is a backup; its pages are filled with nonsense. */
async function damaged(desk: Desk): Promise<{
  library: string;
  sum: string;
  backups: readonly string[];
}> {
  const page = await desk.page();
  await runPair(page);
  await go(page, 'Settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('A backup was made and checked')).toBeVisible();
  await desk.quit();
  const library = join(desk.dataFolder, 'data/library.db');
  const bytes = readFileSync(library);
  bytes.fill(0x5a, 3 * 4096, 20 * 4096);
  writeFileSync(library, bytes);
  return { library, sum: hash(library), backups: backupsOf(desk) };
}

/** One, or two where that of the day came between. */
function backupsOf(desk: Desk): readonly string[] {
  return readdirSync(join(desk.dataFolder, 'backups')).toSorted();
}

function options(desk: Desk, button: number): LaunchOptions {
  return {
    args: [`--data-dir=${desk.dataFolder}`],
    env: { DOWNHILL_BOX_ANSWERS: String(button) },
  };
}

test('its newest backup is opened where the person agrees; the damaged file stays as it is', async ({
  desk,
}) => {
  const { library, sum } = await damaged(desk);
  const app: LaunchedApp = await launchStandIn(options(desk, 0));
  try {
    const { page } = app;
    expect(app.log()).toMatch(/The library is damaged\. Open its backup of .*, with 2 runs\?/);
    expect(app.log()).toContain(`It is ${library}`);
    await expect(page.getByText(/^This is the library as it was on/)).toBeVisible();
    await go(page, 'Runs');
    await expect(page.getByRole('button', { name: 'Open “constant”' })).toBeVisible();
    await go(page, 'Settings');
    await expect(page.getByText('could not be opened; stays as it is')).toBeVisible();
    expect(await app.problems()).toEqual([]);
    expect(await app.networkRequests()).toEqual([]);
    expect((await app.close()).code).toBe(0);
  } finally {
    await app.kill().catch(() => undefined);
  }
  expect(hash(library)).toBe(sum);
  // From then on it is the library: nothing is asked.
  await go(await desk.page(), 'Runs');
  await expect((await desk.page()).getByRole('button', { name: 'Open “constant”' })).toBeVisible();
});

test('where the person does not, the app says what is the matter, and ends; nothing was changed', async ({
  desk,
}) => {
  const { library, sum, backups } = await damaged(desk);
  const host = startHost(options(desk, 1));
  expect((await host.exited).code).toBe(1);
  expect(host.log()).toContain('[Leave it and quit]');
  expect(host.log()).toMatch(/The file is damaged \(.*\)\. Keep a copy of it/s);
  expect(hash(library)).toBe(sum);
  expect(existsSync(join(desk.dataFolder, 'data/library.json'))).toBe(false);
  expect(backupsOf(desk)).toEqual(backups);
});
