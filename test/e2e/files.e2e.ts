/** Runs leave one library as a file and come into another: by menu, dropped, by command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from '../host/launch-app.ts';
import { expect, test } from './support/app.ts';
import { drop } from './support/drop.ts';
import { keepNotices } from './support/notices.ts';
import { request } from './support/lab.ts';
import { answerBoxes, answerDialogs, asked, saved } from './support/save.ts';
import { chooseFromMenu, go, runPair } from './support/views.ts';

/** The next question for a file is answered with this one. */
async function chooseFile(app: LaunchedApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (() =>
      Promise.resolve({ canceled: false, filePaths: [chosen] })) as never;
  }, path);
}

const rows = (page: Page) => page.getByRole('button', { name: /^Open “(constant|inverse time)”/ });

test('runs are exported, and imported into a fresh library, where they open in the Lab', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await runPair(page);
  await go(page, 'Runs');
  await page.getByRole('checkbox', { name: 'Select “constant”' }).click();
  await page.getByRole('checkbox', { name: 'Select “inverse time”' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const path = join(desk.dataFolder, 'saved.downhill');
  await saved(page, path);
  await expect(page.getByText(`2 runs exported to ${path}`)).toBeVisible();
  const bytes = readFileSync(path);
  const [first] = await request(page, 'run:list', { limit: 1, trashed: false });
  const loss = { runId: first!.id, metric: 'train/loss', from: 0, most: 100 } as const;
  const here = await request(page, 'series:values', loss);

  // The page of one run writes the same part of it.
  await page.getByRole('button', { name: 'Open “constant”' }).click();
  await page.getByRole('button', { name: 'Export this run' }).click();
  await page.getByRole('menuitem', { name: 'As a Downhill file (.downhill)…' }).click();
  await expect(page.getByText(`1 run exported to ${path}`)).toBeVisible();
  expect(readFileSync(path).length).toBeLessThan(bytes.length);

  const other = mkdtempSync(join(tmpdir(), 'downhill-other-'));
  const file = join(other, '衰减.downhill');
  writeFileSync(file, bytes);
  const second = await launchApp({ args: [`--data-dir=${other}`, file] });
  try {
    // Given on the command line, and taken in before anybody has pressed anything.
    await expect(second.page.getByText('2 runs imported from “衰减.downhill”')).toBeVisible();
    await expect(rows(second.page)).toHaveCount(2);
    const [there] = await request(second.page, 'run:list', { limit: 1, trashed: false });
    expect(there!.id).not.toBe(first!.id);
    expect(await request(second.page, 'series:values', { ...loss, runId: there!.id })).toEqual(
      here,
    );

    await second.page.getByRole('button', { name: 'Open “constant”' }).click();
    await expect(second.page.getByText(/^衰减\.downhill, /)).toBeVisible();
    await second.page.getByRole('button', { name: 'Open in the Lab' }).click();
    await expect(second.page.getByRole('slider', { name: 'Step under the cursor' })).toBeVisible();
    await second.page.getByRole('button', { name: 'Run again' }).click();
    await expect(second.page.getByText(/The same to the last bit/)).toBeVisible({
      timeout: 30_000,
    });

    expect(await second.problems()).toEqual([]);
    expect(await second.networkRequests()).toEqual([]);
    expect((await second.close()).code).toBe(0);
  } finally {
    await second.kill();
    rmSync(other, { recursive: true, force: true });
  }
});

test('a file is imported by menu and dropped, asked about when it is here, undone, and refused in words', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await runPair(page);
  await go(page, 'Runs');
  // Nothing is selected: the whole library.
  await chooseFromMenu(app, 'export');
  const path = join(desk.dataFolder, 'saved.downhill');
  const bytes = await saved(page, path);

  await answerBoxes(app, 1);
  await chooseFile(app, path);
  await chooseFromMenu(app, 'import');
  await expect
    .poll(async () => (await asked(app)).map(({ message }) => message))
    .toEqual(['All 2 runs in “saved.downhill” are here already. Import them once more?']);
  await expect(rows(page)).toHaveCount(2);

  await answerBoxes(app, 0);
  await keepNotices(page);
  await chooseFromMenu(app, 'import');
  await expect(page.getByText('2 runs imported from “saved.downhill”')).toBeVisible();
  const notices = page.getByRole('region', { name: /Notifications/ });
  await notices.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(rows(page)).toHaveCount(4);

  await go(page, 'Lab');
  await drop(page, [{ name: 'dropped.downhill', bytes }]);
  await expect(page.getByText('2 runs imported from “dropped.downhill”')).toBeVisible();
  await expect(rows(page)).toHaveCount(6);

  await drop(page, [{ name: 'photo.png', bytes }]);
  await expect(page.getByText('“photo.png” is neither a Downhill file')).toBeVisible();
  const spoilt = Buffer.from(bytes);
  spoilt[200]! ^= 1;
  await drop(page, [{ name: 'spoilt.downhill', bytes: spoilt }]);
  await expect(
    page.getByText(
      '“spoilt.downhill” was not imported; your library is as it was. It is damaged (runs/1/train-loss.f64).',
    ),
  ).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
});

test('what was refused is said until it is closed, and once', async ({ desk }) => {
  const page = await desk.page();
  const notices = page.getByRole('region', { name: /Notifications/ });
  const refusal = notices.getByText('is neither a Downhill file');
  const drops = () => drop(page, [{ name: 'photo.png', bytes: Buffer.from('no experiment') }]);
  await drops();
  await expect(refusal).toBeVisible();
  // Longer than anything else is said.
  await page.waitForTimeout(11_000);
  await drops();
  await expect(refusal).toHaveCount(1);
  await notices.getByRole('button', { name: 'Close' }).click();
  await expect(refusal).toHaveCount(0);
});
