/** Hears of a pointer's movements before the browser hands them over with its frames. */
export interface EarlyMoves {
  /** Begins to tell those that an element, or the document, hears of; no longer those of another. */
  listen(to: EventTarget): void;
  stop(): void;
}

/**
 * Tells the first movement after each frame as it comes, so that what follows from it may be there with the next one.
 * Not all of them: a mouse may make a thousand a second. The same movements still come with the frame.
 */
export function earlyMoves(tell: (event: PointerEvent) => void): EarlyMoves {
  let early = true;
  let heard: EventTarget | null = null;
  const hear = (event: Event): void => {
    if (!early) return;
    early = false;
    requestAnimationFrame(() => (early = true));
    tell(event as PointerEvent);
  };
  const stop = (): void => {
    heard?.removeEventListener('pointerrawupdate', hear);
    heard = null;
  };
  const listen = (to: EventTarget): void => {
    stop();
    heard = to;
    heard.addEventListener('pointerrawupdate', hear);
  };
  return { listen, stop };
}
