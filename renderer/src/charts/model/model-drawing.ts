import { drawTitle } from '../picture/draw-title.ts';
import { pictureTitle, type Picture } from '../picture/picture.ts';
import { drawRich, measureRich, type Font } from '../rich-text.ts';
import { TITLE_ROW } from '../stack-layout.ts';
import type { ChartTheme } from '../theme.ts';
import { AXIS_ROW } from '../where/where-picture.ts';

/** Room for the drawing, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Of several side by side each draws its picture, and one of them their legend; absent: all of it. */
  readonly part?: 'picture' | 'legend';
}

/** Draws a view of a model into a room whose upper left corner is the origin. */
export type DrawModel = (pen: CanvasRenderingContext2D, room: Room, theme: ChartTheme) => void;

const LEGEND_ROW = 20;
const GAP = 16;
const SYMBOL = 16;

/** Under the largest square of a room stand its axis and a row of words. */
export const UNDER_SQUARE = AXIS_ROW + LEGEND_ROW;
/** The words alone, where they stand once under several pictures. */
export const LEGEND_HEIGHT = LEGEND_ROW;

export function squareSide({ width, height, part }: Room): number {
  return Math.min(width, part === 'picture' ? height : height - UNDER_SQUARE);
}

/** The middle of the row of words, for a square of this side. */
export function legendMiddle(size: number, { part }: Room): number {
  return part === 'legend' ? LEGEND_ROW / 2 : size + AXIS_ROW + LEGEND_ROW / 2;
}

export function smallFont(theme: ChartTheme, weight: 400 | 600 = 400): Font {
  return { size: 12, weight, family: theme.font };
}

/** A word of the legend, and what it explains, drawn about a point. */
export interface LegendItem {
  readonly text: string;
  readonly symbol: ((x: number, y: number) => void) | null;
}

/** As many items as there is room for, in a row from the left; the middle of the row is at `y`. */
export function drawLegend(
  pen: CanvasRenderingContext2D,
  items: readonly LegendItem[],
  y: number,
  width: number,
  theme: ChartTheme,
): void {
  const font = smallFont(theme);
  let x = 0;
  for (const { text, symbol } of items) {
    const before = symbol ? SYMBOL : 0;
    const end = x + before + measureRich(pen, text, font);
    if (end > width) return;
    symbol?.(x + 5, y);
    drawRich(pen, text, x + before, y, { ...font, color: theme.ink2 });
    x = end + GAP;
  }
}

/** Words at the top of a plane whose line or points cannot be seen. */
export function drawWords(
  pen: CanvasRenderingContext2D,
  words: string,
  width: number,
  theme: ChartTheme,
): void {
  const font = smallFont(theme, 600);
  const x = Math.max(4, (width - measureRich(pen, words, font)) / 2);
  drawRich(pen, words, x, 14, { ...font, color: theme.beyondInk, halo: theme.paper });
}

/** A drawing as a picture of its own, under its title. */
export function modelPicture(
  draw: DrawModel,
  room: Room,
  theme: ChartTheme,
  { title, about }: { readonly title: string; readonly about: string },
): Picture {
  return {
    title: pictureTitle(title, about),
    width: room.width,
    height: TITLE_ROW + room.height,
    paper: theme.paper,
    draw(pen) {
      drawTitle(pen, { title, about }, room.width, theme);
      pen.save();
      pen.translate(0, TITLE_ROW);
      draw(pen, room, theme);
      pen.restore();
    },
  };
}
