/** What a model has learnt, in the Lab and through a real worker, against the core. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { createModelViewer, type ModelAtStep } from '../../core/model-views/model-view.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import { assets } from '../support/assets.ts';
import { expect, sizes, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { serious } from './support/serious.ts';
import { answerDialogs, fromMenu, saved } from './support/save.ts';
import { choose, go, setField, stateInWords } from './support/views.ts';

function expected(config: ExperimentConfig, step: number): ModelAtStep['view'] {
  const trainer = createTrainer(config, assets);
  trainer.advance(step, null);
  return createModelViewer(config, assets)(trainer.judgedPoint());
}

function view<K extends ModelAtStep['view']['kind']>(
  kind: K,
  config: ExperimentConfig,
  step: number,
): Extract<ModelAtStep['view'], { kind: K }> {
  const seen = expected(config, step);
  if (seen.kind !== kind) throw new Error(`a ${seen.kind}`);
  return seen as Extract<ModelAtStep['view'], { kind: K }>;
}

/** The settings of the one run with this schedule, as the library has them. */
async function configOf(page: Page, schedule: string): Promise<ExperimentConfig> {
  const runs = await request(page, 'run:list', { limit: 10, trashed: false });
  return runs.find(({ config }) => config!.schedule.id === schedule)!.config!;
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished', { timeout: 30_000 });
}

test('the boundary of XOR is there before anything is run, and follows the cursor', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await choose(page, /^Choose a problem/, 'XOR');
  await setField(page, /^epochs/, '300');
  await choose(page, /^Pace/, 'Full speed');
  const pane = page.getByRole('region', { name: 'Decision boundary' });
  await expect(pane).toContainText('as it starts');
  await run(page);
  const config = await configOf(page, 'inverse-time');
  await choose(page, /^Run that is shown/, 'inverse time');
  const says = (step: number): string => {
    const { train } = view('decision-map', config, step);
    const wrong = train.label.filter((actual, i) => actual !== train.predicted[i]).length;
    return `at step ${step}: ${wrong} of 4 training samples`;
  };
  await expect(pane).toContainText(says(300));
  const scrubber = page.getByRole('slider', { name: 'Step under the cursor' });
  await scrubber.focus();
  await scrubber.press('Home');
  await expect(pane).toContainText(says(0));
  await page.getByRole('button', { name: 'One step forward' }).click();
  await expect(pane).toContainText(says(1));
  // Every number of the picture, as it crosses from the worker to the page.
  const ahead = { of: { kind: 'ahead', config }, step: 120 } as const;
  expect(await request(page, 'model:view', ahead)).toEqual({
    step: 120,
    view: expected(config, 120),
  });
});

test('digits show weights and what is misclassified, before, while and after they run', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await page.getByRole('button', { name: /Handwritten digits/ }).click();
  const pane = page.getByRole('region', { name: 'Weights' });
  await expect(pane).toContainText(/test images misclassified/);
  await choose(page, /^Pace/, 'Full speed');
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 30_000 });
  const config = await configOf(page, 'constant');
  const { misclassified, weights } = view('weight-images', config, config.totalSteps);
  await expect(pane).toContainText(`${misclassified} of 360 test images misclassified`);
  expect(await serious(page)).toEqual([]);
  await fromMenu(page, 'Weights', 'Save as SVG');
  const svg = (await saved(page, join(desk.dataFolder, 'saved.svg'))).toString('utf8');
  expect(svg).toContain(`>${misclassified} of 360 test images<`);
  expect(svg.match(/<rect /g)!.length).toBeGreaterThan(640);
  await fromMenu(page, 'Weights', 'Save series as CSV');
  const csv = (await saved(page, join(desk.dataFolder, 'saved.csv'))).toString('utf8');
  const [head, ...rows] = csv.trim().split('\n');
  expect(head).toMatch(/^pixel,class 0,.*class 9$/);
  expect(rows[20]!.split(',').map(Number)).toEqual([
    20,
    ...Array.from({ length: 10 }, (_, k) => weights[64 * k + 20]!),
  ]);
});

test('the models of all runs stand side by side, each under its name, at the cursor', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await choose(page, /^Choose a problem/, 'two moons');
  await page.getByRole('button', { name: 'Add a run to compare' }).click();
  await setField(page, /^epochs/, '40');
  await choose(page, /^Pace/, 'Full speed');
  const pane = page.getByRole('region', { name: 'Decision boundary' });
  await pane.getByRole('button', { name: 'all runs' }).click();
  const cells = pane.getByRole('group');
  await expect(cells).toHaveCount(3);
  for (const cell of await cells.all()) await expect(cell).toContainText('at step 0: ');
  await run(page);
  const runs = await request(page, 'run:list', { limit: 10, trashed: false });
  const scrubber = page.getByRole('slider', { name: 'Step under the cursor' });
  await scrubber.focus();
  await scrubber.press('Home');
  for (let i = 0; i < 3; i++) await scrubber.press('ArrowRight');
  for (const { name, config } of runs) {
    const { train } = view('decision-map', config!, 3);
    const wrong = train.label.filter((actual, i) => actual !== train.predicted[i]).length;
    await expect(pane.getByRole('group', { name, exact: true })).toContainText(
      `at step 3: ${wrong} of ${train.label.length} training samples`,
    );
  }
  const second = cells.nth(1).getByRole('button');
  await second.click();
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  expect(await serious(page)).toEqual([]);
  await pane.getByRole('button', { name: 'all runs' }).click();
  await expect(cells).toHaveCount(0);
  await expect(pane).toContainText('at step 3: ');
});

test('weights of all runs that fill the stage stand apart from each other and beside the table', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.large);
  await page.getByRole('button', { name: /Handwritten digits/ }).click();
  await choose(page, /^Pace/, 'Full speed');
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 30_000 });
  const pane = page.getByRole('region', { name: 'Weights' });
  await pane.getByRole('button', { name: 'all runs' }).click();
  await pane.getByRole('button', { name: 'Weights: view and save' }).click();
  await page.getByRole('menuitem', { name: 'Fill the stage' }).click();
  await expect(page.getByRole('heading', { name: 'Loss' })).toHaveCount(0);
  const table = page.locator('.findings table');
  const ends = async (): Promise<boolean[]> => {
    const [first, second] = await Promise.all(
      [0, 1].map((i) => pane.getByRole('group').nth(i).locator('canvas').boundingBox()),
    );
    const [at, frame] = await Promise.all([
      table.boundingBox(),
      page.locator('.findings').boundingBox(),
    ]);
    return [
      first!.x + first!.width <= second!.x || first!.y + first!.height <= second!.y,
      second!.x + second!.width <= at!.x,
      at!.x + at!.width <= frame!.x + frame!.width + 1,
    ];
  };
  await expect.poll(ends).toEqual([true, true, true]);
});
