/** Backups in Settings: back up, change, restore; the change is gone, and can be had back. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { answerBoxes, asked } from './support/save.ts';
import { go, runPair, ofRun } from './support/views.ts';

async function rename(page: Page, from: string, to: string): Promise<void> {
  await ofRun(page, from, 'Rename');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Open “${to}”` })).toBeVisible();
}

test('a backup is made, restored, and what was changed since can be had back', async ({ desk }) => {
  const page = await desk.page();
  const app = await desk.app();
  // Before there are runs: some time after the start comes the backup of the day.
  await go(page, 'Settings');
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  await runPair(page);
  await go(page, 'Settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('A backup was made and checked')).toBeVisible();
  expect(readdirSync(join(desk.dataFolder, 'backups'))).toContainEqual(
    expect.stringMatching(/^library-\d{4}-.*-manual-2-runs\.db$/),
  );

  await go(page, 'Runs');
  await rename(page, 'constant', 'changed since');
  await go(page, 'Settings');
  const restore = page.getByRole('button', { name: /^Restore .*made by hand/ });
  await answerBoxes(app, 1);
  await restore.click();
  await expect.poll(() => asked(app)).toHaveLength(1);
  const [question] = await asked(app);
  expect(`${question!.message} ${question!.detail}`).toMatch(
    /as it was on .*It has 2 runs, the present one 2\./s,
  );
  await expect(restore).toBeEnabled();

  await answerBoxes(app, 0);
  await restore.click();
  await expect(page.getByText(/^This is the library as it was on/)).toBeVisible();
  await expect(page.getByText(/kept for 30 more days of use/)).toBeVisible();
  await go(page, 'Runs');
  await expect(page.getByRole('button', { name: 'Open “constant”' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open “changed since”' })).toHaveCount(0);

  const again = await desk.restart();
  await answerBoxes(await desk.app(), 0);
  await go(again, 'Settings');
  await again.getByRole('button', { name: /^Restore .*replaced/ }).click();
  await expect(again.getByText(/^This is the library as it was on/)).toBeVisible();
  await go(again, 'Runs');
  await expect(again.getByRole('button', { name: 'Open “changed since”' })).toBeVisible();
});

test('motion can be switched off, against what the system says too', async ({ desk }) => {
  const page = await desk.page();
  await go(page, 'Settings');
  const button = page.getByRole('button', { name: 'Back up now' });
  const motion = (): Promise<string> =>
    button.evaluate((node) => getComputedStyle(node).transitionDuration);
  expect(await motion()).toBe('0.14s');
  await page.getByRole('radio', { name: 'None' }).click();
  await expect.poll(motion).toBe('0s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('radio', { name: 'Full' }).click();
  await expect.poll(motion).toBe('0.14s');
  await page
    .getByRole('group', { name: 'Motion' })
    .or(page.getByRole('radiogroup', { name: 'Motion' }))
    .getByRole('radio', { name: 'System' })
    .click();
  await expect.poll(motion).toBe('0s');
});

test('the list of keys is there, and keys of it lead about', async ({ desk }) => {
  const page = await desk.page();
  await go(page, 'Settings');
  await expect(page.getByText('Search', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+5');
  await expect(page.getByText('No runs yet', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('while the library cannot be written, it says why and what is safe, wherever one is', async ({
  desk,
}) => {
  const page = await desk.page();
  const app = await desk.app();
  const tell = (event: string, payload: unknown): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, [name, told]) => {
        BrowserWindow.getAllWindows()[0]!.webContents.send(name as string, told);
      },
      [event, payload] as const,
    );
  await go(page, 'Runs');
  await tell('store:failing', { message: 'database or disk is full', fault: 'disk-full' });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The disk is full.');
  await expect(alert).toContainText('runs under way wait and lose nothing');
  await go(page, 'Settings');
  await expect(alert.getByRole('button', { name: 'Open data folder' })).toBeVisible();
  await tell('store:recovered', null);
  await expect(alert).toHaveCount(0);
});
