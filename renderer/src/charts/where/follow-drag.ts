import type { Attachment } from 'svelte/attachments';

/**
 * Lets a pointer take hold of an element, and tells where it takes it. The browser hands movements over with its
 * frames; the first after each frame is told as it comes, so that what follows from it may be there with the next
 * one. Not all of them: a mouse may make a thousand a second.
 */
export function followDrag(
  movable: () => boolean,
  onmove: (pointer: PointerEvent) => void,
): Attachment<HTMLElement> {
  return (element) => {
    let early = true;
    let told: PointerEvent | null = null;
    const tell = (event: PointerEvent): void => {
      if (!told || (told.clientX === event.clientX && told.clientY === event.clientY)) return;
      told = event;
      onmove(event);
    };
    const hear = (event: Event): void => {
      if (!early) return;
      early = false;
      requestAnimationFrame(() => (early = true));
      tell(event as PointerEvent);
    };
    const take = (event: PointerEvent): void => {
      if (!movable()) return;
      told = event;
      element.setPointerCapture(event.pointerId);
      element.addEventListener('pointerrawupdate', hear);
    };
    const leave = (): void => {
      told = null;
      element.removeEventListener('pointerrawupdate', hear);
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
