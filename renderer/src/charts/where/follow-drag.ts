import type { Attachment } from 'svelte/attachments';
import { earlyMoves } from '../../lib/early-moves.ts';

/** Lets a pointer take hold of an element, and tells where it takes it, as soon as that is heard of. */
export function followDrag(
  movable: () => boolean,
  onmove: (pointer: PointerEvent) => void,
): Attachment<HTMLElement> {
  return (element) => {
    let told: PointerEvent | null = null;
    const tell = (event: PointerEvent): void => {
      if (!told || (told.clientX === event.clientX && told.clientY === event.clientY)) return;
      told = event;
      onmove(event);
    };
    const early = earlyMoves(tell);
    const take = (event: PointerEvent): void => {
      if (!movable()) return;
      told = event;
      element.setPointerCapture(event.pointerId);
      early.listen(element);
    };
    const leave = (): void => {
      told = null;
      early.stop();
    };
    const listeners = [
      ['pointerdown', take],
      ['pointermove', tell],
      ['pointerup', leave],
      ['pointercancel', leave],
    ] as const;
    for (const [name, listener] of listeners) element.addEventListener(name, listener);
    return () => {
      leave();
      for (const [name, listener] of listeners) element.removeEventListener(name, listener);
    };
  };
}
