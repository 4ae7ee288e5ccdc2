/** Terms in the text of a lesson open their cards, from the pointer and from the keyboard. */
import type { Page } from '@playwright/test';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { openLesson } from './support/lesson.ts';
import { serious } from './support/serious.ts';
import { settled } from './support/settled.ts';

const words = {
  en: {
    term: 'standard deviation',
    explain: 'What “variance” means',
    other: '方差',
    means: 'The expectation of the squared distance',
    formula: 'σ2',
    open: 'Open in the glossary',
  },
  'zh-CN': {
    term: '标准差',
    explain: '“方差”是什么意思',
    other: 'variance',
    means: '与期望之差的平方的期望',
    formula: 'σ2',
    open: '在术语表里打开',
  },
} as const;

async function unfold(page: Page, locale: keyof typeof words): Promise<void> {
  await openLesson(page, 5);
  const name = locale === 'en' ? 'Show it without a run' : '不运行，直接看';
  await page.getByRole('button', { name }).click();
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`a term opens its card and gives the focus back: ${locale}`, async ({ desk }) => {
    const said = words[locale];
    const page = await desk.page();
    await page.setViewportSize(sizes.small);
    await request(page, 'preferences:write', { locale });
    await unfold(page, locale);
    const term = page.getByRole('button', { name: said.term, exact: true });
    const card = page.getByRole('dialog', { name: said.explain });

    await term.focus();
    await page.keyboard.press('Enter');
    await expect(card).toContainText(said.other);
    await expect(card).toContainText(said.means);
    await expect(card).toContainText(said.formula);
    await expect(card).toBeInViewport({ ratio: 1 });
    expect(await settled(() => serious(page))).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(term).toBeFocused();

    await term.click();
    await expect(card).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(card).toHaveCount(0);

    await term.click();
    await card.getByRole('button', { name: said.open }).click();
    const entry = page.locator('dl > div').filter({ hasText: said.means });
    await expect(entry).toBeFocused();
  });
}

test('nothing that can be pressed stands inside of something else that can', async ({ desk }) => {
  const page = await desk.page();
  for (const number of [1, 5, 14]) {
    await openLesson(page, number);
    await page.getByRole('button', { name: 'Show it without a run' }).click();
    await expect(page.locator('.text button.term').first()).toBeVisible();
    await expect(page.locator('button button, a button, label button, h2 button')).toHaveCount(0);
  }
});
