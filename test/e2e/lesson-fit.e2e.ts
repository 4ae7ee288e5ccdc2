/** In a small window nothing of a lesson is cut off: at its beginning, after its run, and in its challenge. */
import type { Page } from '@playwright/test';
import { contents } from '../../renderer/src/lessons/contents.ts';
import { clippedText } from './support/clipped-text.ts';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { openLesson } from './support/lesson.ts';
import { choose } from './support/views.ts';

const words = {
  en: { run: 'Run', pace: /^Pace/, full: 'Full speed', challenge: 'Set up the challenge' },
  'zh-CN': { run: '运行', pace: /^速度/, full: '全速', challenge: '摆好挑战' },
} as const;

const section = (page: Page, name: string): ReturnType<Page['locator']> =>
  page.locator(`[data-section="${name}"]`);

for (const locale of ['en', 'zh-CN'] as const) {
  test(`no text of a lesson is cut off in a small window: ${locale}`, async ({ desk }) => {
    test.setTimeout(900_000);
    const { run, pace, full, challenge } = words[locale];
    const page = await desk.page();
    await page.setViewportSize(sizes.small);
    await request(page, 'preferences:write', { locale });
    const faults: string[] = [];
    for (const { number } of contents) {
      const look = async (state: string): Promise<void> => {
        const cut = await clippedText(page);
        faults.push(...cut.map((text) => `lesson ${number}, ${state}: ${text}`));
      };
      await openLesson(page, number);
      await look('begun');
      await section(page, 'predict').locator('[aria-pressed]').first().click();
      await choose(page, pace, full);
      await section(page, 'run').getByRole('button', { name: run }).click();
      await expect(section(page, 'seen')).toBeVisible({ timeout: 120_000 });
      // It may have gone for want of room.
      await expect(page.locator('.findings td.end').first()).toBeAttached();
      await look('seen');
      await section(page, 'check').locator('[aria-pressed]').first().click();
      await section(page, 'challenge').getByRole('button', { name: challenge }).click();
      await expect(section(page, 'challenge').getByRole('group').first()).toBeVisible();
      await look('challenge');
    }
    expect(faults).toEqual([]);
  });
}

test('what is cut off is found, and what is whole is not', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.small);
  await openLesson(page, 7);
  const title = page.getByRole('heading', { level: 1 });
  expect(await clippedText(page)).toEqual([]);
  await title.evaluate((heading) => (heading.style.maxWidth = '120px'));
  expect(await clippedText(page)).toEqual(['h1 “The trap in the formula”']);
});
