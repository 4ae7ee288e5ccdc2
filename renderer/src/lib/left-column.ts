import type { StageSizes } from '../../../electron/ipc/preferences.ts';

/** Of the stage's width; the rest belongs to the charts. */
const MAP_SHARE = 0.44;
/** Title, axis and head of the table; a row of it, and of a long one; the verdict: in pixels. */
const AROUND_MAP = 110;
const ROW = 30;
const DENSE_ROW = 25;
const VERDICT = 140;
/** A small window keeps the map and lets a remark below the verdict be scrolled to. */
const SHORT_VERDICT = { narrow: 66, wide: 116 };
/** With more runs than this the table is dense and the verdict short. */
const FEW = 4;
/** More pictures than this side by side need more room than one. */
const SOME = 2;
/** The table needs so much, even where the map is smaller. */
const LEAST_LEFT = { narrow: 296, wide: 384 };
/** The charts need so much, with the gaps around them. */
const LEAST_RIGHT = 360;
export const LEAST_MAP = 120;
/** Of a map above the charts: its share of the height, and that of a model's picture of the width. */
const ABOVE_SHARE = 0.36;
const MODEL_SHARE = 0.45;
/** Beside a map above the charts of a stage narrower than this there is room for a verdict and a table, and no more. */
const TIGHT = 640;
/** Title, axis and air of a map that fills the stage; air at its sides. */
const AROUND_WHOLE_MAP = 76;
const SIDE = 28;
const LITTLE_LESS = 0.85;

/** The room of the Lab's panes, in pixels. */
export interface StageRoom {
  readonly width: number;
  readonly height: number;
  /** The window is narrow. */
  readonly narrow: boolean;
}

/** What the left column may be wide, and its map high, in pixels. */
export interface LeftColumn {
  readonly width: number;
  readonly leastWidth: number;
  readonly mostWidth: number;
  /** Side of the largest square. */
  readonly map: number;
  readonly highestMap: number;
}

/** Whether the table is roomy and the verdict whole: with few runs, unless so many pictures need their room. */
export function areFew(runs: number, pictures = 1): boolean {
  return runs <= FEW && pictures <= SOME;
}

/** A square, below it room for the table; of the sizes a person gave as much as the other parts bear. */
export function leftColumn(
  { width, height, narrow }: StageRoom,
  runs: number,
  given: Pick<StageSizes, 'left' | 'map'>,
  few = areFew(runs),
): LeftColumn {
  const leastWidth = narrow ? LEAST_LEFT.narrow : LEAST_LEFT.wide;
  const mostWidth = Math.max(leastWidth, width - LEAST_RIGHT);
  const table = AROUND_MAP + runs * (few ? ROW : DENSE_ROW);
  const verdict = few ? VERDICT : narrow ? SHORT_VERDICT.narrow : SHORT_VERDICT.wide;
  const wide = given.left === undefined ? null : clamp(given.left * width, leastWidth, mostWidth);
  const highest = Math.max(LEAST_MAP, height - table);
  const high =
    given.map === undefined
      ? height - table - verdict
      : clamp(given.map * height, LEAST_MAP, highest);
  const usual = given.map === undefined ? width * MAP_SHARE : mostWidth;
  const map = Math.max(LEAST_MAP, Math.floor(Math.min(high, wide ?? usual)));
  return {
    width: wide ?? Math.max(map, leastWidth),
    leastWidth,
    mostWidth,
    map,
    highestMap: Math.min(highest, wide ?? mostWidth),
  };
}

/** Where map and charts have no room side by side, beside an open step card in a small window, the map stands above. */
export function isStacked({ width }: StageRoom): boolean {
  return width < LEAST_LEFT.narrow + LEAST_RIGHT;
}

/** Whether there is hardly room beside a map that stands above the charts. */
export function isTight({ width }: StageRoom): boolean {
  return width < TIGHT;
}

/** The map that stands above the charts, with the table at its side: they keep the larger part. */
export function mapAbove({ width, height }: StageRoom): { map: number; model: number } {
  const map = Math.max(LEAST_MAP, Math.floor(height * ABOVE_SHARE));
  return { map, model: Math.max(map, Math.floor(width * MODEL_SHARE)) };
}

/** The map that fills the stage; the table stands at its side where that costs it little. */
export function wholeMap({ width, height }: StageRoom): { map: number; table: boolean } {
  const alone = Math.min(height - AROUND_WHOLE_MAP, width - 2 * SIDE);
  const beside = Math.min(alone, width - 3 * SIDE - LEAST_LEFT.narrow);
  const table = beside >= alone * LITTLE_LESS;
  return { map: Math.max(LEAST_MAP, Math.floor(table ? beside : alone)), table };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
