/** Opens a lesson as the page is opened again that was left there. */
import { expect, type Page } from '@playwright/test';
import { request } from './lab.ts';

/** From any place; the page is loaded anew. */
export async function openLesson(page: Page, number: number): Promise<void> {
  // Main knows what the page was like half a second after it came to rest; a page that is told of later than it was
  // kept here comes up as it was.
  await expect(async () => {
    await expect.poll(() => request(page, 'page:kept')).not.toBeNull();
    const kept = JSON.parse((await request(page, 'page:kept'))!) as object;
    await request(page, 'page:keep', JSON.stringify({ ...kept, view: { id: 'lesson', number } }));
    await page.reload();
    await expect(page.locator('[data-section="question"]')).toBeVisible({ timeout: 5_000 });
  }).toPass();
}
