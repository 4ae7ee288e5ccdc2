/** A long run streams to the page without holding it up: measured in the browser, printed with the host. */
import type { Page } from '@playwright/test';
import { expect, sizes, test } from './support/app.ts';
import { record } from './support/lab.ts';
import { choose, setField, stateInWords } from './support/views.ts';

const STEPS = 500_000;

test('500,000 steps stream into the Lab; tasks over 50 ms in the page are counted and printed', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await page.getByRole('button', { name: 'Set it up first' }).click();
  await setField(page, /^steps/, String(STEPS));
  await choose(page, /^Seeds/, '1 seed');
  await choose(page, /^Pace/, 'Full speed');
  await record(page);
  await page.evaluate(() => {
    const found: number[] = [];
    Object.assign(window, { longTasks: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push(entry.duration);
    }).observe({ type: 'longtask', buffered: false });
  });
  const begin = Date.now();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 50_000 });
  const seconds = (Date.now() - begin) / 1000;
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = Math.max(0, ...tasks);
  console.log(
    `2 × 500,000 steps in ${seconds.toFixed(1)} s on ${(await desk.app()).host}; tasks over 50 ms: ${tasks.length}, longest ${longest.toFixed(0)} ms`,
  );
  const counts = await recordedCounts(page);
  expect(counts).toEqual([STEPS + 1, STEPS + 1]);
});

/** How many losses the page was sent of each run. */
function recordedCounts(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [...window.recorded.chunks.values()].map((chunks) =>
      chunks
        .filter(({ metric }) => metric === 'train/loss')
        .reduce((sum, { values }) => sum + values.length, 0),
    ),
  );
}
