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
    drawingFrame = true;
    for (const run of callbacks) run();
    // What the callbacks changed is brought to the page in a microtask of this frame; then it is over.
    queueMicrotask(() => queueMicrotask(() => (drawingFrame = false)));
  });
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
