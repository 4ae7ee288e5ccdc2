/** The values behind every chart as a table: for those who do not see the chart, and for all. */
import type { Locator, Page } from '@playwright/test';
import { expect, sizes, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { fromMenu } from './support/save.ts';
import { runPair, setUpPair, stateInWords } from './support/views.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog');
const cell = (page: Page, row: string, column: number): Locator =>
  dialog(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('cell')
    .nth(column);

test('a chart is read as a table, page by page; choosing a row moves the time cursor', async ({
  desk,
}) => {
  const page = await desk.page();
  await runPair(page);
  const [run] = await request(page, 'run:list', { limit: 2, trashed: false }).then((runs) =>
    runs.filter(({ name }) => name === 'constant'),
  );
  const losses = await request(page, 'series:values', {
    runId: run!.id,
    metric: 'ensemble/loss_mean',
    from: 0,
    most: 2001,
  });
  const values = losses.flatMap((chunk) => [...chunk.values]);

  // By keyboard from the pane's menu on.
  await page.getByRole('button', { name: 'Loss: view and save' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Show as a table' }).press('Enter');
  const table = dialog(page).getByRole('table', { name: /^Every value behind Loss/ });
  await expect(table.getByRole('columnheader')).toHaveText(['step t', 'constant', 'inverse time']);
  // It opens where the cursor is, at the foot of what came before.
  await expect(
    dialog(page).getByText('Steps 1\u202f900 to 2\u202f000 of 2\u202f000'),
  ).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(102);
  await expect(table.getByRole('button', { name: '2\u202f000', exact: true })).toBeInViewport();
  await expect(dialog(page).getByRole('button', { name: 'Next page' })).toBeDisabled();
  await dialog(page).getByRole('button', { name: 'First page' }).click();
  await expect(table.getByRole('row')).toHaveCount(101);
  await expect(cell(page, '7', 0)).toHaveAttribute('title', String(values[7]));

  await dialog(page).getByRole('textbox', { name: 'Go to step' }).fill('731');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Steps 700 to 799 of 2\u202f000')).toBeVisible();
  const row = (step: string): Locator => table.getByRole('button', { name: step, exact: true });
  await expect(row('731')).toBeFocused();
  await expect(cell(page, '731', 0)).toHaveAttribute('title', String(values[731]));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row('732')).toHaveAttribute('aria-pressed', 'true');
  await row('799').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row('800')).toBeFocused();
  await dialog(page).getByRole('button', { name: 'To the cursor' }).click();
  await expect(row('732')).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('at step 732', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Loss: view and save' })).toBeFocused();
});

test('a run that diverged says so in words, and its map has coordinates', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.small);
  await page.getByRole('button', { name: /Too large a rate/ }).click();
  await expect(stateInWords(page)).toHaveText('1 diverged at step 876, 1 finished', {
    timeout: 15_000,
  });
  await fromMenu(page, 'Loss', 'Show as a table');
  await dialog(page).getByRole('textbox', { name: 'Go to step' }).fill('876');
  await page.keyboard.press('Enter');
  await expect(cell(page, '876', 0)).toHaveText('infinite');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await fromMenu(page, 'Where', 'Show as a table');
  await expect(dialog(page).getByRole('columnheader', { name: /θ₁$/ }).first()).toBeVisible();
  await dialog(page).getByRole('button', { name: 'First page' }).click();
  await expect(cell(page, '0', 0)).toHaveText('1.00');
});

test('a sweep is a table of its values, where choosing a row chooses the value', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await page.getByRole('button', { name: 'Sweep…' }).click();
  await expect(page.getByText(/is best: tail loss/)).toBeVisible({ timeout: 30_000 });
  const menu = page
    .getByRole('region', { name: 'Sweep' })
    .getByRole('button', { name: /view and save/ });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Show as a table' }).click();
  const rows = dialog(page).getByRole('rowheader').getByRole('button');
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  await rows.first().click();
  await expect(rows.first()).toHaveAttribute('aria-pressed', 'true');
});

test('what a model has learnt is a table too', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: /Handwritten digits/ }).click();
  await page.getByRole('button', { name: 'Weights: view and save' }).click();
  await page.getByRole('menuitem', { name: 'Show as a table' }).click();
  await expect(dialog(page).getByRole('columnheader').first()).toHaveText('pixel');
  await expect(dialog(page).getByText('Rows 1 to 64 of 64')).toBeVisible();
  await expect(dialog(page).getByRole('row')).toHaveCount(65);
});
