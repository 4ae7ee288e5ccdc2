/** From lesson to training: every guide opens, and everything it offers to show runs in the Lab. */
import type { Page } from '@playwright/test';
import { guideIds } from '../../renderer/src/training/guide.ts';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { serious } from './support/serious.ts';
import { settled } from './support/settled.ts';
import { go, stateInWords } from './support/views.ts';

const titles = [
  'Choose the first rate',
  'Choose a schedule for a budget',
  'Warm up, or not',
  'Set up decay on plateau',
  'Read a loss curve',
];

async function openGuide(page: Page, title: string): Promise<void> {
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'Open the guides' }).click();
  const guides = page.getByRole('navigation', { name: 'Guides' });
  await guides.getByRole('button', { name: title }).click();
  await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
}

const offers = (page: Page): ReturnType<Page['locator']> =>
  page.getByRole('main').getByRole('button', { name: /^(See it in the Lab|Run this range test)/ });

/** Runs are begun, or are over already; of a range test the panel that shows it is there. */
async function begins(page: Page, name: string): Promise<void> {
  if (name.startsWith('Run this range test')) {
    const panel = page.getByRole('region', { name: 'Range test' });
    await expect(panel.getByRole('button', { name: /^Use η₀ = / }).first()).toBeVisible({
      timeout: 30_000,
    });
  } else {
    await expect(stateInWords(page)).toContainText(/running|finished|diverged|stopped/);
    const stop = page.getByRole('button', { name: 'Stop', exact: true });
    if (await stop.isVisible()) await stop.click();
  }
}

for (const title of titles) {
  test(`“${title}” opens, and so does everything it shows`, async ({ desk }) => {
    test.setTimeout(180_000);
    const page = await desk.page();
    await openGuide(page, title);
    const names = await offers(page).evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label')!),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of new Set(names)) {
      await offers(page)
        .and(page.getByRole('button', { name, exact: true }))
        .first()
        .click();
      await begins(page, name);
      await openGuide(page, title);
    }
  });
}

test('the advisor says what to do in each situation, the calculator in one’s own numbers', async ({
  desk,
}) => {
  const page = await desk.page();
  await openGuide(page, titles[1]!);
  await expect(page.getByText('Take linear or cosine to zero')).toBeVisible();
  await page.getByRole('radio', { name: 'Nobody can tune this' }).check();
  await expect(page.getByText('Let the loss decide')).toBeVisible();
  await expect(page.getByText('Take linear or cosine to zero')).toHaveCount(0);

  await page.getByRole('textbox', { name: 'training samples' }).fill('1000');
  await page.getByRole('textbox', { name: 'batch' }).fill('10');
  await page.getByRole('textbox', { name: 'epochs' }).fill('100');
  await expect(page.getByText('= 10 000')).toBeVisible();
  await expect(page.getByText('7.0×10⁻⁸')).toBeVisible();
});

for (const locale of ['en', 'zh-CN'] as const) {
  test(`no serious finding, and nothing is cut off: ${locale}`, async ({ desk }) => {
    test.setTimeout(120_000);
    const page = await desk.page();
    await openGuide(page, titles[0]!);
    for (const theme of ['light', 'dark'] as const) {
      await request(page, 'preferences:write', { locale, theme });
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      for (const [i, id] of guideIds.entries()) {
        await page.getByRole('main').getByRole('navigation').getByRole('button').nth(i).click();
        expect(await settled(() => serious(page)), `${id}, ${theme}`).toEqual([]);
        await page.setViewportSize(sizes.small);
        const wider = await page
          .getByRole('main')
          .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
        expect(wider, `${id} at the small size`).toBeLessThanOrEqual(0);
        await page.setViewportSize(sizes.large);
      }
    }
  });
}
