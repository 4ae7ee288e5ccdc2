/** Formulas of lessons are broken where the column ends: none is cut off or scrolled. */
import type { Page } from '@playwright/test';
import { contents } from '../../renderer/src/lessons/contents.ts';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { openLesson } from './support/lesson.ts';

const textOf = (page: Page): ReturnType<Page['locator']> => page.locator('div.text');

/** Formulas that reach beyond the text they stand in, by what they say. */
async function tooWide(page: Page): Promise<readonly string[]> {
  return textOf(page).evaluate((column) => {
    const { paddingRight } = getComputedStyle(column);
    const { left } = column.getBoundingClientRect();
    const edge = left + column.clientWidth - Number.parseFloat(paddingRight);
    // Of a formula that is broken, the pieces count.
    const pieces = [...column.querySelectorAll('.katex-html > .katex-base')];
    if (pieces.length === 0) throw new Error('there are no formulas');
    return pieces
      .filter((piece) => piece.getBoundingClientRect().right > edge + 1)
      .map((piece) => piece.closest('.katex')!.querySelector('annotation')!.textContent);
  });
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`no formula is wider than its column: ${locale}`, async ({ desk }) => {
    test.setTimeout(480_000);
    const page = await desk.page();
    await request(page, 'preferences:write', { locale });
    const faults: string[] = [];
    for (const { number } of contents) {
      await openLesson(page, number);
      await page.locator('div.text .folded').getByRole('button').click();
      for (const size of [sizes.small, sizes.large]) {
        await page.setViewportSize(size);
        const lesson = `lesson ${number} at ${size.width}`;
        faults.push(...(await tooWide(page)).map((tex) => `${lesson}: ${tex}`));
        const wider = await textOf(page).evaluate(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        );
        if (wider > 0) faults.push(`${lesson}: the column is scrolled by ${wider}`);
      }
    }
    expect(faults).toEqual([]);
  });
}
