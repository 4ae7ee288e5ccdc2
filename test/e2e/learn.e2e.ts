/** Learn: the map of lessons, and the pages beside them. */
import type { Page } from '@playwright/test';
import { contents } from '../../renderer/src/lessons/contents.ts';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { go } from './support/views.ts';

function lesson(page: Page, number: number): ReturnType<Page['locator']> {
  return page.getByRole('main').getByRole('button', { name: new RegExp(`^${number} `) });
}

/** Whether anything of the page is wider than its room. */
async function overflows(page: Page): Promise<boolean> {
  return page
    .getByRole('main')
    .evaluate((main) =>
      [main, ...main.querySelectorAll<HTMLElement>('button, p, h2, h3')].some(
        (node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1,
      ),
    );
}

test('the map has a button for every lesson, reached in reading order', async ({ desk }) => {
  const page = await desk.page();
  await go(page, 'Learn');
  await lesson(page, 1).focus();
  for (const { number } of contents) {
    await expect(lesson(page, number)).toBeFocused();
    await page.keyboard.press('Tab');
  }
  await expect(lesson(page, 16)).toHaveAccessibleDescription(
    'Builds on: Braking by feedback, The Adam family',
  );
});

for (const [name, size] of Object.entries(sizes)) {
  test(`nothing of the map is cut off at the ${name} size, in either language`, async ({
    desk,
  }) => {
    const page = await desk.page();
    await page.setViewportSize(size);
    await go(page, 'Learn');
    for (const locale of ['en', 'zh-CN'] as const) {
      await request(page, 'preferences:write', { locale });
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      expect(await overflows(page)).toBe(false);
    }
  });
}
