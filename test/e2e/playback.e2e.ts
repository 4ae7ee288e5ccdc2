/** A playback moves the pictures, not only the numbers beside them. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { ended, record, request } from './support/lab.ts';
import { settled } from './support/settled.ts';
import { choose } from './support/views.ts';

/** The step the table names, and the exact loss it has beside it. */
async function toldAtCursor(page: Page): Promise<readonly [step: number, loss: string | null]> {
  const table = page.getByRole('table').filter({ hasText: /at step/ });
  const title = await table.getByRole('columnheader', { name: /^at step/ }).innerText();
  const cell = table.locator('tbody tr').first().locator('td').first();
  expect(await table.getByRole('columnheader', { name: /^loss/ }).innerText()).toBe('loss');
  return [Number(title.replaceAll(/\D/g, '')), await cell.getAttribute('title')];
}

/** What all canvases of the page show now. */
function drawn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join(),
  );
}

test('while a run is played back, charts and map are drawn anew', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: 'Set it up first' }).click();
  await choose(page, /^Pace/, /^100 steps/);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const hold = page.getByRole('button', { name: 'Hold', exact: true });
  await hold.waitFor();
  const seen = new Set<string>();
  // More than a step a frame, and many seconds to go: whatever changes, changes on the way.
  await expect
    .poll(async () => seen.add(await drawn(page)).size, { intervals: [100] })
    .toBeGreaterThan(3);
  await hold.click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('the loss beside a step is that of this step, while the run is paused, stepped back, scrubbed and stopped', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.getByRole('button', { name: 'Set it up first' }).click();
  await choose(page, /^Pace/, /^20 steps/);
  await record(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const scrubber = page.getByRole('slider', { name: 'Step under the cursor' });
  await expect.poll(async () => Number(await scrubber.inputValue())).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  // Its word changes when a pause is asked for: each run still ends the update it is at.
  await page.waitForFunction(
    () => window.recorded.statuses.filter(({ state }) => state === 'paused').length === 2,
  );
  await settled(() => toldAtCursor(page));
  const told = [await toldAtCursor(page)];
  const back = page.getByRole('button', { name: 'One step back' });
  for (let i = 0; i < 2; i++) {
    await back.click();
    told.push(await toldAtCursor(page));
  }
  await scrubber.fill('3');
  told.push(await toldAtCursor(page));
  // Beyond what is known the cursor does not go.
  await scrubber.fill('1000');
  told.push(await toldAtCursor(page));
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const runs = await request(page, 'run:list', { limit: 2, trashed: false });
  await ended(
    page,
    runs.map(({ id }) => id),
  );
  told.push(await toldAtCursor(page));
  const [newest] = told;
  const steps = told.map(([step]) => step);
  expect(steps.slice(0, 4)).toEqual([newest![0], newest![0] - 1, newest![0] - 2, 3]);
  const { id } = runs.find(({ config }) => config!.schedule.id === 'constant')!;
  const query = { runId: id, metric: 'ensemble/loss_mean', from: 0, most: 2000 } as const;
  const stored = new Map(
    (await request(page, 'series:values', query)).flatMap(({ first, stride, values }) =>
      [...values].map((value, i) => [first + i * stride, String(value)] as const),
    ),
  );
  // Each run pauses for itself: one that is a step behind the other says of which step its loss is.
  const last = Math.max(...stored.keys());
  const lossAt = (step: number): string =>
    step <= last ? stored.get(step)! : `${stored.get(last)!} (step ${last})`;
  expect(told.map(([, loss]) => loss)).toEqual(steps.map(lossAt));
  expect(new Set(told.map(([, loss]) => loss)).size).toBeGreaterThan(3);
});
