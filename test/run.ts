/**
 * `npm test`: builds the app, makes sure of a browser, runs every suite and adds up.
 *
 *   --full      the larger sizes (kills, property cases)
 *   --electron  only the end-to-end bodies, on a real Electron; skipped by name where it is not installed
 *
 * The last line of the output is `N passed, N failed, N skipped`.
 */
import '../build/node-guard.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './host/ensure-browser.ts';
import { electronBinary } from './host/launch-electron.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const flags = process.argv.slice(2);
const full = flags.includes('--full');
const onElectron = flags.includes('--electron');
const reports = mkdtempSync(join(tmpdir(), 'downhill-reports-'));
const environment = {
  ...process.env,
  DOWNHILL_TEST_SIZE: full ? 'full' : 'usual',
};

async function command(name: string, args: readonly string[]): Promise<number> {
  const child = spawn(name, args, {
    stdio: 'inherit',
    env: environment,
    shell: process.platform === 'win32',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** A suite that left no report, or ran nothing, has failed. */
function add(total: Count, suite: Count | null, code: number): void {
  const nothing = !suite || suite.passed + suite.failed + suite.skipped === 0;
  total.passed += suite?.passed ?? 0;
  total.skipped += suite?.skipped ?? 0;
  total.failed += suite?.failed ?? 0;
  if (nothing || (code !== 0 && suite.failed === 0)) total.failed++;
}

function vitestCount(file: string): Count | null {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  return {
    passed: report['numPassedTests'] ?? 0,
    failed: report['numFailedTests'] ?? 0,
    skipped: (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0),
  };
}

function playwrightCount(file: string): Count | null {
  if (!existsSync(file)) return null;
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: Record<string, number> };
  return {
    passed: stats['expected'] ?? 0,
    failed: (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0),
    skipped: stats['skipped'] ?? 0,
  };
}

async function unitSuites(total: Count): Promise<void> {
  const file = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await command('vitest', ['run', ...reporters]);
  add(total, vitestCount(file), code);
}

async function endToEnd(total: Count): Promise<void> {
  const file = join(reports, 'playwright.json');
  Object.assign(environment, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const code = await command('playwright', ['test', '--reporter=list,json']);
  add(total, playwrightCount(file), code);
}

/** Names the end-to-end tests that need the binary that is not here; how many they are. */
async function skipByName(): Promise<number> {
  const child = spawn('playwright', ['test', '--list', '--reporter=list'], {
    env: environment,
    shell: process.platform === 'win32',
  });
  let list = '';
  child.stdout.on('data', (data: Buffer) => (list += data.toString('utf8')));
  await once(child, 'close');
  const names = list.split('\n').filter((line) => line.includes(' › '));
  for (const name of names) console.log(`skipped: ${name.trim()}`);
  console.log(
    'Electron is not installed here; "npx install-electron --no" fetches it from its own site.',
  );
  return names.length;
}

const total: Count = { passed: 0, failed: 0, skipped: 0 };
try {
  if (onElectron && !electronBinary()) {
    total.skipped += await skipByName();
  } else {
    console.log('Building.');
    const built = await command('npm', ['run', 'build', '--silent']);
    const browser = onElectron || ensureBrowser();
    if (built !== 0 || !browser) total.failed++;
    else {
      if (!onElectron) await unitSuites(total);
      await endToEnd(total);
    }
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
