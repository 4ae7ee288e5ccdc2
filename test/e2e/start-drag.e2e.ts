/** The start point and the rate follow the mouse that holds them, and what follows from them is computed while they are held. */
import type { Locator, Page } from '@playwright/test';
import { expect, sizes, test } from './support/app.ts';
import { settled } from './support/settled.ts';
import { setUpPair } from './support/views.ts';

/** The middle of something, once it stands still. */
async function middleOf(what: Locator): Promise<readonly [x: number, y: number]> {
  const { x, y, width, height } = (await settled(() => what.boundingBox()))!;
  return [x + width / 2, y + height / 2];
}

/** The losses of both runs, which are computed ahead. */
async function lossesOf(page: Page): Promise<Locator> {
  const losses = page.getByRole('table').first();
  await expect(losses.getByRole('cell').last()).toHaveText(/\d/);
  return losses;
}

test('the start is dragged over the map, and no longer when it is let go', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await setUpPair(page);
  const start = page.getByRole('button', { name: /^Start .*drag it/ });
  const point = async (): Promise<string | null> => start.getAttribute('aria-label');
  const losses = await lossesOf(page);
  const [pointBefore, lossesBefore] = [await point(), await losses.innerText()];

  const [left, top] = await middleOf(start);
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(left + 50, top + 30, { steps: 5 });
  await expect.poll(point).not.toBe(pointBefore);
  await expect.poll(() => losses.innerText()).not.toBe(lossesBefore);

  await page.mouse.up();
  const dropped = await settled(point);
  await page.mouse.move(left - 50, top, { steps: 5 });
  expect(await settled(point)).toBe(dropped);
});

/** How often, while something is done, a picture is put into a canvas of the page, and how often one is cleared. */
async function drawnDuring(
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly pictures: number; readonly cleared: number }> {
  const counts = await page.evaluateHandle(() => {
    const counted = { pictures: 0, cleared: 0 };
    const { drawImage, clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (...args: unknown[]) {
      counted.pictures++;
      Reflect.apply(drawImage, this, args);
    };
    CanvasRenderingContext2D.prototype.clearRect = function (...args) {
      counted.cleared++;
      clearRect.apply(this, args);
    };
    return counted;
  });
  await act();
  return counts.jsonValue();
}

test('the ground of the map stays while the start is dragged over it', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await setUpPair(page);
  const start = page.getByRole('button', { name: /^Start .*drag it/ });
  const losses = await lossesOf(page);
  const [left, top] = await middleOf(start);
  const { pictures, cleared } = await drawnDuring(page, async () => {
    await page.mouse.move(left, top);
    await page.mouse.down();
    for (let i = 1; i <= 5; i++) {
      const before = await losses.innerText();
      await page.mouse.move(left - 8 * i, top);
      await expect.poll(() => losses.innerText()).not.toBe(before);
    }
    await page.mouse.up();
  });
  expect(cleared).toBeGreaterThan(5);
  expect(pictures).toBe(0);
});

test('a rate is dragged on its slider, and no longer when it is let go', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await setUpPair(page);
  const thumb = page.getByRole('slider', { name: /^first rate/ });
  const field = page.getByRole('textbox', { name: /^first rate/ });
  const losses = await lossesOf(page);
  const [rateBefore, lossesBefore] = [await field.inputValue(), await losses.innerText()];
  const [left, top] = await middleOf(thumb);
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(left - 40, top, { steps: 5 });
  await expect.poll(() => field.inputValue()).not.toBe(rateBefore);
  await expect.poll(() => losses.innerText()).not.toBe(lossesBefore);

  await page.mouse.up();
  const dropped = await settled(() => field.inputValue());
  await page.mouse.move(left + 60, top, { steps: 5 });
  expect(await settled(() => field.inputValue())).toBe(dropped);
});
