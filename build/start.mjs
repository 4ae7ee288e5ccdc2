/**
 * `npm start`: builds if need be, then shows the app. With its own window on Electron if the binary is
 * here or can be fetched; else as a preview, in the window of a Chromium-family browser; without a
 * display, headless, doing the main job by itself (test/demo).
 *
 *   --headless        as if there were no display
 *   --preview         the preview even where Electron is installed
 *   --fetch-electron  try to fetch Electron although it failed a short time ago
 *
 * Everything else goes to the app, such as --data-dir=FOLDER.
 */
import './node-guard.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isBuilt } from './built.mjs';
import { electronBinary } from './electron-binary.mjs';
import { fetchElectron } from './fetch-electron.mjs';

const root = join(import.meta.dirname, '..');
const own = ['--headless', '--preview', '--fetch-electron'];
const given = process.argv.slice(2);
const flags = new Set(given.filter((arg) => own.includes(arg)));
const appArgs = given.filter((arg) => !own.includes(arg));

if (!isBuilt(root)) {
  console.log('Building.');
  await runOrExit('npm', ['run', 'build', '--silent'], { shell: process.platform === 'win32' });
}
if (flags.has('--headless') || !hasDisplay()) await demo();
else {
  const electron = flags.has('--preview') ? null : await chooseElectron();
  if (electron) await runOrExit(electron, [root, ...appArgs], { env: withoutRunAsNode() });
  else await preview();
}

/** The main job, through the real interface, with nobody watching. */
async function demo() {
  console.log(
    flags.has('--headless')
      ? 'Headless: Downhill runs its two first experiments by itself.'
      : 'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so Downhill runs its two first experiments by itself.',
  );
  await runOrExit(process.execPath, [join(root, 'test/demo/run.ts'), ...appArgs]);
}

async function preview() {
  console.log("This is the preview: the same app, with a browser's window in Electron's place.");
  await runOrExit(process.execPath, [join(root, 'test/host/ensure-browser.ts')]);
  const host = join(root, 'test/host/launch.ts');
  await runOrExit(process.execPath, [host, '--window', root, ...appArgs]);
}

/** @returns {Promise<string | null>} */
async function chooseElectron() {
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Electron refuses to run its sandbox as root; another user can start it.');
    return null;
  }
  return electronBinary() ?? (await fetchElectron({ again: flags.has('--fetch-electron') }));
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** With this variable Electron would be a plain Node.js that knows no window. */
function withoutRunAsNode() {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = process.env;
  return rest;
}

/**
 * Runs a program in the foreground; if it fails, this script ends with its code.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<void>}
 */
function runOrExit(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: root, ...options });
    // Ctrl+C reaches the child by itself; whoever ends only this process ends the child too.
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    const ignore = () => {};
    process.on('SIGINT', ignore).on('SIGTERM', passOn);
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      process.exit(1);
    });
    child.once('close', (code) => {
      process.off('SIGINT', ignore).off('SIGTERM', passOn);
      if (code !== 0) process.exit(code ?? 1);
      resolve();
    });
  });
}
