/** The page of a run: its way over the ground, and what can be taken out of it. */
import { join } from 'node:path';
import { expect, sizes, test } from './support/app.ts';
import { fillLibrary, rows } from './support/four-runs.ts';
import { answerDialogs, saved } from './support/save.ts';
import { settled } from './support/settled.ts';

test('the page of a run draws its way over the ground, with one cursor, in a small window too', async ({
  desk,
}) => {
  const page = await desk.page();
  await fillLibrary(page);
  await rows(page).filter({ hasText: '衰减太快' }).click();
  const where = page.getByRole('region', { name: 'Where' });
  const canvas = where.locator('canvas').first();
  await expect(where.getByText('Map of the objective with the paths of 衰减太快')).toBeAttached();
  // Where the cursor is, is on the map what it is on the curves.
  const look = (): Promise<Buffer> => canvas.screenshot();
  const atEnd = await settled(look);
  const loss = (await page.getByLabel('Loss and rate curves').first().boundingBox())!;
  await page.mouse.move(loss.x + loss.width * 0.1, loss.y + loss.height / 4);
  await expect.poll(async () => (await look()).equals(atEnd)).toBe(false);
  const [map, charts] = [where, page.getByRole('heading', { name: /^Loss/ })];
  const beside = await Promise.all([map.boundingBox(), charts.boundingBox()]);
  expect(beside[0]!.x + beside[0]!.width).toBeLessThan(beside[1]!.x);
  await page.setViewportSize(sizes.small);
  await expect.poll(async () => (await map.boundingBox())!.y).toBeGreaterThan(beside[1]!.y + 200);
  await expect(canvas).toBeVisible();
});

test('a run is exported as JSON with its settings, which are a log to import again', async ({
  desk,
}) => {
  const page = await desk.page();
  await fillLibrary(page);
  await rows(page).filter({ hasText: '衰减太快' }).click();
  await answerDialogs(await desk.app(), desk.dataFolder);
  await page.getByRole('button', { name: 'Export this run' }).click();
  await page.getByRole('menuitem', { name: 'As data with its settings (JSON)…' }).click();
  const file = await saved(page, join(desk.dataFolder, 'saved.json'));
  expect(JSON.parse(file.toString())).toMatchObject({
    name: '衰减太快',
    experiment: '第一批',
    config: { schedule: { id: 'inverse-time', params: { decay: 5 } }, totalSteps: 50 },
    log_history: { length: 51 },
  });
});
