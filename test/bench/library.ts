/** What a large library costs: how soon it is there, what a point weighs, and whether main stays free while much is deleted. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Page } from '@playwright/test';
import type { Channel, Requests } from '../../electron/ipc/contract.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { LibraryService } from '../../electron/main/library-service.ts';
import { TrashKeeper } from '../../electron/main/trash-keeper.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { request } from '../e2e/support/lab.ts';
import { go } from '../e2e/support/views.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../host/launch-app.ts';
import { fillLibrary, LONG_NAME, LONG_RUNS, LONG_STEPS, SHORT_RUNS } from './large-library.ts';
import { median } from './median.ts';
import { runsView } from './runs-view.ts';

const RUNS = 1000;
const MANY_RUNS = 10_000;
const DELETED = 500;
const COLUMNS = 1000;
const REPEATS = 5;
const STARTS = 5;
const built = new URL('../../out/main/index.js', import.meta.url);
/** An app of one page that is ready when it is loaded. */
const bareApp = fileURLToPath(new URL('../host/fixture', import.meta.url));

/** So that the file is read from the disk; says whether that could be done. */
function dropFileCache(): boolean {
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** The least and the most of what was measured, in milliseconds. */
const range = (all: readonly number[]): string =>
  `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)} ms`;

/** How long the page waits for the answer to a request. */
async function times<C extends Channel>(
  page: Page,
  channel: C,
  ...args: Parameters<Requests[C]>
): Promise<string> {
  const all = await page.evaluate(
    async ([name, given, repeats]) => {
      const { lab } = window as never as { lab: Record<string, (...list: unknown[]) => unknown> };
      const taken: number[] = [];
      for (let i = 0; i < repeats; i++) {
        const begin = performance.now();
        await lab[name]!(...(given as unknown[]));
        taken.push(performance.now() - begin);
      }
      return taken;
    },
    [channel, args, REPEATS] as const,
  );
  return `${range(all)} (${REPEATS} times)`;
}

/** Seconds until the window can be used, files read from the disk where that can be brought about. */
async function readyAfter(options: LaunchOptions): Promise<{ seconds: number; app: LaunchedApp }> {
  dropFileCache();
  const begin = performance.now();
  const app = await launchApp({ ...options, timeout: 60_000 });
  // What is on the first screen can be pressed.
  if (options.appDir === undefined) {
    await app.page.getByRole('main').getByRole('button').first().waitFor();
  }
  return { seconds: (performance.now() - begin) / 1000, app };
}

const onData = (data: string): LaunchOptions => ({ args: [`--data-dir=${data}`] });

/**
 * Milliseconds from when the scripts and styles of the first screen were there until words stood on it: no host has
 * part in them. The others are read behind it.
 */
async function fromFilesToDrawing(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [words] = performance.getEntriesByName('first-contentful-paint');
    const files = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name, responseEnd }) => /\.(?:js|css)$/.test(name) && responseEnd < words!.startTime,
    );
    return words!.startTime - Math.max(...files.map(({ responseEnd }) => responseEnd));
  });
}

/**
 * The start of a page with nothing on it, of a new library and of this one, in turns: the first is
 * the host's and the browser's share, what the others take longer is the app's own.
 */
