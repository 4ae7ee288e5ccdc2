/** How equal squares, each under a heading, fill a room: in pixels. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** Of a square. */
  readonly side: number;
}

interface Around {
  /** Height of a heading. */
  readonly heading: number;
  readonly gap: number;
}

/** As many columns as make the squares largest; of equal ones the fewest. */
export function fitCells(
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
  { heading, gap }: Around,
): Cells {
  let best: Cells = { columns: 1, rows: count, side: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const across = (width - (columns - 1) * gap) / columns;
    const down = (height - (rows - 1) * gap) / rows - heading;
    const side = Math.floor(Math.min(across, down));
    if (side > best.side) best = { columns, rows, side };
  }
  return best;
}
