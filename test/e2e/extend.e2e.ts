/** Finished runs get more steps, from the table, their page and the Lab; what cannot go on says why. */
import type { Locator, Page } from '@playwright/test';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { presets } from '../../core/experiment/presets.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { bitsOf, columnsOf, expectedColumns } from '../support/experiments.ts';
import { expect, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { go } from './support/views.ts';

const base = { ...presets.pair.runs[0]!.config, replicates: 2, totalSteps: 60 };
const decay = parseExperimentConfig({
  ...base,
  schedule: { id: 'inverse-time', params: { decay: 0.1 } },
});
const cosine = parseExperimentConfig({ ...base, schedule: { id: 'cosine' } });

async function runBoth(page: Page): Promise<readonly RunId[]> {
  const runs = [
    { name: 'falls by itself', config: decay },
    { name: 'falls to the end', config: cosine },
  ];
  const { runIds } = await request(page, 'experiment:start', { name: 'both', runs, pace: null });
  for (const id of runIds) await finished(page, id, 60);
  return runIds;
}

async function finished(page: Page, id: RunId, steps: number): Promise<void> {
  await expect
    .poll(async () => {
      const { run } = await request(page, 'run:read', id);
      return [run.state, run.step];
    })
    .toEqual(['finished', steps]);
}

async function addSteps(page: Page, steps: string): Promise<Locator> {
  await page.getByRole('menuitem', { name: /^Add steps/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add steps' });
  const field = dialog.getByRole('textbox', { name: 'more steps' });
  await expect(field).toHaveValue('60');
  await field.fill(steps);
  await field.press('Enter');
  return dialog;
}

test('of two runs the one whose rates stay goes on; the other is run again from the start', async ({
  desk,
}) => {
  const page = await desk.page();
  const [falls, toTheEnd] = (await runBoth(page)) as [RunId, RunId];
  await go(page, 'Runs');
  for (const name of ['falls by itself', 'falls to the end']) {
    await page.getByRole('checkbox', { name: `Select “${name}”` }).check();
  }
  const tray = page.getByRole('region', { name: '2 selected' });
  await tray.getByRole('button', { name: 'Continue or repeat the selected runs' }).click();
  const dialog = await addSteps(page, '40');
  await expect(dialog.getByText('60 → 100 steps')).toHaveCount(2);
  await expect(dialog.getByText(/differ from step 1 on; step 59 would have η/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Go on with 1 of 2' }).click();
  await finished(page, falls, 100);
  await finished(page, toTheEnd, 60);
  const { series } = await request(page, 'run:read', falls);
  const stored = [];
  for (const { metric } of series) {
    stored.push(
      ...(await request(page, 'series:values', { runId: falls, metric, from: 0, most: 1000 })),
    );
  }
  const values = stored.map(({ values: v, ...rest }) => ({
    ...rest,
    values: Float64Array.from(Object.values(v)),
  }));
  expect(bitsOf(columnsOf(values))).toEqual(bitsOf(expectedColumns({ ...decay, totalSteps: 100 })));

  await page.getByRole('button', { name: 'Open “falls to the end”' }).click();
  const again = page.getByRole('button', { name: 'Continue or repeat “falls to the end”' });
  await again.click();
  const refusing = await addSteps(page, '40');
  await refusing
    .getByRole('button', { name: 'Run again from the start with that many steps' })
    .click();
  await expect(page.getByText('1 run started')).toBeVisible();
  const [newest] = await request(page, 'run:list', { limit: 1, trashed: false });
  expect(newest!.config).toEqual({ ...cosine, totalSteps: 100 });
  await finished(page, newest!.id, 100);

  await again.click();
  await page.getByRole('menuitem', { name: 'Run again' }).click();
  await expect
    .poll(async () => {
      const [last] = await request(page, 'run:list', { limit: 1, trashed: false });
      return [last!.rerunOf, last!.state];
    })
    .toEqual([toTheEnd, 'finished']);
});

test('in the Lab the runs on the stage go on, and it says so', async ({ desk }) => {
  const page = await desk.page();
  const [falls] = (await runBoth(page)) as [RunId];
  await go(page, 'Runs');
  await page.getByRole('button', { name: 'Open “falls by itself”' }).click();
  await page.getByRole('button', { name: 'Open in the Lab' }).click();
  await page.getByRole('button', { name: 'Add steps…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add steps' });
  await dialog.getByRole('button', { name: 'Go on with 1 of 2' }).click();
  await finished(page, falls, 120);
  await expect(page.getByText(/Extended to 120 steps after it had finished at 60/)).toBeVisible();
});