async function startTimes(data: string): Promise<void> {
  const empty = mkdtempSync(join(tmpdir(), 'downhill-bench-'));
  const starts = { bare: { appDir: bareApp }, small: onData(empty), large: onData(data) };
  const all = { bare: [] as number[], small: [] as number[], large: [] as number[] };
  const drawn: number[] = [];
  let host = '';
  try {
    for (let i = 0; i < STARTS; i++) {
      for (const which of ['bare', 'small', 'large'] as const) {
        const { seconds, app } = await readyAfter(starts[which]);
        ({ host } = app);
        if (which === 'large') drawn.push(await fromFilesToDrawing(app.page));
        await app.kill();
        all[which].push(seconds);
      }
    }
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
  const own = (seconds: readonly number[]): string =>
    `${(median(seconds) - median(all.bare)).toFixed(2)} s`;
  const words = (seconds: readonly number[]): string =>
    `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)} s`;
  console.log(
    `  window ready after ${words(all.large)}, with an empty library after ${words(all.small)}, ` +
      `a bare page on the same host after ${words(all.bare)}; by the medians the app's own share is ` +
      `${own(all.large)} and ${own(all.small)}, ${range(drawn)} of it from the arrival of the page's files ` +
      `to its first words (${STARTS} times each in turns, ` +
      `${dropFileCache() ? 'file cache dropped' : 'files in the cache: it could not be dropped'}, on ${host})`,
  );
}

/** What listing takes in main, and what the structured clone of the answer takes, of which Electron's transport consists. */
function listing(path: string): void {
  const store = openStore({ path, now: Date.now });
  const reading: number[] = [];
  const cloning: number[] = [];
  let bytes = 0;
  try {
    for (let i = 0; i < REPEATS; i++) {
      const begin = performance.now();
      const runs = store.listRuns({ limit: RUNS, trashed: false });
      const read = performance.now();
      const sent = serialize(runs);
      deserialize(sent);
      cloning.push(performance.now() - read);
      reading.push(read - begin);
      bytes = sent.length;
    }
  } finally {
    store.close();
  }
  console.log(
    `  1,000 runs listed: main reads ${range(reading)}, a structured clone of ${(bytes / 2 ** 20).toFixed(1)} MiB takes ${range(cloning)}`,
  );
}

/** The built app on this library: list, curve, as its page sees them. */
async function pageTimes(data: string): Promise<void> {
  const { app } = await readyAfter(onData(data));
  try {
    const { page } = app;
    await request(page, 'preferences:write', { locale: 'en', theme: 'light' });
    const list = await times(page, 'run:list', { limit: 1000, trashed: false });
    console.log(`  1,000 runs listed to the page ${list}, on ${app.host}`);
    const [run] = await request(page, 'run:list', { limit: 1, trashed: false });
    const query = { metric: 'train/loss', from: 0, to: LONG_STEPS, columns: COLUMNS } as const;
    const curve = await times(page, 'series:read', { runId: run!.id, ...query });
    console.log(`  a curve of 10⁶ points in ${COLUMNS} columns ${curve}`);
    const search = await times(page, 'run:search', '学习率');
    console.log(`  search for 学习率 ${search}`);
    // Last: it reads the library on, in which others would have to wait for their turn.
    const shown = await timed(async () => {
      await go(page, 'Runs');
      await page.getByText(LONG_NAME).first().waitFor();
    });
    console.log(`  the Runs view opened and drawn ${shown.toFixed(0)} ms`);
  } finally {
    await app.kill();
  }
}

/** The longest time main's event loop did not come round while `work` went on. */
async function longestGap(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  clearInterval(beat);
  return Math.max(longest, performance.now() - last);
}

/** As main does it: tagged, into the trash, then for good, slice by slice. */
async function deletion(path: string): Promise<void> {
  const store = openStore({ path, now: Date.now });
  const library = new LibraryService({ store, emit: () => undefined });
  const ids = store.listRuns({ limit: DELETED, trashed: false }).map(({ id }) => id);
  const trash = new TrashKeeper({
    store,
    confirm: () => Promise.resolve(true),
    // The copy is not what is measured here.
    backUp: () => Promise.resolve(true),
    confirmUnsaved: () => Promise.resolve(true),
    gone: (gone: readonly RunId[]) => library.gone(gone),
    log: console.log,
  });
  const report = async (what: string, work: () => Promise<void>): Promise<void> => {
    const begin = performance.now();
    const gap = await longestGap(work);
    const seconds = (performance.now() - begin) / 1000;
    console.log(
      `  ${what}: main's longest gap ${gap.toFixed(0)} ms, ${seconds.toFixed(2)} s in all`,
    );
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  try {
    await report(`${DELETED} runs tagged`, async () => {
      library.change(ids, { addTags: ['of many'] });
      await turn();
    });
    await report(`${DELETED} runs into the trash`, async () => {
      library.change(ids, { trashed: true });
      await turn();
    });
    await report(`${DELETED} runs deleted for good`, async () => {
      await trash.empty();
      while (store.deleteSome()) await new Promise((resolve) => setTimeout(resolve, 10));
    });
  } finally {
    trash.shutdown();
    store.close();
  }
}

/** What the view of all runs costs the page where there are many short ones. */
async function manyRuns(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'downhill-bench-'));
  try {
    fillLibrary(join(data, 'data', 'library.db'), MANY_RUNS, SHORT_RUNS, () => undefined);
    const { app } = await readyAfter(onData(data));
    try {
      await request(app.page, 'preferences:write', { locale: 'en', theme: 'light' });
      console.log(`  The Runs view with ${MANY_RUNS.toLocaleString('en')} runs, on ${app.host}`);
      await runsView(app.page);
    } finally {
      await app.kill();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

export async function largeLibrary(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'downhill-bench-'));
  const path = join(data, 'data', 'library.db');
  try {
    const { runs, points } = fillLibrary(path, RUNS, LONG_RUNS, () => undefined);
    const bytes = statSync(path).size;
    console.log(
      `\nLibrary of ${runs.toLocaleString('en')} runs, ${points.toLocaleString('en')} points: ` +
        `${(bytes / points).toFixed(2)} bytes a point`,
    );
    listing(path);
    if (existsSync(built)) {
      await startTimes(data);
      await pageTimes(data);
      await manyRuns();
    } else console.log('  The window is not measured: "npm run build" builds it.');
    await deletion(path);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
