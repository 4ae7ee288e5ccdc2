/**
 * Draws the icons from their two sources, `resources/icon.svg` and, up to 32 pixels,
 * `resources/icon-small.svg`: PNG files for Linux, one .ico for Windows, one .icns for macOS. Run it
 * after a change of the sources: `npx node build/icons.mjs /usr/bin/chromium`.
 */
import './node-guard.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { packIcns, packIco } from './icon-files.mjs';

const resources = join(import.meta.dirname, 'resources');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const LARGEST_SMALL = 32;

/** @returns {Promise<Map<number, Buffer>>} size → PNG */
async function draw() {
  const browser = await chromium.launch({
    ...(process.argv[2] ? { executablePath: process.argv[2] } : {}),
    // Chromium refuses its sandbox to root; the only page is our own drawing.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  /** @type {Map<number, Buffer>} */
  const images = new Map();
  for (const size of sizes) {
    const source = size <= LARGEST_SMALL ? 'icon-small.svg' : 'icon.svg';
    const svg = readFileSync(join(resources, source)).toString('base64');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${svg}">`,
    );
    images.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
  return images;
}

const images = await draw();
mkdirSync(join(resources, 'icons'), { recursive: true });
for (const [size, png] of images) {
  writeFileSync(join(resources, 'icons', `${size}x${size}.png`), png);
}
writeFileSync(join(resources, 'icon.ico'), packIco(images));
writeFileSync(join(resources, 'icon.icns'), packIcns(images));
