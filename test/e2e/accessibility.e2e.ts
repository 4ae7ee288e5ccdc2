/** axe finds nothing serious in any place, in both languages and both themes; nothing scrolls in the Lab. */
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { settled } from './support/settled.ts';
import { serious } from './support/serious.ts';
import { runPair } from './support/views.ts';

const placesByOrder = [0, 1, 2, 3, 4, 5];

for (const locale of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`no serious finding in ${locale}, ${theme}`, async ({ desk }) => {
      const page = await desk.page();
      await page.setViewportSize(sizes.large);
      await runPair(page);
      await request(page, 'preferences:write', { locale, theme });
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      for (const place of placesByOrder) {
        const button = page.getByRole('navigation').getByRole('button').nth(place);
        await button.click();
        await expect(button).toHaveAttribute('aria-current', 'page');
        // Again while colours fade into each other.
        expect(await settled(() => serious(page)), `place ${place}`).toEqual([]);
      }
    });
  }
}

for (const [name, size] of Object.entries(sizes)) {
  test(`nothing scrolls or is cut off in the Lab at the ${name} size`, async ({ desk }) => {
    const page = await desk.page();
    await page.setViewportSize(size);
    await runPair(page);
    const overflowing = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return scrollWidth > innerWidth || scrollHeight > innerHeight;
    });
    expect(overflowing).toBe(false);
    const main = page.getByRole('main');
    const scrolls = await main.evaluate(
      (node) =>
        node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1,
    );
    expect(scrolls).toBe(false);
  });
}
