import { buildObjective } from '../../../core/objectives/build.ts';
import type { CursorReader } from '../state/cursor-reader.svelte.ts';
import type { AnyLine } from './stage-panes.ts';

/** Where a run with one parameter stands, how steep it is there, and how far its next update goes. */
export interface PlaceAtCursor {
  readonly theta: number;
  /** f′(θ). */
  readonly slope: number;
  /** Δθ of the update after the cursor; null where none was made, or it is not known yet. */
  readonly step: number | null;
}

/** Null where there is more than one parameter, where noise makes the slope another, and where nothing was recorded. */
export function placeAtCursor(
  { run, config }: AnyLine,
  cursor: number,
  reader: CursorReader,
): PlaceAtCursor | null {
  if (!run || config?.problem.kind !== 'objective' || config.problem.noise > 0) return null;
  const objective = buildObjective(config.problem);
  if (objective.dim !== 1) return null;
  const at = (step: number): number | null => {
    const point = reader.point(run, 'param/0', step);
    return point?.step === step ? point.value : null;
  };
  const [theta, next] = [at(cursor), at(cursor + 1)];
  if (theta === null) return null;
  const slope = new Float64Array(1);
  objective.valueAndGrad(Float64Array.of(theta), slope);
  return { theta, slope: slope[0]!, step: next === null ? null : next - theta };
}
