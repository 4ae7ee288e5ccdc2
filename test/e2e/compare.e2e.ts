/** Runs that are compared: where they part, and how those of one name are told apart. */
import type { Page } from '@playwright/test';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { presets } from '../../core/experiment/presets.ts';
import { expect, sizes, test } from './support/app.ts';
import { fillLibrary, fourRuns } from './support/four-runs.ts';
import { ended, record, request } from './support/lab.ts';
import { settled } from './support/settled.ts';
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

test('four runs are compared, their ways and their losses under one cursor', async ({ desk }) => {
  const page = await desk.page();
  await fillLibrary(page);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Compare 4' }).click();
  const map = page.getByRole('region', { name: 'Where' }).locator('canvas').first();
  const loss = page.getByLabel('Loss and rate curves').first();
  await expect(map).toBeVisible();
  await expect(page.getByText('at step 50')).toBeVisible();
  const look = (): Promise<Buffer> => map.screenshot();
  const atEnd = await settled(look);
  const box = (await loss.boundingBox())!;
  // Between the panes lies what parts them.
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 4);
  await expect(page.getByText(/^at step (\d|1\d)$/).first()).toBeVisible();
  await expect.poll(async () => (await look()).equals(atEnd)).toBe(false);
  // A press puts the cursor there: it stays when the pointer has left, until Escape.
  await page.mouse.down();
  await page.mouse.up();
  const held = await page
    .getByText(/^at step (\d|1\d)$/)
    .first()
    .textContent();
  await page.mouse.move(5, 5);
  await settled(look);
  await expect(page.getByText(held!, { exact: true })).toBeVisible();
  await loss.press('Escape');
  await expect(page.getByText('at step 50')).toBeVisible();
});

test('compared runs are told of in a sentence, and their losses smoothed over the recorded ones', async ({
  desk,
}) => {
  const page = await desk.page();
  await fillLibrary(page);
  for (const name of fourRuns.slice(0, 2)) {
    await page.getByRole('checkbox', { name: `Select “${name}”` }).click();
  }
  await page.getByRole('button', { name: 'Compare 2' }).click();
  const headline = page.getByRole('heading', { level: 2 }).first();
  await expect(headline).toHaveText(
    /^Changed: decay d 0\.1 → 5\. Final loss .+; nothing here is left to chance\.$/,
  );
  const loss = page.getByLabel('Loss and rate curves').first();
  await expect(loss).toHaveAttribute('aria-valuetext', /Loss: decay 0\.1 /);
  const recorded = (await settled(() => loss.getAttribute('aria-valuetext')))!;
  await choose(page, /^Smoothing of the loss/, /β = 0\.9$/);
  await expect(page.getByText('thin: recorded, bold: smoothed, β = 0.9')).toBeVisible();
  await expect(loss).not.toHaveAttribute('aria-valuetext', recorded);
  await page.getByRole('button', { name: 'What is smoothed, and how' }).hover();
  await expect(page.getByRole('tooltip').locator('.katex')).toBeVisible();
  // The rates are those that were recorded, smoothed or not.
  const rates = / Learning rate.*$/.exec(recorded)![0];
  expect((await loss.getAttribute('aria-valuetext'))!.endsWith(rates)).toBe(true);
  await choose(page, /^Smoothing of the loss/, 'not smoothed');
  await expect(loss).toHaveAttribute('aria-valuetext', recorded);
});

test('names that are too long for a window make nothing wider than it', async ({ desk }) => {
  const page = await desk.page();
  await fillLibrary(page);
  const listed = await request(page, 'run:list', { limit: 10, trashed: false });
  for (const [i, { id }] of listed.slice(0, 2).entries()) {
    const name = `${'没有空格的很长的名字'.repeat(19)}${i}`;
    await request(page, 'run:change', { ids: [id], change: { name } });
  }
  await page.setViewportSize(sizes.small);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Compare 4' }).click();
  await expect(page.getByRole('region', { name: 'Where' })).toBeVisible();
  const wider = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('html, main, main *')]
        .filter((box) => /auto|scroll|visible/.test(getComputedStyle(box).overflowX))
        .filter((box) => box.matches('html, main, .compare') && box.scrollWidth > box.clientWidth)
        .map(({ className, localName }) => `${localName} ${className}`),
    );
  expect(await settled(wider)).toEqual([]);
});

test('seeds of one setting are a band, said so above the curves', async ({ desk }) => {
  const page = await desk.page();
  const { problem } = presets.pair.runs[0]!.config;
  const seeds = [1, 2, 3].map((seed) => [`seed ${seed}`, { ...constant, problem, seed }] as const);
  await run(page, 'seeds', Object.fromEntries(seeds));
  await compareAll(page, 3);
  await expect(page.getByText('tint: least to greatest of 3 seeds')).toBeVisible();
});
