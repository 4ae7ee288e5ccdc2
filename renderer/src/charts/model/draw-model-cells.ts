import type { Cells } from '../../lib/cells.ts';
import { drawRunName, type RunName } from '../where/where-picture.ts';
import { LEGEND_HEIGHT, type DrawModel } from './model-drawing.ts';

/** The picture of one run among several; null: there is nothing to be seen. */
export interface ModelCell extends RunName {
  readonly draw: DrawModel | null;
}

/** The pictures of several runs side by side, each under its name, with the words of one below them. */
export function drawModelCells(
  cells: readonly ModelCell[],
  legend: DrawModel | null,
  grid: Cells & { readonly heading: number; readonly gap: number },
): DrawModel {
  return (pen, { width }, theme) => {
    const { columns, width: across, height, heading, gap } = grid;
    const pitch = { x: (width - (columns - 1) * gap) / columns + gap, y: heading + height + gap };
    cells.forEach(({ draw, ...named }, i) => {
      pen.save();
      pen.translate((i % columns) * pitch.x, Math.floor(i / columns) * pitch.y);
      drawRunName(pen, named, heading / 2, theme);
      pen.translate(0, heading);
      draw?.(pen, { width: across, height, part: 'picture' }, theme);
      pen.restore();
    });
    pen.save();
    pen.translate(0, grid.rows * pitch.y);
    legend?.(pen, { width, height: LEGEND_HEIGHT, part: 'legend' }, theme);
    pen.restore();
  };
}
