import type { Attachment } from 'svelte/attachments';
import { earlyMoves } from '../lib/early-moves.ts';

/**
 * While a pointer holds something in the element, movements are handed to the document as soon as they are heard of:
 * for a control of a library, which listens there for those that come with the frames.
 */
export const earlyDrag: Attachment<HTMLElement> = (element) => {
  const early = earlyMoves((event) => {
    document.dispatchEvent(new PointerEvent('pointermove', event));
  });
  const take = (): void => early.listen(document);
  element.addEventListener('pointerdown', take);
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, early.stop);
  return () => {
    early.stop();
    element.removeEventListener('pointerdown', take);
    for (const end of ['pointerup', 'pointercancel']) document.removeEventListener(end, early.stop);
  };
};
