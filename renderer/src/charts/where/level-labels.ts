import { drawRich, measureRich, type Font } from '../rich-text.ts';
import type { ChartTheme } from '../theme.ts';
import { touches, type Box } from './boxes.ts';
import { toSpot, type MapFrame, type Spot } from './map-frame.ts';

/** The value of a level line, and where on the line it may be written, the best first. */
export interface LevelLabel {
  readonly text: string;
  readonly spots: readonly Spot[];
}

const SIZE = 11;
const HEIGHT = 14;
/** From the rim of the map, and from each other. */
const RIM = 6;
const AIR = 2;

/** Where a level line is lowest, highest, farthest right and farthest left on the map, and not at its rim. */
export function extremesOf(segments: Float64Array, frame: MapFrame): readonly Spot[] {
  const found: (Spot | null)[] = [null, null, null, null];
  const beyond = [
    (a: Spot, b: Spot) => a.y > b.y,
    (a: Spot, b: Spot) => a.y < b.y,
    (a: Spot, b: Spot) => a.x > b.x,
    (a: Spot, b: Spot) => a.x < b.x,
  ];
  for (let i = 0; i < segments.length; i += 2) {
    const spot = toSpot(frame, segments[i]!, segments[i + 1]!);
    const rim = HEIGHT;
    if (Math.min(spot.x, spot.y) < rim || Math.max(spot.x, spot.y) > frame.size - rim) continue;
    beyond.forEach((is, k) => {
      if (!found[k] || is(spot, found[k])) found[k] = spot;
    });
  }
  return found.filter((spot) => spot !== null);
}

/**
 * Where each label of such a width stands: off what is `taken` and off each other, and off the ways where a level line
 * leaves a choice; else upon them. Null: nowhere.
 */
export function placeLevelLabels(
  labels: readonly { readonly width: number; readonly spots: readonly Spot[] }[],
  size: number,
  taken: readonly Box[],
  isOnWay: (box: Box) => boolean,
): readonly (Box | null)[] {
  const others = [...taken];
  return labels.map(({ width, spots }) => {
    const boxes = spots
      .map(({ x, y }) => ({
        left: x - width / 2 - AIR,
        right: x + width / 2 + AIR,
        top: y - HEIGHT / 2 - AIR,
        bottom: y + HEIGHT / 2 + AIR,
      }))
      .filter((box) => box.left >= RIM && box.right <= size - RIM)
      .filter((box) => others.every((other) => !touches(box, other)));
    const box = boxes.find((one) => !isOnWay(one)) ?? boxes[0] ?? null;
    if (box) others.push(box);
    return box;
  });
}

/** Writes them, with a halo that keeps them readable upon a way. */
export function drawLevelLabels(
  canvas: CanvasRenderingContext2D,
  labels: readonly LevelLabel[],
  frame: MapFrame,
  theme: ChartTheme,
  taken: readonly Box[],
  isOnWay: (box: Box) => boolean,
): void {
  const font: Font = { size: SIZE, weight: 400, family: theme.font };
  const sized = labels.map(({ text, spots }) => ({
    text,
    spots,
    width: measureRich(canvas, text, font),
  }));
  const boxes = placeLevelLabels(sized, frame.size, taken, isOnWay);
  sized.forEach(({ text }, i) => {
    const box = boxes[i];
    if (!box) return;
    const style = { ...font, color: theme.ink, halo: theme.paper };
    drawRich(canvas, text, box.left + AIR, (box.top + box.bottom) / 2, style);
  });
}
