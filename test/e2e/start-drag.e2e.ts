/** The start point follows the mouse that holds it, and what follows from it is computed while it is held. */
import { expect, sizes, test } from './support/app.ts';
import { setUpPair } from './support/views.ts';

test('the start is dragged over the map, and no longer when it is let go', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await setUpPair(page);
  const start = page.getByRole('button', { name: /^Start .*drag it/ });
  const place = async (): Promise<{ x: number; y: number }> => {
    const { x, y, width, height } = (await start.boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const losses = page.getByRole('table').first();
  const [before, lossesBefore] = [await place(), await losses.innerText()];

  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 50, before.y + 30, { steps: 5 });
  const isAt = async (x: number, y: number): Promise<boolean> => {
    const now = await place();
    return Math.abs(now.x - x) < 2 && Math.abs(now.y - y) < 2;
  };
  await expect.poll(() => isAt(before.x + 50, before.y + 30)).toBe(true);
  await expect.poll(() => losses.innerText()).not.toBe(lossesBefore);

  await page.mouse.up();
  await page.mouse.move(before.x - 50, before.y, { steps: 5 });
  expect(await isAt(before.x + 50, before.y + 30)).toBe(true);
});
