import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { DrawnPoint } from '../../../electron/ipc/lesson-progress.ts';
import { cameOf, frameOf } from '../lessons/drawn-truth.ts';
import type { LessonDrawing } from '../lessons/lesson.ts';
import {
  bendTo,
  drawOver,
  strokeBetween,
  thinned,
  valueAtHeight,
  valueOn,
  type DrawingFrame,
  type DrawnCurve,
} from '../lib/drawn-curve.ts';
import { scoreDrawing, type DrawnScore } from '../lib/drawn-score.ts';

/** Where what is drawn is kept, and until when it may be changed. */
export interface DrawingKeeper {
  readonly drawn: DrawnCurve;
  /** Nothing of what comes has been seen, and the paper is on the stage. */
  readonly editable: boolean;
  /** What came may be compared with what was drawn. */
  readonly seen: boolean;
  keep(drawn: DrawnCurve): void;
}

/** As wide as a single point makes room for itself, as a share of the paper's width. */
const CLEARANCE = 0.025;

/** A prediction that is drawn by hand: strokes and points until the run, then how it compares with what came. */
export class DrawnPrediction {
  readonly drawing: LessonDrawing;
  readonly frame: DrawingFrame;
  readonly #config: ExperimentConfig;
  readonly #keeper: DrawingKeeper;
  /** Points of the stroke that is being drawn, by their steps. */
  #stroke = new Map<number, number>();
  #tip: DrawnPoint | null = null;
  /** What is kept, with the stroke that is being drawn; null: none is. */
  #live = $state.raw<DrawnCurve | null>(null);
  #before = $state.raw<readonly DrawnCurve[]>([]);
  /** The step whose point is being set: doing so again is no other stroke. */
  #setting: number | null = null;
  readonly #score = $derived.by((): DrawnScore | null => {
    const { seen, drawn } = this.#keeper;
    if (!seen || drawn.length === 0) return null;
    return scoreDrawing(drawn, cameOf(this.drawing, this.#config), this.frame);
  });

  /** `config` is that of the run whose curve is drawn. */
  constructor(drawing: LessonDrawing, config: ExperimentConfig, keeper: DrawingKeeper) {
    this.drawing = drawing;
    this.frame = frameOf(drawing);
    this.#config = config;
    this.#keeper = keeper;
  }

  get curve(): DrawnCurve {
    return this.#live ?? this.#keeper.drawn;
  }
  get editable(): boolean {
    return this.#keeper.editable;
  }
  get undoable(): boolean {
    return this.editable && this.#before.length > 0;
  }
  /** Null before what came has been seen, and where nothing was drawn. */
  get score(): DrawnScore | null {
    return this.#score;
  }

  /** The value drawn at a step; where nothing is, that of the nearest end; at first in the middle. */
  valueNear(step: number): number {
    const { curve, frame } = this;
    const nearest = step < (curve[0]?.[0] ?? 0) ? curve[0] : curve.at(-1);
    return valueOn(curve, step, frame) ?? nearest?.[1] ?? valueAtHeight(0.5, frame);
  }

  /** The pen is put down. */
  begin(point: DrawnPoint): void {
    if (!this.editable) return;
    this.#stroke = new Map([point]);
    this.#tip = point;
    this.#show();
  }

  /** The pen is led on from where it was, through these points; nothing where it is not down. */
  lead(...through: readonly DrawnPoint[]): void {
    if (!this.#tip) return;
    for (const point of through) {
      for (const [step, value] of strokeBetween(this.#tip, point, this.frame)) {
        this.#stroke.set(step, value);
      }
      this.#tip = point;
    }
    this.#show();
  }

  /** The pen is lifted. */
  end(): void {
    const drawn = this.#live;
    this.cancel();
    if (drawn) this.#keep(drawn);
  }

  /** The stroke is given up. */
  cancel(): void {
    this.#tip = null;
    this.#live = null;
  }

  /** Sets the value at a step, to which the curve then bends. `clearance`: as a share of the paper's width. */
  set(point: DrawnPoint, clearance: number): void {
    if (!this.editable) return;
    const again = this.#setting === point[0];
    this.#keep(bendTo(this.curve, point, clearance, this.frame), again);
    this.#setting = point[0];
  }

  undo(): void {
    if (!this.undoable) return;
    const before = this.#before.at(-1)!;
    this.#before = this.#before.slice(0, -1);
    this.#setting = null;
    this.#keeper.keep(before);
  }

  clear(): void {
    if (this.editable && this.curve.length > 0) this.#keep([]);
  }

  /** A stroke of one step is a point. */
  #show(): void {
    const { drawn } = this.#keeper;
    const stroke = [...this.#stroke].toSorted(([a], [b]) => a - b);
    const joined =
      stroke.length === 1
        ? bendTo(drawn, stroke[0]!, CLEARANCE, this.frame)
        : drawOver(drawn, stroke, this.frame);
    this.#live = thinned(joined, this.frame);
  }

  #keep(drawn: DrawnCurve, again = false): void {
    if (!this.editable) return;
    if (!again) this.#before = [...this.#before, this.#keeper.drawn];
    this.#setting = null;
    this.#keeper.keep(thinned(drawn, this.frame));
  }
}
