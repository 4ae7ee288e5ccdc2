/** What one needs first: every page has one thing to drag, by mouse and by keys, and says when its goal is reached. */
import type { Locator, Page } from '@playwright/test';
import {
  prerequisiteIds,
  prerequisiteOf,
  type PrerequisiteId,
} from '../../renderer/src/prerequisites/index.ts';
import { expect, sizes, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { serious } from './support/serious.ts';
import { settled } from './support/settled.ts';
import { go } from './support/views.ts';

/** Keys that lead from where the handle stands at first to the goal. */
const waysToGoal: Readonly<
  Record<PrerequisiteId, readonly (readonly [key: string, times: number])[]>
> = {
  derivative: [['Shift+ArrowLeft', 8]],
  gradient: [['ArrowUp', 12]],
  chainRule: [['PageDown', 5]],
  taylor: [
    ['Shift+ArrowLeft', 7],
    ['ArrowRight', 2],
  ],
  eigenvalues: [['Shift+ArrowRight', 3]],
  variance: [['ArrowRight', 4]],
};

const handleOf = (page: Page): Locator => page.getByRole('main').getByRole('slider');
const reached = (page: Page): Locator => page.getByRole('main').getByRole('status');

async function openAll(page: Page): Promise<void> {
  await go(page, 'Learn');
  await page.getByRole('button', { name: `See all ${prerequisiteIds.length}` }).click();
}

function card(page: Page, id: PrerequisiteId): Locator {
  const { name, question } = prerequisiteOf(id);
  return page.getByRole('main').getByRole('button', { name: `${name.en} ${question.en}` });
}

test('the cards lead to the pages, and one page to the next', async ({ desk }) => {
  const page = await desk.page();
  await openAll(page);
  for (const id of prerequisiteIds) await expect(card(page, id)).toBeVisible();
  expect(await settled(() => serious(page))).toEqual([]);
  await card(page, 'derivative').click();
  const pages = page.getByRole('navigation', { name: 'What you need first' });
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    prerequisiteOf('derivative').question.en,
  );
  await pages.getByRole('button', { name: 'Gradient' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    prerequisiteOf('gradient').question.en,
  );
  await page.getByRole('button', { name: /^Lesson 4:/ }).click();
  await expect(page.getByRole('button', { name: 'Gradient', exact: true })).toBeVisible();
});

for (const id of prerequisiteIds) {
  test(`${id}: what is dragged is followed by numbers; keys reach the goal; axe finds nothing`, async ({
    desk,
  }) => {
    const page = await desk.page();
    await page.setViewportSize(sizes.large);
    await openAll(page);
    await card(page, id).click();
    const handle = handleOf(page);
    const numbers = page.getByRole('table', { name: 'Numbers that follow the figure' });
    const [spoken, read] = [await handle.getAttribute('aria-valuetext'), await numbers.innerText()];
    const { x, y, width, height } = (await settled(() => handle.boundingBox()))!;

    // By mouse: the numbers come along while it is held, and no longer when it is let go.
    const [left, top] = [x + width / 2, y + height / 2];
    const aside = left > 800 ? -60 : 60;
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(left + aside, top - 20, { steps: 4 });
    await expect.poll(() => numbers.innerText()).not.toBe(read);
    expect(await handle.getAttribute('aria-valuetext')).not.toBe(spoken);
    await page.mouse.up();
    const dropped = await settled(() => numbers.innerText());
    await page.mouse.move(left, top - 40, { steps: 4 });
    expect(await settled(() => numbers.innerText())).toBe(dropped);
    await expect(handle).toBeFocused();

    // By keys, from where it stood at first.
    await page.getByRole('button', { name: 'All of them' }).click();
    await card(page, id).click();
    await expect(handle).toHaveAttribute('aria-valuetext', spoken!);
    await expect(reached(page)).toHaveText('');
    await handle.focus();
    for (const [key, times] of waysToGoal[id]) {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
    }
    await expect(reached(page)).not.toHaveText('');
    await expect(page.getByRole('heading', { name: 'Reached' })).toBeVisible();
    expect(await settled(() => serious(page))).toEqual([]);

    await request(page, 'preferences:write', { locale: 'zh-CN', theme: 'dark' });
    await expect(page.getByRole('heading', { name: '做到了' })).toBeVisible();
    expect(await settled(() => serious(page))).toEqual([]);
  });
}

for (const [name, size] of Object.entries(sizes)) {
  test(`nothing is cut off at the ${name} size, in either language`, async ({ desk }) => {
    const page = await desk.page();
    await page.setViewportSize(size);
    await openAll(page);
    const main = page.getByRole('main');
    for (const id of prerequisiteIds) {
      await request(page, 'preferences:write', { locale: 'en' });
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await card(page, id).click();
      for (const locale of ['en', 'zh-CN'] as const) {
        await request(page, 'preferences:write', { locale });
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        const room = await settled(() =>
          main.evaluate((node) => ({
            wide: [node, ...node.querySelectorAll<HTMLElement>('p, h2, h3, table, .field, .figure')]
              .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
              .map(({ className, tagName }) => `${tagName} ${String(className)}`),
            high: node.scrollHeight > node.clientHeight + 1,
          })),
        );
        expect(room.wide, `${id} ${locale}`).toEqual([]);
        if (name === 'large') expect(room.high, `${id} ${locale} scrolls`).toBe(false);
      }
      await request(page, 'preferences:write', { locale: 'en' });
      await page.getByRole('button', { name: 'All of them' }).click();
    }
  });
}

test('they are found by search in both languages, explained on F1, and open again after a restart of the page', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('how steep');
  await page.getByRole('option', { name: /^Derivative/ }).click();
  await expect(handleOf(page)).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'What you need first' })).toContainText(
    'Drag the ring or press the arrow keys',
  );
  await page.keyboard.press('Escape');

  await request(page, 'preferences:write', { locale: 'zh-CN' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '命令' }).fill('td');
  await page.getByRole('option', { name: /最快/ }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    prerequisiteOf('gradient').question.zh,
  );
  await expect.poll(async () => (await request(page, 'page:kept')) ?? '').toContain('"gradient"');
  await page.reload();
  // Start may be there before what was kept is read: its headings are several.
  await expect(
    page.getByRole('heading', { level: 2, name: prerequisiteOf('gradient').question.zh }),
  ).toBeVisible();
});
