/** What was run is what comes back after quitting: bit for bit, divergence included. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { presets } from '../../core/experiment/presets.ts';
import { toCsv } from '../../core/analysis/csv.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { expect, test, type Desk } from './support/app.ts';
import { ended, planOf, record, request } from './support/lab.ts';

/** All chunks the page was sent of a run; values travel as hexadecimal bits, so that NaN keeps its own. */
async function sentCsv(desk: Desk, id: RunId): Promise<string> {
  const page = await desk.page();
  const chunks = await page.evaluate(
    (run) =>
      (window.recorded.chunks.get(run) ?? []).map(({ metric, first, stride, values }) => ({
        metric,
        first,
        stride,
        bits: [...new BigUint64Array(values.slice().buffer)].map((bits) => bits.toString(16)),
      })),
    id,
  );
  return toCsv(
    chunks.map(({ metric, first, stride, bits }): MetricChunk => {
      const words = BigUint64Array.from(bits, (word) => BigInt(`0x${word}`));
      return { metric, first, stride, values: new Float64Array(words.buffer) };
    }),
  );
}

/** The app's own export, with the save dialog answered. */
async function exportCsv(desk: Desk, id: RunId): Promise<string> {
  const path = join(desk.dataFolder, `${id}.csv`);
  const app = await desk.app();
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  expect(await request(app.page, 'run:export', id, 'csv')).toBe(path);
  return readFileSync(path, 'utf8');
}

for (const name of ['pair', 'tooLarge', 'digits'] as const) {
  test(`the preset "${name}" exports after a restart what the worker sent before`, async ({
    desk,
  }) => {
    const page = await desk.page();
    await record(page);
    const { runIds } = await request(page, 'experiment:start', planOf(presets[name]));
    const statuses = await ended(page, runIds);
    const sent = await Promise.all(runIds.map((id) => sentCsv(desk, id)));
    if (name === 'tooLarge') {
      expect(statuses[0]).toMatchObject({ state: 'diverged', reason: 'loss', step: 876 });
      expect(sent[0]).toContain('Infinity');
    }
    await desk.restart();
    for (const [i, id] of runIds.entries()) {
      expect(await exportCsv(desk, id)).toBe(sent[i]);
    }
  });
}

test('digits reach 95 % test accuracy live in under ten seconds', async ({ desk }) => {
  const page = await desk.page();
  await record(page);
  const begin = Date.now();
  const { runIds } = await request(page, 'experiment:start', planOf(presets.digits));
  const statuses = await ended(page, runIds);
  const seconds = (Date.now() - begin) / 1000;
  for (const { state, result } of statuses) {
    expect(state).toBe('finished');
    expect(result!.testAccuracy).toBeGreaterThanOrEqual(0.95);
  }
  console.log(`digits: both runs in ${seconds.toFixed(1)} s on ${(await desk.app()).host}`);
  expect(seconds).toBeLessThan(10);
});

test('quitting while runs stream keeps a checkpoint and marks them interrupted, without a question', async ({
  desk,
}) => {
  const page = await desk.page();
  await record(page);
  const plan = { ...planOf(presets.pair, { totalSteps: 100_000 }), pace: 2000 };
  const { runIds } = await request(page, 'experiment:start', plan);
  await page.waitForFunction(
    (ids) => ids.every((id) => (window.recorded.chunks.get(id)?.length ?? 0) > 20),
    [...runIds],
  );
  const again = await desk.restart();
  for (const id of runIds) {
    const { run, checkpointStep, series } = await request(again, 'run:read', id);
    expect(run).toMatchObject({ state: 'interrupted', reason: 'quit' });
    expect(run.step).toBeGreaterThan(0);
    expect(checkpointStep).toBe(run.step);
    const loss = series.find(({ metric }) => metric === 'train/loss');
    expect(loss?.lastStep).toBe(run.step - 1);
  }
});
