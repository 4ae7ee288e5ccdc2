/** What is left of a host and how it is removed; shared by the host and its watchdog. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** Kills the browser with its whole process group; nothing to do when it has gone. */
export function killBrowser(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** The last writes of a dying browser can race the removal, so it is tried a few times. */
export function removeFolder(folder: string): void {
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** The socket beside an instance lock. */
export function socketOf(lock: string): string {
  return lock.replace(/\.lock$/, '.sock');
}

/** Removes the lock of a dead host, unless another one has taken it over meanwhile. */
export function removeLock(lock: string, owner: number): void {
  try {
    if (Number(readFileSync(lock, 'utf8')) !== owner) return;
    rmSync(lock, { force: true });
    rmSync(socketOf(lock), { force: true });
  } catch {
    // Released already.
  }
}
