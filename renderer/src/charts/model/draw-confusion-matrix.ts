import type { ConfusionMatrix } from '../../../../core/model-views/confusion-matrix.ts';
import { drawRich, measureRich, type TextStyle } from '../rich-text.ts';
import { slotOf, type ChartTheme } from '../theme.ts';
import { mix } from './mixes.ts';
import {
  drawLegend,
  legendMiddle,
  smallFont,
  squareSide,
  type DrawModel,
} from './model-drawing.ts';

/** What is written beside the matrix. */
export interface ConfusionWords {
  readonly actual: string;
  readonly predicted: string;
  /** Which samples are counted. */
  readonly counted: string;
}

/** Room at the left and above for the classes and what they are. */
const BESIDE = 52;
const ABOVE = 40;
const GAP = 3;
/** Cells below this side hold no number. */
const LEAST_CELL = 20;
const STRONGEST = 0.55;

/** How often which class was taken for which: rows are the actual ones; what is right lies on the diagonal. */
export function drawConfusionMatrix(
  { classes, train, test }: ConfusionMatrix,
  testShown: boolean,
  words: ConfusionWords,
): DrawModel {
  const counts = testShown ? test : train;
  return (pen, room, theme) => {
    const size = squareSide(room);
    const bare = room.part === 'picture';
    const [left, top] = bare ? [0, 0] : [BESIDE, ABOVE];
    const cell = Math.floor(Math.min(size - left, size - top) / classes);
    if (room.part !== 'legend') {
      if (!bare) drawClasses(pen, classes, cell, words, theme);
      drawCells(pen, { classes, counts, cell, left, top }, theme);
    }
    if (bare) return;
    // How many are right differs from run to run: several side by side say which way is which.
    const [text, middle] =
      room.part === 'legend'
        ? [`${words.actual} ↓  ${words.predicted} →`, legendMiddle(size, room)]
        : [words.counted, top + classes * cell + 14];
    drawLegend(pen, [{ text, symbol: null }], middle, room.width, theme);
  };
}

/** What rows and columns are. */
function drawClasses(
  pen: CanvasRenderingContext2D,
  classes: number,
  cell: number,
  words: ConfusionWords,
  theme: ChartTheme,
): void {
  const small = smallFont(theme);
  const quiet = { ...small, color: theme.ink2 };
  drawRich(pen, `${words.predicted} →`, BESIDE, 10, quiet);
  drawRich(pen, `${words.actual} ↓`, 0, ABOVE - 12, quiet);
  for (let row = 0; row < classes; row++) {
    const middle = (row + 0.5) * cell;
    centred(pen, String(row), BESIDE + middle, ABOVE - 12, { ...small, color: theme.ink });
    centred(pen, String(row), BESIDE - 18, ABOVE + middle, { ...small, color: theme.ink });
  }
}

interface Cells {
  readonly classes: number;
  readonly counts: ConfusionMatrix['train'];
  readonly cell: number;
  readonly left: number;
  readonly top: number;
}

function drawCells(
  pen: CanvasRenderingContext2D,
  { classes, counts, cell, left, top }: Cells,
  theme: ChartTheme,
): void {
  for (let row = 0; row < classes; row++) {
    const of = counts.subarray(row * classes, (row + 1) * classes);
    const all = of.reduce((sum, count) => sum + count, 0);
    of.forEach((count, column) => {
      const x = left + column * cell;
      const y = top + row * cell;
      pen.fillStyle = ground(theme, row === column, all > 0 ? count / all : 0);
      pen.fillRect(x, y, cell - GAP, cell - GAP);
      if (cell < LEAST_CELL) return;
      const style: TextStyle = {
        size: cell > 56 ? 18 : 13,
        weight: row === column ? 600 : 400,
        family: theme.font,
        color: count > 0 ? theme.ink : theme.ink2,
      };
      centred(pen, String(count), x + (cell - GAP) / 2, y + (cell - GAP) / 2, style);
    });
  }
}

/** Right ones in green, wrong ones in vermilion, by their share of the row; the numbers say it, too. */
function ground(theme: ChartTheme, right: boolean, share: number): string {
  const { line } = slotOf(theme, right ? 2 : 1);
  const empty = mix(theme, theme.paper, theme.ink, 0.05);
  return share > 0 ? mix(theme, empty, line, 0.12 + STRONGEST * share) : empty;
}

function centred(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
): void {
  drawRich(pen, text, x - measureRich(pen, text, style) / 2, y, style);
}
