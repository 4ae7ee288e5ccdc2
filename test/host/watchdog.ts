/**
 * A process of its own that outlives a host that was killed hard: when its standard input ends, it
 * ends the browser and removes what the host can no longer remove.
 * `node watchdog.ts <browser's pid> <its folder> <host's pid> <instance lock>`.
 */
import { killBrowser, removeFolder, removeLock } from './browser-cleanup.ts';

const [browser, folder = '', host, lock = ''] = process.argv.slice(2);

process.stdin.resume();
process.stdin.on('end', () => {
  killBrowser(Number(browser));
  if (lock) removeLock(lock, Number(host));
  removeFolder(folder);
});
