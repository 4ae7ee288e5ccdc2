/**
 * The main job without anybody watching, through the real interface: runs the noisy-bowl pair and the
 * digits, quits, starts again on the same data folder, reopens both and exports their numbers.
 *
 * Ends with code 0 only if, for every run, the CSV that the app exports after the restart is byte for
 * byte the CSV of what the worker threads sent before quitting. Leaves pictures, CSV files and a
 * summary in out/demo/. `--data-dir=FOLDER` keeps the library; else it goes with a temporary folder.
 */
import '../../build/node-guard.mjs';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowser } from '../host/ensure-browser.ts';
import { launchApp } from '../host/launch-app.ts';
import { compareExports } from './compare.ts';
import { reopenAndExport, runBoth } from './journey.ts';
import { writeSummary } from './summary.ts';
import { readTap, tapWorkers } from './tap.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'out/demo');
const appArgs = process.argv.slice(2);
const ownFolder = !appArgs.some((arg) => arg.startsWith('--data-dir'));
const dataFolder = mkdtempSync(join(tmpdir(), 'downhill-demo-'));
const args = ownFolder ? [...appArgs, `--data-dir=${dataFolder}`] : appArgs;

if (!ensureBrowser()) process.exit(69);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const code = await demo().catch((error: unknown) => {
  console.error(error);
  return 1;
});
rmSync(dataFolder, { recursive: true, force: true });
// An app that still runs after an error ends with this process.
process.exit(code);

async function demo(): Promise<number> {
  const pictures: string[] = [];
  const complaints: string[] = [];

  const first = await launchApp({ args });
  await tapWorkers(first);
  console.log(`Downhill runs on the ${first.host}; running the bowl pair, then the digits.`);
  const runs = await runBoth(first, folder, pictures);
  const tapped = await readTap(first);
  complaints.push(...(await complaintsOf(first)));
  await first.close();

  console.log('Quit. Starting again on the same data, reopening both experiments, exporting.');
  const second = await launchApp({ args });
  const exported = await reopenAndExport(second, folder, pictures);
  complaints.push(...(await complaintsOf(second)));
  await second.close();

  const compared = compareExports(runs, tapped, exported);
  const summary = writeSummary(folder, { host: first.host, compared, pictures, complaints });
  for (const file of [...pictures, ...exported, ...summary]) console.log(relative(root, file));
  for (const { experiment, run, equal, bytes } of compared) {
    const verdict = equal ? 'identical to' : 'DIFFERENT from';
    console.log(
      `${experiment}, ${run}: the exported CSV (${bytes} bytes) is ${verdict} the worker's.`,
    );
  }
  for (const complaint of complaints) console.error(`The app complained: ${complaint}`);
  const good = compared.every(({ equal }) => equal) && complaints.length === 0;
  return good ? 0 : 1;
}

/** Console errors, exceptions, refused policies, and requests that would have left the machine. */
async function complaintsOf(app: Awaited<ReturnType<typeof launchApp>>): Promise<string[]> {
  const problems = (await app.problems()).map(({ kind, text }) => `${kind}: ${text}`);
  const requests = (await app.networkRequests()).map(({ url }) => `request to ${url}`);
  return [...problems, ...requests];
}
