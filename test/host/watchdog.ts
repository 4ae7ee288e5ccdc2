/**
 * A process of its own that outlives a host that was killed hard: when its standard input ends, it
 * ends the browser and removes the profile folder. `node watchdog.ts <pid> <folder>`.
 */
import { killBrowser, removeFolder } from './browser-cleanup.ts';

const pid = Number(process.argv[2]);
const folder = process.argv[3] ?? '';

process.stdin.resume();
process.stdin.on('end', () => {
  killBrowser(pid);
  removeFolder(folder);
});
