/** A long run streams to the page without holding it up: measured in the browser, printed with the host. */
import type { Page } from '@playwright/test';
import { expect, sizes, test } from './support/app.ts';
import { record } from './support/lab.ts';
import { tracePageTasks, type PageTask } from './support/page-tasks.ts';
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
  const tasks = await tracePageTasks(page);
  const begin = Date.now();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 50_000 });
  const seconds = (Date.now() - begin) / 1000;
  const traced = await tasks();
  const { host } = await desk.app();
  console.log(`2 × 500,000 steps in ${seconds.toFixed(1)} s on ${host}; ${inWords(traced)}`);
  expect(traced.length).toBeGreaterThan(10);
  const counts = await recordedCounts(page);
  expect(counts).toEqual([STEPS + 1, STEPS + 1]);
});

/** A task waits where workers, main and browser share the processors: hence both clocks. */
function inWords(tasks: readonly PageTask[]): string {
  const { wall, cpu } = tasks.reduce((a, b) => (b.wall > a.wall ? b : a));
  const over = tasks.filter((task) => task.wall > 50).length;
  const busiest = Math.max(...tasks.map((task) => task.cpu));
  return (
    `page tasks over 50 ms: ${over}, longest ${wall.toFixed(0)} ms ` +
    `(${cpu.toFixed(0)} ms of it on a processor; most of any task ${busiest.toFixed(0)} ms)`
  );
}

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
