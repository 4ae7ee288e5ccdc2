/** `npm run check`: types per layer, a type check that must fail, dependency rules, lint, format, dead code. */
import './node-guard.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkPlantedErrors } from './planted-errors.mjs';

/** Each check is a command; two run at a time. */
const commands = [
  [
    'types of renderer and components',
    'svelte-check',
    '--tsconfig',
    './renderer/tsconfig.json',
    '--fail-on-warnings',
  ],
  ['lint', 'eslint', '.'],
  ['types of test', 'tsc', '-p', 'test'],
  ['types of core', 'tsc', '-p', 'core'],
  ['types of electron', 'tsc', '-p', 'electron'],
  ['types of build', 'tsc', '-p', 'build'],
  [
    'dependency rules',
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'core',
    'electron',
    'renderer/src',
    'test',
    'build',
  ],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['dead code', 'knip'],
];

const AT_ONCE = 2;

/**
 * @param {readonly string[]} check
 * @returns {Promise<{ name: string, ok: boolean, output: string, seconds: number }>}
 */
async function run([name = '', command = '', ...args]) {
  const begin = performance.now();
  const child = spawn(command, args, { shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (/** @type {Buffer} */ data) => (output += data));
  child.stderr.on('data', (/** @type {Buffer} */ data) => (output += data));
  const [code] = await once(child, 'close');
  return { name, ok: code === 0, output, seconds: (performance.now() - begin) / 1000 };
}

/** @param {{ name: string, ok: boolean, output: string, seconds: number }} result */
function report({ name, ok, output, seconds }) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd());
}

const waiting = [...commands];
let failures = 0;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const result = await run(check);
    report(result);
    if (!result.ok) failures++;
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
// Alone and last: it plants a file that the other checks would trip over.
const planted = await checkPlantedErrors(run);
report(planted);
if (!planted.ok) failures++;
console.log(failures === 0 ? 'All checks passed.' : `${failures} checks failed.`);
process.exit(failures === 0 ? 0 : 1);
