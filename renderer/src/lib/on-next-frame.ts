let waiting: (() => void)[] = [];

/**
 * Runs a callback before the next frame is drawn, together with all others of that frame: between two
 * callbacks of its own the browser would let the page redraw itself once for each.
 */
export function onNextFrame(callback: () => void): void {
  waiting.push(callback);
  if (waiting.length > 1) return;
  requestAnimationFrame(() => {
    const callbacks = waiting;
    waiting = [];
    for (const run of callbacks) run();
  });
}
