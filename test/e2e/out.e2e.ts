/** What leaves the app: pictures and tables of panes, and a schedule as code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { answerDialogs, fromMenu, saved } from './support/save.ts';
import { settled } from './support/settled.ts';
import { go, runPair, setField } from './support/views.ts';

/** The width of something, once it no longer moves: a verdict takes room when runs have ended. */
async function settledWidth(target: Locator): Promise<number> {
  return Math.round(await settled(async () => (await target.boundingBox())!.width));
}

/** Pixels of a PNG, from its header. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

test('a pane is saved as PNG and SVG and as a table, and copied', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await runPair(page);

  await fromMenu(page, 'Loss', 'Save as PNG (2×)');
  const loss = sizeOf(await saved(page, join(desk.dataFolder, 'saved.png')));
  const pane = (await page.locator('.stack').boundingBox())!;
  // Twice the pane and the margin of 12 pixels around it.
  expect(loss.width).toBe(2 * (Math.round(pane.width) + 24));
  expect(loss.height).toBeGreaterThan(2 * 100);

  const side = await settledWidth(page.locator('.map'));
  await fromMenu(page, 'Where', 'Save as PNG (4×)');
  await expect
    .poll(() => sizeOf(readFileSync(join(desk.dataFolder, 'saved.png'))).width)
    .toBe(4 * (side + 24));

  await fromMenu(page, 'Loss', 'Save as SVG');
  const svg = (await saved(page, join(desk.dataFolder, 'saved.svg'))).toString('utf8');
  // A browser shows an SVG picture only if it is well-formed XML.
  const width = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    return image.naturalWidth;
  }, svg);
  expect(width).toBe(Math.round(pane.width) + 24);
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word]) => word);
  expect(words).toEqual(expect.arrayContaining(['Loss', 'constant', 'inverse time', 'step t']));
  expect(svg.match(/<path /g)!.length).toBeGreaterThan(4);
  expect(svg).not.toMatch(/oklch|NaN|undefined/);

  await fromMenu(page, 'Rate', 'Save series as CSV');
  const table = (await saved(page, join(desk.dataFolder, 'saved.csv')))
    .toString('utf8')
    .split('\n');
  expect(table[0]).toBe('step,constant,inverse time');
  expect(table[1]).toMatch(/^0,[\d.]+,[\d.]+$/);
  expect(table.length).toBeGreaterThan(100);

  await fromMenu(page, 'Where', 'Copy picture');
  await expect(page.getByText('Picture copied')).toBeVisible();
  const copied = await app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    const blob = (await item!.getType('image/png')) as Blob;
    return [...new Uint8Array(await blob.arrayBuffer()).subarray(0, 24)];
  });
  expect(sizeOf(Buffer.from(copied)).width).toBe(2 * (side + 24));
});

test('a sweep is saved as a picture and as a table', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await go(page, 'Lab');
  await setField(page, /^gradient noise/, '0');
  await setField(page, /^steps/, '200');
  await page.getByRole('button', { name: 'Sweep…' }).click();
  await expect(page.getByText(/is best: tail loss/)).toBeVisible({ timeout: 30_000 });
  const menu = page
    .getByRole('region', { name: 'Sweep' })
    .getByRole('button', { name: /view and save/ });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
  const svg = (await saved(page, join(desk.dataFolder, 'saved.svg'))).toString('utf8');
  expect(svg).toMatch(/>[^<]*2\/L[^<]*<\/text>/);
  expect(svg).toMatch(/>best [\d.]+<\/text>/);
  expect(svg.match(/M[\d. ]+a2\.75 2\.75 /g)!.length).toBeGreaterThan(10);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Save series as CSV' }).click();
  const table = (await saved(page, join(desk.dataFolder, 'saved.csv'))).toString('utf8');
  expect(table.trim().split('\n').length).toBeGreaterThan(20);
  expect(table).toMatch(/η/);
});

test('a schedule is copied as code', async ({ desk }) => {
  const page = await desk.page();
  await go(page, 'Start');
  await page.getByRole('button', { name: 'Set it up first' }).click();
  await setField(page, /^first rate/, '0.25');
  await page.getByRole('button', { name: 'Copy as code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'This schedule as code' });
  await expect(dialog).toContainText('η₀ = 0.25');
  await dialog.getByRole('radio', { name: 'NumPy' }).click();
  await expect(dialog).toContainText('import numpy as np');
  await page.evaluate(() =>
    window.addEventListener('copy', (event) => {
      (window as { copied?: string }).copied = event.clipboardData?.getData('text/plain') ?? '';
    }),
  );
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => (window as { copied?: string }).copied);
  expect(text).toContain('np.testing.assert_allclose(rate(ticks), expected');
  expect(await dialog.locator('code').textContent()).toBe(text);
});
