import type { Attachment } from 'svelte/attachments';
import type { Spot } from './map-frame.ts';

/** What is drawn of one run: the steps, and where each of them is on the picture. */
export interface DrawnSteps {
  readonly steps: ArrayLike<number>;
  readonly spotAt: (index: number) => Spot;
}

/** A pointer farther than this from every point, in pixels, points at none. */
const REACH = 14;

/** The step whose point is nearest to the pointer, of several the earliest; null where none is near. */
export function nearestStep(drawn: readonly DrawnSteps[], pointer: Spot): number | null {
  let nearest = REACH;
  let step: number | null = null;
  for (const { steps, spotAt } of drawn) {
    for (let i = 0; i < steps.length; i++) {
      const { x, y } = spotAt(i);
      const distance = Math.hypot(x - pointer.x, y - pointer.y);
      if (distance < nearest) [nearest, step] = [distance, steps[i]!];
    }
  }
  return step;
}

/** Tells which step a mouse points at on a picture; null when it points at none or has left. */
export function pointAtStep(
  drawn: () => readonly DrawnSteps[],
  onpoint: (step: number | null) => void,
): Attachment<HTMLElement> {
  return (element) => {
    const move = (event: PointerEvent): void => {
      // While the start is dragged, or a finger scrolls, nobody points at a step.
      if (event.buttons > 0 || event.pointerType === 'touch') return;
      const { left, top } = element.getBoundingClientRect();
      onpoint(nearestStep(drawn(), { x: event.clientX - left, y: event.clientY - top }));
    };
    const leave = (): void => onpoint(null);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      onpoint(null);
    };
  };
}
