/** A playback moves the pictures, not only the numbers beside them. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { choose } from './support/views.ts';

/** What all canvases of the page show now. */
function drawn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join(),
  );
}

test('while a run is played back, charts and map are drawn anew', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: 'Set it up first' }).click();
  await choose(page, /^Pace/, /^100 steps/);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const hold = page.getByRole('button', { name: 'Hold', exact: true });
  await hold.waitFor();
  const seen = new Set<string>();
  // More than a step a frame, and many seconds to go: whatever changes, changes on the way.
  await expect
    .poll(async () => seen.add(await drawn(page)).size, { intervals: [100] })
    .toBeGreaterThan(3);
  await hold.click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});
