import { drawDisc } from '../draw-marks.ts';
import { drawTitle } from '../picture/draw-title.ts';
import { pictureTitle, type Picture } from '../picture/picture.ts';
import { drawRich, measureRich, type Font } from '../rich-text.ts';
import { TITLE_ROW } from '../stack-layout.ts';
import { dashOf, slotOf, type ChartTheme } from '../theme.ts';
import type { Tick } from '../ticks.ts';
import type { Spot } from './map-frame.ts';

/** The runs in a picture, whether or not the drawing itself has room for their names. */
export interface RunName {
  readonly slot: number;
  readonly name: string;
}

/** What the page says around the map or the curve. */
export interface Surroundings {
  readonly title: string;
  /** What the picture belongs to. */
  readonly about: string;
  /** Runs to be listed under it; none where each is named in the drawing. */
  readonly listed: readonly RunName[];
}

/** Words at the left and right end of the axis under a square, and its ticks with their pixels. */
export interface SquareAxis {
  readonly left: string;
  readonly right: string;
  readonly ticks: readonly (Pick<Tick, 'label'> & { readonly x: number })[];
}

/** The row under a square drawing. */
interface AxisRow {
  /** Side in CSS pixels. */
  readonly size: number;
  readonly theme: ChartTheme;
  readonly axis: SquareAxis;
}

interface Drawing extends AxisRow {
  /** Where the runs start; null: outside. */
  readonly start: Spot | null;
  /** Draws the square itself. */
  readonly draw: (pen: CanvasRenderingContext2D) => void;
}

export const AXIS_ROW = 24;
const LIST_ROW = 18;
const SAMPLE = 24;
const GAP = 8;
const RADIUS = 10;

/** The map or the curve with title, axis and, where they are not named in it, a list of its runs. */
export function wherePicture(drawing: Drawing, around: Surroundings): Picture {
  const { size, theme } = drawing;
  return {
    title: pictureTitle(around.title, around.about),
    width: size,
    height: TITLE_ROW + size + AXIS_ROW + around.listed.length * LIST_ROW,
    paper: theme.paper,
    draw(pen) {
      drawTitle(pen, around, size, theme);
      pen.save();
      pen.translate(0, TITLE_ROW);
      pen.save();
      pen.beginPath();
      pen.rect(0, 0, size, size);
      pen.clip();
      drawing.draw(pen);
      if (drawing.start) drawStart(pen, drawing.start, theme);
      pen.restore();
      drawAxis(pen, drawing);
      pen.translate(0, size + AXIS_ROW);
      around.listed.forEach((run, i) => drawRunName(pen, run, (i + 0.5) * LIST_ROW, theme));
      pen.restore();
    },
  };
}

function drawStart(pen: CanvasRenderingContext2D, spot: Spot, theme: ChartTheme): void {
  drawDisc(pen, spot, RADIUS - 2, theme.accent);
  drawDisc(pen, spot, RADIUS - 4.5, theme.paper);
  drawDisc(pen, spot, 2, theme.accent);
}

/** Words and ticks of the axis under a square that is drawn from the origin. */
export function drawAxis(pen: CanvasRenderingContext2D, { size, axis, theme }: AxisRow): void {
  const font: Font = { size: 12, weight: 400, family: theme.font };
  const style = { ...font, color: theme.ink2 };
  const middle = size + AXIS_ROW / 2;
  const right = size - measureRich(pen, axis.right, font);
  drawRich(pen, axis.left, 0, middle, style);
  drawRich(pen, axis.right, right, middle, style);
  let end = measureRich(pen, axis.left, font) + GAP;
  for (const { x, label } of axis.ticks) {
    const width = measureRich(pen, label ?? '', font);
    const left = x - width / 2;
    if (label === null || left < end || left + width > right - GAP) continue;
    drawRich(pen, label, left, middle, style);
    end = left + width + GAP;
  }
}

/** The line and the name of a run, from the left, about a row's middle. */
export function drawRunName(
  pen: CanvasRenderingContext2D,
  { slot, name }: RunName,
  middle: number,
  theme: ChartTheme,
): void {
  const { line, ink } = slotOf(theme, slot);
  pen.save();
  pen.strokeStyle = line;
  pen.lineWidth = 1.75;
  pen.setLineDash([...dashOf(slot)]);
  pen.beginPath();
  pen.moveTo(0, middle);
  pen.lineTo(SAMPLE, middle);
  pen.stroke();
  pen.restore();
  const font: Font = { size: 12, weight: 600, family: theme.font };
  drawRich(pen, name, SAMPLE + GAP, middle, { ...font, color: ink });
}
