/** Theory on the picture: what is drawn, and that a choice of it stays. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { choose, go } from './support/views.ts';

async function lineOf(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'What theory draws' }).click();
  return page.getByRole('menuitemcheckbox', { name });
}

test('lines of theory are switched in a menu, and stay as they were after a restart', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  const parts = await lineOf(page, 'its two parts: start and noise');
  await expect(parts).not.toBeChecked();
  await parts.click();
  await expect(parts).toBeChecked();
  const limit = page.getByRole('menuitemcheckbox', { name: 'stability limit' });
  await limit.click();
  await expect(limit).not.toBeChecked();

  const again = await desk.restart();
  await go(again, 'Lab');
  await expect(await lineOf(again, 'its two parts: start and noise')).toBeChecked();
  await expect(again.getByRole('menuitemcheckbox', { name: 'stability limit' })).not.toBeChecked();
});

test('a schedule whose travel is used up before it arrives is called frozen, and by how much', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  const row = page.getByRole('row', { name: /^inverse time/ });
  await expect(row.getByRole('img')).toHaveAttribute('aria-label', /^33\s% of the Ση = 92\.1/);
  await page.getByRole('button', { name: 'Edit “inverse time”' }).click();
  await choose(page, /^Choose a schedule/, 'literal recurrence');
  const frozen = page.getByRole('row', { name: /^literal recurrence/ });
  await expect(frozen.getByText('frozen')).toBeVisible();
  await expect(page.getByText('frozen')).toHaveCount(1);
});
