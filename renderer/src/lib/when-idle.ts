/** The page may be that busy, ms; what waits for it to be idle is done all the same then. */
const LONGEST_WAIT_MS = 1000;

/** Resolves when the page has drawn what there is to draw and nobody waits for it. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS });
  });
}
