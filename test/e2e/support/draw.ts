/** Draws a prediction by hand, with the mouse. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The paper of a lesson whose prediction can be drawn. */
export function paperOf(page: Page): Locator {
  return page.locator('.paper');
}

/** A stroke through these places, in shares of the plot's width from the left and of its height from the top. */
export async function drawStroke(
  page: Page,
  through: readonly (readonly [across: number, down: number])[],
): Promise<void> {
  const paper = paperOf(page);
  await expect(paper).toBeVisible();
  // The plot has a rim around it.
  const rim = 8;
  const box = (await paper.boundingBox())!;
  const [first, ...rest] = through.map(([across, down]) => ({
    x: box.x + rim + across * (box.width - 2 * rim),
    y: box.y + rim + down * (box.height - 2 * rim),
  }));
  await page.mouse.move(first!.x, first!.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
}
