/** Fetches Electron's binary once, within a time limit, and remembers for a while that it could not. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronBinary, electronPackage } from './electron-binary.mjs';

const LIMIT_SECONDS = 60;
const REMEMBER_HOURS = 6;
const note = join(electronPackage, '..', '.cache', 'downhill', 'electron-not-fetched.json');

/**
 * The binary, or null after a sentence that says why not and what helps.
 *
 * @param {{ again: boolean }} options `again`: try although it failed a short time ago
 * @returns {Promise<string | null>}
 */
export async function fetchElectron({ again }) {
  const failed = again ? null : readNote();
  if (failed) {
    console.log(
      `Electron could not be fetched at ${failed.toLocaleString()}; "npm start -- --fetch-electron" tries again.`,
    );
    return null;
  }
  console.log(
    `Electron's binary is not here yet; fetching it, for at most ${LIMIT_SECONDS} seconds.`,
  );
  const problem = await install();
  const binary = problem ? null : electronBinary();
  if (binary) {
    rmSync(note, { force: true });
    return binary;
  }
  writeNote();
  console.log(
    `Electron could not be fetched (${problem ?? 'its installer left no binary'}): "npx install-electron --no" tries without a limit, and ELECTRON_MIRROR names another source.`,
  );
  return null;
}

/** @returns {Promise<string | null>} what went wrong, in a few words */
function install() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (/** @type {Buffer} */ data) => (output += data));
    const timer = setTimeout(() => {
      child.kill();
      resolve(`not done after ${LIMIT_SECONDS} seconds`);
    }, LIMIT_SECONDS * 1000);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? null : reasonIn(output));
    });
  });
}

/**
 * The innermost cause in an error's printed stack; "fetch failed" alone says nothing.
 *
 * @param {string} output
 */
export function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const error = lines.filter((line) => /^(\w*Error\b|\[cause\])/.test(line)).at(-1);
  return (error ?? lines.find(Boolean) ?? 'unknown reason').replace(/\s*\{?$/, '').slice(0, 160);
}

/** @returns {Date | null} when it last failed, if that is recent and the source has not changed since */
function readNote() {
  try {
    const { at, mirror } = JSON.parse(readFileSync(note, 'utf8'));
    const when = new Date(at);
    const recent = Date.now() - when.getTime() < REMEMBER_HOURS * 3_600_000;
    return recent && mirror === currentMirror() ? when : null;
  } catch {
    return null;
  }
}

function writeNote() {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify({ at: new Date(), mirror: currentMirror() }));
}

function currentMirror() {
  return process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? '';
}
