/** The two halves of the demo: before quitting, and after starting again. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { presets } from '../../core/experiment/presets.ts';
import type { RunSummary } from '../../electron/ipc/run.ts';
import { request } from '../e2e/support/lab.ts';
import type { LaunchedApp } from '../host/launch-app.ts';
import { Looks } from './looks.ts';

const { pair, digits } = presets;

/** Runs the pair and the digits from the first screen; returns their runs, oldest first. */
export async function runBoth(
  app: LaunchedApp,
  folder: string,
  pictures: string[],
): Promise<readonly RunSummary[]> {
  const { page } = app;
  const looks = new Looks(page, folder, pictures);
  await looks.use('zh-CN', 'light');
  await looks.shoot('start-zh-light');
  await looks.use('en', 'light');
  await looks.shoot('start-en-light');

  await page.getByRole('button', { name: looks.words['start.runPair'] }).click();
  await page.waitForTimeout(2000);
  await looks.shoot('lab-running-en-light');
  await looks.finished();
  await looks.shoot('lab-finished-en-light');
  await looks.shoot('lab-finished-en-light-1024x640', 'small');
  await looks.use('zh-CN', 'dark');
  await looks.shoot('lab-finished-zh-dark');

  await looks.use('en', 'dark');
  await looks.go('start');
  await page.getByRole('button', { name: digits.name.en }).click();
  await page.waitForTimeout(2000);
  await looks.shoot('digits-running-en-dark');
  await looks.finished();
  await looks.use('zh-CN', 'dark');
  await looks.shoot('digits-finished-zh-dark');
  await looks.use('en', 'light');
  await looks.shoot('digits-finished-en-light');
  const newestFirst = await request(page, 'run:list', { limit: 100, trashed: false });
  return newestFirst.slice(0, pair.runs.length + digits.runs.length).reverse();
}

/** Opens both experiments from the list and exports them by the menu; the files, oldest run first. */
export async function reopenAndExport(
  app: LaunchedApp,
  folder: string,
  pictures: string[],
): Promise<readonly string[]> {
  const { page } = app;
  const looks = new Looks(page, folder, pictures);
  await looks.use('en', 'dark');
  await looks.shoot('start-again-en-dark');
  await looks.go('runs');
  await page.getByRole('row').nth(1).waitFor();
  await looks.shoot('runs-en-dark');
  await looks.use('zh-CN', 'light');
  await looks.shoot('runs-zh-light');
  await looks.use('en', 'light');
  for (const box of (await page.getByRole('checkbox').all()).slice(-2)) await box.click();
  await page.getByRole('button', { name: /^Compare 2$/ }).click();
  await looks.shoot('compare-en-light');
  await looks.use('zh-CN', 'dark');
  await looks.shoot('compare-zh-dark');
  await looks.use('en', 'light');

  return [
    ...(await openAndExport(app, looks, 'pair', pair, folder)),
    ...(await openAndExport(app, looks, 'digits', digits, folder)),
  ];
}

async function openAndExport(
  app: LaunchedApp,
  looks: Looks,
  name: string,
  preset: typeof pair | typeof digits,
  folder: string,
): Promise<readonly string[]> {
  const { page } = app;
  await looks.go('runs');
  await page
    .getByRole('button', { name: `Open “${preset.name.en}” in the Lab` })
    .first()
    .click();
  await looks.finished();
  await looks.shoot(`${name}-reopened-en-light`);
  const files = preset.runs.map((run) => join(folder, `${name}-${run.config.schedule.id}.csv`));
  await app.evaluate(({ dialog, Menu }, paths) => {
    const left = [...paths];
    dialog.showSaveDialog = () => {
      const filePath = left.shift() ?? '';
      return Promise.resolve({ canceled: filePath === '', filePath });
    };
    Menu.getApplicationMenu()!.getMenuItemById('export-csv')!.click();
  }, files);
  // The last file appears whole: it is written under another name first.
  for (let i = 0; i < 200 && !files.every((file) => existsSync(file)); i++) await setTimeout(50);
  return files;
}
