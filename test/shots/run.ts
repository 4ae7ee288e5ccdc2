/**
 * `npm run shots [-- name …]`: representative states of the app in both languages and themes and in both
 * window sizes, as pictures in `out/shots/`. Needs `npm run build` before.
 */
import '../../build/node-guard.mjs';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sizes } from '../e2e/support/app.ts';
import { request } from '../e2e/support/lab.ts';
import { launchApp } from '../host/launch-app.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';

const folder = join(import.meta.dirname, '../../out/shots');
const wanted = process.argv.slice(2);
const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const unknown = wanted.filter((name) => scenes.every((scene) => scene.name !== name));
if (unknown.length > 0) {
  const known = scenes.map(({ name }) => name).join(', ');
  console.error(`There is no scene ${unknown.join(', ')}. The scenes: ${known}.`);
  process.exit(1);
}

/** A scene is set in English, since its controls are found by name; the picture is taken in every look. */
async function take(page: Page, { name, again }: Scene): Promise<void> {
  for (const locale of ['en', 'zh-CN'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await request(page, 'preferences:write', { locale, theme });
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        await again?.(page);
        // Charts are laid out and drawn in the frames that follow.
        await page.waitForTimeout(450);
        await page.screenshot({ path: join(folder, `${name}-${locale}-${theme}-${size}.png`) });
      }
    }
  }
  await request(page, 'preferences:write', { locale: 'en', theme: 'light' });
  await page.setViewportSize(sizes.large);
}

mkdirSync(folder, { recursive: true });
let failed = 0;
for (const scene of chosen) {
  const { name, set } = scene;
  const data = mkdtempSync(join(tmpdir(), 'downhill-shots-'));
  const app = await launchApp({ args: [`--data-dir=${data}`] });
  try {
    const { page } = app;
    page.setDefaultTimeout(15_000);
    await page.setViewportSize(sizes.large);
    await page.getByRole('navigation').waitFor();
    await request(page, 'preferences:write', { locale: 'en', theme: 'light' });
    await set(page);
    await take(page, scene);
    console.log(name);
  } catch (error) {
    failed++;
    console.error(`${name}: ${(error as Error).message}`);
  } finally {
    await app.kill();
    rmSync(data, { recursive: true, force: true });
  }
}
console.log(`${(chosen.length - failed) * 8} pictures in ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;
