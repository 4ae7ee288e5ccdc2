let waiting: (() => void)[] = [];
let drawingFrame = false;

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
    drawAtOnce(() => {
      for (const run of callbacks) run();
    });
  });
}

/**
 * Changes the page and has its pictures drawn with it, not only before the next frame: for what is waited for,
 * and comes at most once a frame. By the time of the frame the work is done.
 */
export function drawAtOnce(change: () => void): void {
  drawingFrame = true;
  change();
  // What was changed is brought to the page in a microtask; then it is over.
  queueMicrotask(() => queueMicrotask(() => (drawingFrame = false)));
}

/**
 * Draws a picture before the next paint: at once where the page is being brought up to date for a frame,
 * so that pictures and words show the same moment; otherwise once, before the next one. Returns how to
 * take it back.
 */
export function drawForFrame(draw: () => void): () => void {
  if (drawingFrame) {
    draw();
    return () => undefined;
  }
  const frame = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(frame);
}
