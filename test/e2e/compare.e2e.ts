/** Runs that are compared: where they part, and how those of one name are told apart. */
import type { Page } from '@playwright/test';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { presets } from '../../core/experiment/presets.ts';
import { expect, test } from './support/app.ts';
import { ended, record, request } from './support/lab.ts';
import { choose, go } from './support/views.ts';

type Changes = Readonly<Record<string, object>>;

/** Starts short runs of these names as one experiment and waits until they have ended. */
async function run(page: Page, experiment: string, changes: Changes): Promise<void> {
  const base = { ...presets.noiseFree.runs[0]!.config, totalSteps: 50 };
  const runs = Object.entries(changes).map(([name, change]) => ({
    name,
    config: parseExperimentConfig({ ...base, ...change }),
  }));
  await record(page);
  const { runIds } = await request(page, 'experiment:start', {
    name: experiment,
    runs,
    pace: null,
  });
  expect((await ended(page, runIds)).map(({ state }) => state)).toEqual(
    runIds.map(() => 'finished'),
  );
}

async function compareAll(page: Page, count: number): Promise<void> {
  await go(page, 'Runs');
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: `Compare ${count}` }).click();
}

const constant = { schedule: { id: 'constant' } };
const late = { schedule: { id: 'step', params: { stepSize: 20, gamma: 0.5 } } };

test('the cursor is put where runs with one beginning part', async ({ desk }) => {
  const page = await desk.page();
  await run(page, 'late', { steady: constant, drops: late });
  await compareAll(page, 2);
  // The rate of update 21 is the first that differs; its loss is that of step 21.
  await expect(
    page.getByText('the same to the last bit up to step 20 and first differ at step 21.'),
  ).toBeVisible();
  await expect(page.getByText('at step 50', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Go to step 21' }).click();
  await expect(page.getByText('at step 21', { exact: true })).toBeVisible();
});

test('runs of one name are told apart, and that they never part is said', async ({ desk }) => {
  const page = await desk.page();
  await run(page, 'first', { steady: constant });
  await run(page, 'second', { steady: constant });
  await compareAll(page, 2);
  await expect(page.getByText('never differ: the same to the last bit at all 51')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Go to step/ })).toHaveCount(0);
  for (const name of ['steady (first)', 'steady (second)']) {
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
});

test('along log(1 + t) the cursor is where one points, and how curves are looked at is kept', async ({
  desk,
}) => {
  const page = await desk.page();
  await run(page, 'late', { steady: constant, drops: late });
  await compareAll(page, 2);
  await choose(page, /^x axis/, 'step t (log)');
  await choose(page, /^Smoothing of the loss/, /β = 0\.9$/);
  const curves = page.getByRole('slider', { name: 'Loss and rate curves' });
  await expect(curves).toHaveAttribute('aria-valuetext', /^step t \(log\) 50; Loss/);
  const atStep = async (): Promise<number> => {
    const words = (await curves.getAttribute('aria-valuetext'))!;
    return Number(/^step t \(log\) (\d+);/.exec(words)![1]);
  };
  // Places of the plot: the even axis would have put a quarter and a half near 11 and 27.
  const box = (await curves.boundingBox())!;
  const press = (share: number): Promise<void> =>
    page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
  await press(0.25);
  await expect.poll(atStep).toBeLessThan(5);
  const early = await atStep();
  expect(early).toBeGreaterThan(0);
  await press(0.5);
  await expect.poll(atStep).toBeGreaterThan(early);
  const later = await atStep();
  expect(later).toBeLessThan(12);
  await curves.press('ArrowRight');
  await expect.poll(atStep).toBe(later + 1);
  await page.getByRole('button', { name: 'Runs', exact: true }).last().click();
  await page.getByRole('button', { name: 'Compare 2' }).click();
  await expect(page.getByRole('combobox', { name: 'x axis: step t (log)' })).toBeVisible();
  await expect(page.getByText('thin: recorded, bold: smoothed, β = 0.9')).toBeVisible();
});
