/** An assignment is made in one app and done in another, where what it locks cannot be changed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../host/launch-app.ts';
import { assignmentFile, findTheRate } from '../support/files/assignment.ts';
import { expect, test } from './support/app.ts';
import { drop } from './support/drop.ts';
import { keepNotices } from './support/notices.ts';
import { request } from './support/lab.ts';
import { answerDialogs } from './support/save.ts';
import { chooseFromMenu, go, setField, setUpPair, stateInWords } from './support/views.ts';

const rate = (page: Page) => page.getByRole('textbox', { name: /^first rate/ });
const backToIt = (page: Page) => page.getByRole('button', { name: 'Back to it' });
const leave = (page: Page) => page.getByRole('button', { name: 'Leave the assignment' });

test('one is made of the Lab, opened by a fresh app, done, and left', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await setUpPair(page);
  await setField(page, /^first rate/, '0.25');
  await chooseFromMenu(app, 'make-assignment');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Save the file…' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Why decay?');
  await dialog
    .getByRole('textbox', { name: 'Instructions' })
    .fill('Find $\\eta_0$. <b>Then</b> run.');
  await expect(dialog.locator('.katex')).toHaveCount(1);
  await dialog.getByRole('checkbox', { name: 'First rate η₀' }).check();
  await dialog.getByRole('checkbox', { name: 'Start', exact: true }).check();
  // What is written stays while the dialog is closed.
  await page.keyboard.press('Escape');
  await chooseFromMenu(app, 'make-assignment');
  await expect(dialog.getByRole('checkbox', { name: 'First rate η₀' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Save the file…' }).click();
  const path = join(desk.dataFolder, 'saved.downhill');
  await expect(page.getByText(`Assignment saved to ${path}`)).toBeVisible();

  const other = mkdtempSync(join(tmpdir(), 'downhill-other-'));
  const second = await launchApp({ args: [`--data-dir=${other}`, path] });
  try {
    const there = second.page;
    // Given on the command line, and open in the Lab before anybody has pressed anything.
    await expect(leave(there)).toBeVisible();
    await expect(there.getByRole('heading', { name: /Why decay\?/ })).toHaveCount(2);
    await expect(there.getByText('<b>Then</b> run.')).toBeVisible();
    await expect(rate(there)).toHaveValue('0.25');
    await expect(rate(there)).toBeDisabled();
    await expect(there.getByText('Locked by this assignment')).toHaveCount(2);
    await expect(there.getByText('Locked: Start, First rate η₀')).toBeVisible();
    // The start is no handle on the map.
    await expect(there.getByRole('slider', { name: /start/i })).toHaveCount(0);
    await setField(there, /^steps/, '50');

    await there.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(stateInWords(there)).toContainText('finished');
    const [, run] = await request(there, 'run:list', { limit: 2, trashed: false });
    // The first of the two.
    expect(run).toMatchObject({ experimentName: 'Why decay?' });
    expect(run!.config).toMatchObject({ lr: 0.25, totalSteps: 50 });

    await leave(there).click();
    await expect(backToIt(there)).toBeFocused();
    await expect(rate(there)).toBeEnabled();
    await setField(there, /^first rate/, '0.5');
    await backToIt(there).click();
    await expect(leave(there)).toBeFocused();
    await expect(rate(there)).toHaveValue('0.25');
    await expect(rate(there)).toBeDisabled();

    expect(await second.problems()).toEqual([]);
    expect(await second.networkRequests()).toEqual([]);
    expect((await second.close()).code).toBe(0);
  } finally {
    await second.kill();
    rmSync(other, { recursive: true, force: true });
  }
});

test('one that is dropped takes the place of a draft, which undo brings back', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await setField(page, /^first rate/, '0.0123');
  await keepNotices(page);
  await drop(page, [{ name: 'rate.downhill', bytes: assignmentFile() }]);
  await expect(leave(page)).toBeVisible();
  const notices = page.getByRole('region', { name: /Notifications/ });
  await notices.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(leave(page)).toHaveCount(0);
  await expect(rate(page)).toHaveValue('0.0123');

  // Another place of the app is another experiment; there is a way back.
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add a run' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: /^Choose a problem/ })).toBeDisabled();
  await expect(rate(page)).toBeEnabled();
  await go(page, 'Start');
  await setUpPair(page);
  await expect(page.getByText('You have left the assignment “Find the rate”.')).toBeVisible();
  // Words folded away are those of one assignment: another begins with its words.
  await backToIt(page).click();
  await page.getByRole('button', { name: 'Hide the instructions' }).click();
  await leave(page).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('#content')).toBeFocused();
  await drop(page, [{ name: 'rate.downhill', bytes: assignmentFile() }]);
  await expect(page.getByRole('region', { name: 'Instructions' })).toBeVisible();
});

test('steps beyond a length that it locks are refused in the Lab, and said where they come from elsewhere', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  const runs = findTheRate.runs.map((config) => ({ ...config, totalSteps: 60 }));
  const bytes = assignmentFile({ ...findTheRate, locked: ['stopping'], runs });
  await drop(page, [{ name: 'rate.downhill', bytes }]);
  await expect(leave(page)).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished');

  await page.getByRole('button', { name: 'Add steps…' }).click();
  await expect(
    page.getByText(/^Not changed: this assignment has locked Length and stopping/),
  ).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(leave(page)).toBeVisible();

  // The first of the two, whose length is that of the draft.
  const [, run] = await request(page, 'run:list', { limit: 2, trashed: false });
  await request(page, 'run:extend', [run!.id], 60, null);
  await expect(
    page.getByText('A run has more steps than the assignment “Find the rate” allows'),
  ).toBeVisible();
  await expect(backToIt(page)).toBeVisible();
});

test('a page that dies comes back under the assignment', async ({ desk }) => {
  const app = await desk.app();
  const path = join(desk.dataFolder, 'rate.downhill');
  writeFileSync(path, assignmentFile());
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (() =>
      Promise.resolve({ canceled: false, filePaths: [chosen] })) as never;
  }, path);
  await chooseFromMenu(app, 'import');
  await expect(leave(app.page)).toBeVisible();
  await expect
    .poll(async () => (await request(app.page, 'page:kept')) ?? '')
    .toContain('Find the rate');
  await desk.crashPage();
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!
          .webContents.executeJavaScript('document.body.innerText')
          .catch(() => ''),
      ),
    )
    .toContain('Leave the assignment');
});
