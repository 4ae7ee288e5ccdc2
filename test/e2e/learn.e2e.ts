/** Learn: the map of lessons, and the pages beside them. */
import type { Page } from '@playwright/test';
import { contents } from '../../renderer/src/lessons/contents.ts';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { serious } from './support/serious.ts';
import { settled } from './support/settled.ts';
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

test('the glossary is found in by names that are in use, and a card leads to its entry', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'noise floor', exact: true }).click();
  const card = page.getByRole('dialog', { name: 'What “noise floor” means' });
  await expect(card).toContainText('The height at which the expected loss stalls');
  expect(await settled(() => serious(page))).toEqual([]);
  await card.getByRole('button', { name: 'Open in the glossary' }).click();
  const entry = page.locator('dl > div').filter({ hasText: /^\s*noise floor/ });
  await expect(entry).toBeFocused();
  await expect(entry).toBeInViewport();
  expect(await settled(() => serious(page))).toEqual([]);

  await page.getByRole('textbox', { name: 'Find a term' }).fill('梯度削减学习率');
  await expect(page.getByRole('term').first()).toContainText('learning-rate decay');
  await expect(page.getByRole('term').first()).toContainText('also called 梯度削减学习率');
  await page.getByRole('textbox', { name: 'Find a term' }).fill('no such term');
  await expect(page.getByText('No term is called that.')).toBeVisible();
  expect(await settled(() => serious(page))).toEqual([]);
  // The entry that one came for is back; who is typing goes on typing.
  await page.getByRole('textbox', { name: 'Find a term' }).fill('');
  await expect(entry).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Find a term' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Find a term' }).fill('no such term');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByRole('term').first()).toContainText('Adadelta');

  await page.getByRole('button', { name: 'Switch to 中文' }).click();
  await page.getByRole('textbox', { name: '查找术语' }).fill('zsdb');
  await expect(page.getByRole('term').first()).toContainText('噪声地板');
  await page.getByRole('banner').getByRole('button', { name: '学习' }).click();
  await expect(page.getByRole('heading', { name: '从第一步走到真实训练' })).toBeVisible();
});

test('statements are judged, kept over a restart, and lead to what settles them', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'Judge all 28' }).click();
  const says = page.getByRole('listitem').filter({ hasText: 'Decay always helps.' });
  await says.getByRole('button', { name: 'False', exact: true }).click();
  await expect(says).toContainText('judged right');
  await expect(says).toContainText('2 000 steps end at 4.9×10⁻¹¹ without a decay');
  const other = page.getByRole('listitem').filter({ hasText: 'The larger the rate, the faster' });
  await other.getByRole('button', { name: 'True', exact: true }).click();
  await expect(other).toContainText('judged otherwise');
  await expect(page.getByText('2 of 28 judged, 1 of them right')).toBeVisible();
  expect(await settled(() => serious(page))).toEqual([]);

  const again = await desk.restart();
  await go(again, 'Learn');
  await expect(again.getByRole('complementary')).toContainText('2 of 28');
  await again.getByRole('button', { name: 'Judge all 28' }).click();
  const kept = again.getByRole('listitem').filter({ hasText: 'Decay always helps.' });
  await kept.getByRole('button', { name: 'See it' }).click();
  await expect(again.getByRole('banner')).toContainText('Decay always helps.');
  await expect(again.getByRole('banner').getByRole('status')).toContainText(/running|finished/);
});
