import type { Box, Taken } from './name-room.ts';
import type { Spot } from './pane-lines.ts';

/** From a spot to what stands beside it. */
const AROUND = 11;
/** Between names that stand in a column, and in a row. */
const GAP = 2;
const AIR = 4;
/** Where there is no room close by, a name stands in such steps further away, as far as that. */
const STEP = { x: 24, y: 8 };
const FURTHEST = { x: 120, y: 64 };
/** A line to a name begins clear of the mark at the spot. */
const CLEAR = 9;
/** Between places of such a line at which it is looked for words. */
const STRIDE = 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a name may stand; right and bottom are edges. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A place beside a spot, or as near to it as may be, where nothing is drawn, and to which a line leads past all words;
 * `onLines`: close by, where there are no words at least. Null: there is none.
 */
export function roomBeside(
  taken: Taken,
  spot: Spot,
  size: Size,
  bounds: Bounds,
  onLines: boolean,
): Box | null {
  const places = onLines
    ? besides(spot, size)
    : [...besides(spot, size), ...furtherAway(spot, size)];
  for (const { left, top } of places) {
    const box = {
      ...size,
      left: Math.min(Math.max(left, bounds.left), bounds.right - size.width),
      top: Math.min(Math.max(top, bounds.top), bounds.bottom - size.height),
    };
    const widely = { ...box, left: box.left - AIR, width: box.width + 2 * AIR };
    const isFree = taken.isFreeOfWords(widely) && (onLines || taken.isFree(box));
    if (isFree && !isCrossed(leaderTo(box, spot), taken)) return box;
  }
  return null;
}

function isCrossed(leader: ReturnType<typeof leaderTo>, taken: Taken): boolean {
  if (!leader) return false;
  const [from, to] = leader;
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STRIDE);
  return Array.from({ length: steps }, (_, i) => i / steps).some((share) => {
    const left = from.x + (to.x - from.x) * share;
    const top = from.y + (to.y - from.y) * share;
    return !taken.isFreeOfWords({ left, top, width: 1, height: 1 });
  });
}

/** Places beside a spot, the best first. */
function besides({ x, y }: Spot, { width, height }: Size): readonly Pick<Box, 'left' | 'top'>[] {
  const middle = y - height / 2;
  const right = x + AROUND;
  const left = x - AROUND - width;
  const spots: readonly (readonly [number, number])[] = [
    [right, middle],
    [left, middle],
    [right, y + AROUND - 4],
    [right, y - height - AROUND + 4],
    [left, y + AROUND - 4],
    [left, y - height - AROUND + 4],
    // Several that ended at one spot stand in a column.
    [right, middle - height - GAP],
    [right, middle + height + GAP],
    [x - width / 2, y + AROUND],
    [x - width / 2, y - height - AROUND],
  ];
  return spots.map(([boxLeft, top]) => ({ left: boxLeft, top }));
}

/** Places to the right of a spot, the nearest first. */
function furtherAway(
  { x, y }: Spot,
  { width, height }: Size,
): readonly Pick<Box, 'left' | 'top'>[] {
  const places: { left: number; top: number; distance: number }[] = [];
  for (let across = 0; across <= FURTHEST.x; across += STEP.x) {
    for (let down = -FURTHEST.y; down <= FURTHEST.y; down += STEP.y) {
      const place = { left: x + AROUND + across, top: y - height / 2 + down };
      places.push({ ...place, distance: distanceTo({ ...place, width, height }, { x, y }) });
    }
  }
  return places.sort((a, b) => a.distance - b.distance);
}

/** A line that joins a spot to a name that stands away from it; null: it stands beside it. */
export function leaderTo(box: Box, spot: Spot): readonly [from: Spot, to: Spot] | null {
  const away = distanceTo(box, spot);
  if (away <= AROUND + STEP.y) return null;
  const to = nearest(box, spot);
  const share = CLEAR / away;
  const from = { x: spot.x + (to.x - spot.x) * share, y: spot.y + (to.y - spot.y) * share };
  return [from, to];
}

function distanceTo(box: Box, spot: Spot): number {
  const { x, y } = nearest(box, spot);
  return Math.hypot(x - spot.x, y - spot.y);
}

/** Of the edge of the box where its words begin or end, the point next to the spot. */
function nearest({ left, top, width, height }: Box, { x, y }: Spot): Spot {
  const at = Math.min(left + width + 2, Math.max(left - 2, x));
  const besideIt = at !== x;
  const middle = top + height / 2;
  return { x: at, y: besideIt ? middle : y < middle ? top : top + height };
}
