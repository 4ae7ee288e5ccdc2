/** The panes of the Lab share the stage as a person wants, by mouse and by keyboard, and over restarts. */
import type { Locator, Page } from '@playwright/test';
import { expect, sizes, test } from './support/app.ts';
import { settled } from './support/settled.ts';
import { setUpPair } from './support/views.ts';

const between = (page: Page, name: string): Locator =>
  page.getByRole('separator', { name, exact: true });

async function valueOf(separator: Locator): Promise<number> {
  return Number(await separator.getAttribute('aria-valuenow'));
}

test('panes are resized with keys and mouse, stay so over a restart, and go back', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.small);
  await setUpPair(page);
  const width = between(page, 'Width of map and table');
  // The verdict of what is computed ahead takes room of its own.
  await expect(page.getByRole('button', { name: 'Fork here' })).toBeVisible();
  const usual = await settled(() => valueOf(width));
  await width.focus();
  for (let i = 1; i <= 4; i++) {
    await page.keyboard.press('ArrowRight');
    await expect(width).toHaveAttribute('aria-valuenow', String(usual + 2 * i));
  }
  const box = (await width.boundingBox())!;
  const map = (await page.locator('.left:has(h2)').boundingBox())!;
  expect(Math.abs(box.x - (map.x + map.width))).toBeLessThan(2);

  const heights = between(page, 'Heights of Loss and Learning rate');
  const even = await valueOf(heights);
  const grip = (await heights.boundingBox())!;
  await page.mouse.move(grip.x + 80, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 80, grip.y + grip.height / 2 + 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => valueOf(heights)).toBeGreaterThan(even + 8);
  const dragged = await valueOf(heights);

  const again = await desk.restart();
  await again.setViewportSize(sizes.small);
  await setUpPair(again);
  const kept = between(again, 'Width of map and table');
  await expect(kept).toHaveAttribute('aria-valuenow', String(usual + 8));
  const keptHeights = between(again, 'Heights of Loss and Learning rate');
  await expect(keptHeights).toHaveAttribute('aria-valuenow', String(dragged));
  await kept.press('Enter');
  await expect(kept).toHaveAttribute('aria-valuenow', String(usual));
  await keptHeights.dblclick({ position: { x: 80, y: 6 } });
  await expect(keptHeights).toHaveAttribute('aria-valuenow', String(even));
});

test('a pane fills the stage and goes back', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await setUpPair(page);
  const heading = (name: string): Locator => page.getByRole('heading', { name });
  const fill = async (pane: string): Promise<void> => {
    await page.getByRole('button', { name: `${pane}: view and save` }).click();
    await page.getByRole('menuitem', { name: 'Fill the stage' }).click();
  };
  await fill('Learning rate');
  await expect(heading('Where')).toHaveCount(0);
  await expect(heading('Loss')).toHaveCount(0);
  await expect(heading('Learning rate')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading('Loss')).toBeVisible();

  const side = (await page.locator('.map').boundingBox())!.width;
  await fill('Where');
  await expect(heading('Loss')).toHaveCount(0);
  await expect
    .poll(async () => (await page.locator('.map').boundingBox())!.width)
    .toBeGreaterThan(side * 1.2);
  await expect(page.getByRole('columnheader', { name: /^at step/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show all panes' }).click();
  await expect(heading('Loss')).toBeVisible();
});
