import type { DragAxis, Position, Reading } from './prerequisite.ts';

/** The thing that is dragged, as a figure hands it to its drag field. */
export interface Drag {
  readonly axes: readonly DragAxis[];
  readonly position: Position;
  readonly label: string;
  /** Where it stands, in words. */
  readonly spoken: string;
  /** The goal is reached: it shows. */
  readonly met: boolean;
  /** Told where it goes; to the nearest position there is. */
  readonly onmove: (position: Position) => void;
}

/** What a figure is drawn from. */
export interface FigureProps<R extends Reading> {
  readonly reading: R;
  readonly drag: Drag;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}
