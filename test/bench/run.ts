/**
 * `npm run bench`: speeds as ratios within one run, because machines are noisy. Every contender works in a
 * process of its own for each workload, one at a time, warm; rounds are interleaved, and the best chunk counts,
 * in processor time of that process. Nothing is asserted but that all who accept given weights report the same first loss.
 *
 * The other libraries are installed on the first run (peers/README.md); without them only ours is measured.
 * `npm run bench -- page` measures only how soon the built app's pictures follow a hand, `-- library` only what a
 * large library costs, `-- core` only the trainings.
 */
import '../../build/node-guard.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { scalarCeiling } from './ceiling.ts';
import { largeLibrary } from './library.ts';
import { pictures } from './page.ts';
import { reportThroughput, sameFirstLoss } from './report.ts';
import { storageAndCharts } from './storage.ts';
import { sweepPool } from './sweep-pool.ts';
import { measure } from './throughput.ts';
import { streamingToAnotherThread } from './threads.ts';

const libraries = ['synaptic', 'brain', 'convnet', 'tfjs-cpu', 'tfjs-wasm', 'jax'];
const peers = join(import.meta.dirname, 'peers');

/** Whether the other libraries are here, or could be fetched now. */
function installPeers(): boolean {
  if (existsSync(join(peers, 'node_modules/.package-lock.json'))) return true;
  console.log('Installing the libraries to compare with into test/bench/peers.');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', args, { cwd: peers, stdio: 'inherit', shell: true }).status === 0;
}

async function core(): Promise<void> {
  const others = installPeers() ? libraries : [];
  if (others.length === 0) console.log('They could not be installed; only ours is measured.');

  console.log(`Node.js ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`);
  const ceiling = scalarCeiling();
  const table = await measure(
    ['hand', 'hand-arrays', 'ours', 'ours-unrecorded', ...others],
    ['W1', 'W2', 'W3', 'W4', 'W4b1', 'W5'],
  );
  reportThroughput(table, others, ceiling);
  await streamingToAnotherThread(['W1', 'W3']);
  await sweepPool();
  console.log();
  storageAndCharts();
  process.exitCode = sameFirstLoss(table) ? 0 : 1;
}

const parts = { core, page: pictures, library: largeLibrary };
const names = Object.keys(parts) as (keyof typeof parts)[];
const wanted = names.filter((name) => process.argv.includes(name));
for (const name of wanted.length > 0 ? wanted : names) await parts[name]();
