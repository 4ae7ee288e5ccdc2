/** A run whose app was killed goes on when it is asked to, to the bits of one that never stopped; so does one run again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCsv } from '../../core/analysis/csv.ts';
import { presets } from '../../core/experiment/presets.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import { expect, test } from './support/app.ts';
import { planOf, record, request } from './support/lab.ts';
import { go } from './support/views.ts';

test('a run whose app was killed is resumed to the same bits, and run again to the same', async ({
  desk,
}) => {
  const page = await desk.page();
  await record(page);
  const [only] = planOf(presets.pair, { totalSteps: 20_000, replicates: 2 }).runs;
  const plan = { name: 'killed', runs: [only!], pace: 2000 };
  const { runIds } = await request(page, 'experiment:start', plan);
  const id = runIds[0]!;
  await page.waitForFunction((run) => (window.recorded.chunks.get(run)?.length ?? 0) > 60, id);
  await desk.kill();

  const again = await desk.page();
  await go(again, 'Runs');
  await again.getByRole('button', { name: `Open “${only!.name}”` }).click();
  // Its page offers it at once, not in a menu only.
  await expect(again.getByRole('main').getByRole('button', { name: 'Resume' })).toBeVisible();
  await again.getByRole('button', { name: 'Open in the Lab' }).click();
  const state = again.getByRole('status').first();
  await expect(state).toContainText('interrupted at step');
  await again.getByRole('button', { name: 'Resume' }).click();
  await expect(state).toContainText('finished', { timeout: 30_000 });
  await expect(again.getByText(/Resumed at step/)).toBeVisible();
  await expect(again.getByRole('button', { name: 'Resume' })).toHaveCount(0);

  const { run, events } = await request(again, 'run:read', id);
  expect(run).toMatchObject({ state: 'finished', step: 20_000 });
  expect(events).toMatchObject([{ kind: 'continued', after: 'interrupted', reason: 'host-exit' }]);
  const path = join(desk.dataFolder, 'resumed.csv');
  const app = await desk.app();
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await request(again, 'run:export', id, 'csv');
  const recorder = createRecorder();
  createTrainer(only!.config).advance(20_000, recorder);
  expect(readFileSync(path, 'utf8')).toBe(toCsv(recorder.flush()));

  await again.getByRole('button', { name: 'Run again' }).click();
  await expect(again.getByText(/The same to the last bit as the run it repeats/)).toBeVisible({
    timeout: 30_000,
  });
  const [repeated] = await request(again, 'run:list', { limit: 1, trashed: false });
  expect(repeated).toMatchObject({ state: 'finished', rerunOf: id });
});
