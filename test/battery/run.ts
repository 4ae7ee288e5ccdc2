/**
 * `npm run battery`: everything that is done to the app to make it lose something, and one table of what it lost.
 *
 *   --full   the sizes that docs/reliability.md lists; without it those of `npm test`
 *   --only X only the suites in whose path X is
 */
import '../../build/node-guard.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROWS_FILE, type BatteryRow } from './row.ts';
import { suites } from './suites.ts';

const { values: flags } = parseArgs({
  options: { full: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

async function run(suite: string, rows: string): Promise<number> {
  const child = spawn('vitest', ['run', suite], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      [ROWS_FILE]: rows,
      DOWNHILL_TEST_SIZE: flags.full ? 'full' : 'usual',
    },
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

function read(file: string): readonly BatteryRow[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as BatteryRow);
}

/** In Markdown. */
function table(rows: readonly BatteryRow[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['what', 'tried', 'lost', 'worst']),
    line(['---', '---', '---', '---']),
    ...rows.map(({ what, tried, lost, worst }) => line([what, tried, lost, worst])),
  ].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'downhill-battery-'));
const begin = performance.now();
const rows: BatteryRow[] = [];
const failed: string[] = [];
try {
  for (const [i, suite] of suites.filter((path) => path.includes(flags.only)).entries()) {
    const file = join(folder, `${i}.jsonl`);
    const code = await run(suite, file);
    const found = read(file);
    rows.push(...found);
    // A suite that says nothing has looked at nothing.
    if (code !== 0 || found.length === 0) failed.push(suite);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
console.log(`\n${table(rows)}\n`);
console.log(`${flags.full ? 'Full' : 'Usual'} size, ${minutes} min, ${cpus().length} cores.`);
for (const suite of failed) console.log(`failed: ${suite}`);
process.exitCode = failed.length === 0 && rows.length > 0 ? 0 : 1;
