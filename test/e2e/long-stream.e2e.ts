/** A long run streams to the page without holding it up: measured in the browser, printed with the host. */
import type { Page } from '@playwright/test';
import { presets } from '../../core/experiment/presets.ts';
import type { RunId } from '../../electron/ipc/contract.ts';
import { expect, test } from './support/app.ts';
import { ended, planOf, record, request } from './support/lab.ts';

const STEPS = 500_000;

test('500,000 steps stream to the page; tasks over 50 ms are counted and printed', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.setViewportSize({ width: 1440, height: 900 });
  await record(page);
  const plan = planOf(presets.pair, { totalSteps: STEPS, replicates: 1 });
  const [first] = plan.runs;
  await page.evaluate(() => {
    const found: number[] = [];
    Object.assign(window, { longTasks: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push(entry.duration);
    }).observe({ type: 'longtask', buffered: false });
  });
  const { runIds } = await request(page, 'experiment:start', { ...plan, runs: [first!] });
  await page.waitForFunction(() => window.recorded.statuses.length > 0);
  const begin = Date.now();
  const [status] = await ended(page, runIds);
  const seconds = (Date.now() - begin) / 1000;
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = Math.max(0, ...tasks);
  console.log(
    `500,000 steps in ${seconds.toFixed(1)} s on ${(await desk.app()).host}; tasks over 50 ms: ${tasks.length}, longest ${longest.toFixed(0)} ms`,
  );
  expect(status).toMatchObject({ state: 'finished', step: STEPS });
  expect(await recordedCount(page, runIds[0]!)).toBe(STEPS + 1);
});

/** How many losses the page was sent. */
function recordedCount(page: Page, id: RunId): Promise<number> {
  return page.evaluate(
    (run) =>
      (window.recorded.chunks.get(run) ?? [])
        .filter(({ metric }) => metric === 'train/loss')
        .reduce((sum, { values }) => sum + values.length, 0),
    id,
  );
}
