import { writeFileSync } from 'node:fs';

/** As nice values: −20 (most) to 19. */
const FAVOURED = -10;

/**
 * Gives the browser's session precedence for a processor over the host's. Linux shares processors between
 * sessions first and between threads only within one (`sched_autogroup`). Electron starts its processes in one
 * session, in which the workers' lowest priority should count against the page's thread (not seen on a real
 * one so far); the stand-in is two, in which that request means nothing to the page. Without the right to do so, all stays as it is.
 */
export function favourSession(pid: number): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(FAVOURED));
  } catch {
    // No grouping on this system, or not as root: pictures are as right, only later.
  }
}
