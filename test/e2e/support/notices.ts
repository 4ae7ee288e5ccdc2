import type { Page } from '@playwright/test';

/** Longer than anything the page waits for itself, shorter than an undo is offered. */
const SHOWN_LONG = 8000;

/**
 * From now on what this page offers to undo is offered until it is answered, however slow the machine is that answers:
 * how long a notice is shown is not what the test is about.
 */
export async function keepNotices(page: Page): Promise<void> {
  await page.evaluate((long) => {
    const own = window.setTimeout.bind(window);
    const without = (work: TimerHandler, ms = 0, ...rest: unknown[]): number =>
      ms >= long ? 0 : own(work, ms, ...rest);
    window.setTimeout = without as typeof window.setTimeout;
  }, SHOWN_LONG);
}
