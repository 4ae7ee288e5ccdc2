import { drawRich, measureRich } from '../rich-text.ts';
import type { ChartTheme } from '../theme.ts';

const SIZE = 13;
/** Middle of the title's line, as it stands over the pane on the page. */
const MIDDLE = 10;
const SPACE = 6;

/** The pane's title in bold with its symbol behind it, and at the right what the picture belongs to. */
export function drawTitle(
  canvas: CanvasRenderingContext2D,
  { title, symbol = '', about }: { title: string; symbol?: string; about: string },
  width: number,
  theme: ChartTheme,
): void {
  const bold = { size: SIZE, weight: 600, family: theme.font } as const;
  const plain = { size: SIZE, weight: 400, family: theme.font, color: theme.ink2 } as const;
  drawRich(canvas, title, 0, MIDDLE, { ...bold, color: theme.ink });
  let end = measureRich(canvas, title, bold);
  if (symbol !== '') {
    drawRich(canvas, symbol, end + SPACE, MIDDLE, plain);
    end += SPACE + measureRich(canvas, symbol, plain);
  }
  const left = width - measureRich(canvas, about, plain);
  if (left > end + 2 * SPACE) drawRich(canvas, about, left, MIDDLE, plain);
}
