/** The start point follows the mouse that holds it, and what follows from it is computed while it is held. */
import { expect, sizes, test } from './support/app.ts';
import { setUpPair } from './support/views.ts';

test('the start is dragged over the map, and no longer when it is let go', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await setUpPair(page);
  const start = page.getByRole('button', { name: /^Start .*drag it/ });
  const point = async (): Promise<string | null> => start.getAttribute('aria-label');
  const losses = page.getByRole('table').first();
  const [pointBefore, lossesBefore] = [await point(), await losses.innerText()];

  const { x, y, width, height } = (await start.boundingBox())!;
  const [left, top] = [x + width / 2, y + height / 2];
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(left + 50, top + 30, { steps: 5 });
  await expect.poll(point).not.toBe(pointBefore);
  await expect.poll(() => losses.innerText()).not.toBe(lossesBefore);

  await page.mouse.up();
  const dropped = await point();
  await page.mouse.move(left - 50, top, { steps: 5 });
  expect(await point()).toBe(dropped);
});
