/** The charts along the travel Σ η of each run: what is computed ahead, what is stored, and what is saved of it. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { presets } from '../../core/experiment/presets.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { expect, test } from './support/app.ts';
import { ended, record, request } from './support/lab.ts';
import { answerDialogs, fromMenu, saved } from './support/save.ts';
import { choose, go, setUpPair } from './support/views.ts';

const reader = (page: Page): Locator => page.getByRole('slider', { name: 'Loss and rate curves' });

async function pressAt(page: Page, share: number): Promise<void> {
  const box = (await reader(page).boundingBox())!;
  await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}

test('along the travel every run stands where it has come to, and the cursor is a step of the selected one', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await expect(page.getByText('at step 2\u202f000')).toBeVisible();
  await choose(page, /^x axis/, 'travel Ση');
  // 2000 updates at a rate of 0.1.
  const spoken = /^step t 2\u202f000; travel Ση 200; Loss/;
  await expect(reader(page)).toHaveAttribute('aria-valuetext', spoken);
  await pressAt(page, 0.25);
  await expect(reader(page)).toHaveAttribute('aria-valuetext', /^step t 500; travel Ση 50\.0; /);
  await expect(page.getByText('at step 500', { exact: true })).toBeVisible();

  // The other run has come less far: at the end of the axis its last step is the nearest.
  await page.getByRole('button', { name: /^Edit “inverse time”/ }).click();
  await pressAt(page, 0.9);
  await expect(reader(page)).toHaveAttribute(
    'aria-valuetext',
    /^step t 2\u202f000; travel Ση \d\d\.\d;/,
  );
  await reader(page).press('ArrowLeft');
  await expect(reader(page)).toHaveAttribute('aria-valuetext', /^step t 1\u202f999; /);
});

test('the table of a pane has the travel of each run, added up in the order of its updates', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await setUpPair(page);
  await choose(page, /^x axis/, 'travel Ση');
  await fromMenu(page, 'Rate', 'Save series as CSV');
  const [titles, ...rows] = (await saved(page, join(desk.dataFolder, 'saved.csv')))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','));
  expect(titles).toEqual(['step', 'constant: Ση', 'constant', 'inverse time: Ση', 'inverse time']);
  const sums = [0, 0];
  rows.forEach(([step, ...cells], i) => {
    expect([Number(step), Number(cells[0]), Number(cells[2])]).toEqual([i, ...sums]);
    sums[0]! += Number(cells[1]);
    sums[1]! += Number(cells[3]);
  });
  expect(rows).toHaveLength(2000);

  await fromMenu(page, 'Loss', 'Save as SVG');
  const svg = (await saved(page, join(desk.dataFolder, 'saved.svg'))).toString('utf8');
  expect(svg).toMatch(/>travel Ση<\/text>/);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test('of a long stored run whose rates a metric made, they are read and added up', async ({
  desk,
}) => {
  const steps = 150_000;
  const config = parseExperimentConfig({
    ...presets.pair.runs[0]!.config,
    replicates: 1,
    totalSteps: steps,
    schedule: { id: 'reduce-on-plateau', params: { patience: 20_000, factor: 0.5 } },
  });
  const page = await desk.page();
  await record(page);
  const plan = { name: 'plateau', pace: null, runs: [{ name: 'plateau', config }] };
  const { runIds } = await request(page, 'experiment:start', plan);
  await ended(page, runIds);
  const again = await desk.restart();
  const { sum, last } = await travelled(again, runIds[0]!);
  expect(last).toBeLessThan(0.1);
  await go(again, 'Runs');
  await again.getByRole('button', { name: 'Open “plateau”' }).first().click();
  await again.getByRole('button', { name: 'Open in the Lab' }).click();
  await choose(again, /^x axis/, 'travel Ση');
  // Long runs are written without a fraction.
  expect(sum).toBeGreaterThan(1000);
  const written = (): Promise<number> => travelWritten(again);
  await expect.poll(written).toBe(Math.round(sum));
  await pressAt(again, 0.5);
  await expect.poll(async () => Math.abs((await written()) / sum - 0.5)).toBeLessThan(0.01);
});

test('training time is offered as an axis and read at the cursor, also after a restart', async ({
  desk,
}) => {
  const page = await desk.page();
  const { config } = presets.pair.runs[0]!;
  const plan = {
    name: 'timed',
    pace: null,
    runs: [
      { name: 'one seed', config: parseExperimentConfig({ ...config, replicates: 1 }) },
      { name: 'twenty seeds', config: parseExperimentConfig({ ...config, replicates: 20 }) },
    ],
  };
  await record(page);
  const { runIds } = await request(page, 'experiment:start', plan);
  await ended(page, runIds);
  const again = await desk.restart();
  const [, seeds] = await Promise.all(runIds.map((id) => request(again, 'run:read', id)));
  const last = seeds!.times.at(-1)!;
  expect(last.step).toBe(config.totalSteps);
  await go(again, 'Runs');
  await again.getByRole('checkbox', { name: 'Select all' }).check();
  await again.getByRole('button', { name: 'Compare 2' }).click();
  await choose(again, /^x axis/, 'training time, s');
  await again.getByRole('button', { name: 'How training time is measured' }).hover();
  await expect(again.getByRole('tooltip')).toContainText('in between taken to grow evenly');
  await expect(reader(again)).toHaveAttribute(
    'aria-valuetext',
    /^step t 2\u202f000; training time, s \S+ s; Loss/,
  );
  await pressAt(again, 0.02);
  await expect(reader(again)).toHaveAttribute('aria-valuetext', /^step t \S+; training time, s /);
});

/** The travel at the cursor, as the charts say it. */
async function travelWritten(page: Page): Promise<number> {
  const words = (await reader(page).getAttribute('aria-valuetext')) ?? '';
  const [, travel = ''] = /travel Ση ([\d\u202f.]+);/.exec(words) ?? [];
  return Number(travel.replaceAll('\u202f', ''));
}

/** The rates that a run recorded, added up in the page. */
async function travelled(page: Page, id: RunId): Promise<{ sum: number; last: number }> {
  let [sum, last, from] = [0, 0, 0];
  for (;;) {
    const query = { runId: id, metric: 'optim/lr', from, most: 50_000 } as const;
    const chunks = await request(page, 'series:values', query);
    if (chunks.length === 0) return { sum, last };
    for (const { values } of chunks) {
      for (const rate of values) sum += last = rate;
      from += values.length;
    }
  }
}
