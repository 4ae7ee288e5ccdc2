/** How equal cells, each a picture under a heading, fill a room: in pixels. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** What a picture may take. */
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Around {
  /** Height of a heading. */
  readonly heading: number;
  readonly gap: number;
  /** Below this width of a cell the name in its heading is a few letters. */
  readonly readable: number;
}

/** How large what is drawn becomes in a room, in a unit of its own, and what it then takes of it. */
export type PictureIn = (room: Size) => Size & { readonly scale: number };

/** Names that can be read are worth so much of the size. */
const WORTH = 0.75;

/** A square as large as fits. */
export const squareIn: PictureIn = ({ width, height }) => {
  const side = Math.max(0, Math.floor(Math.min(width, height)));
  return { width: side, height: side, scale: side };
};

/**
 * As many columns as make the pictures largest, of equal ones the fewest; fewer where only so the names above them can
 * be read and it costs at most a quarter of the size.
 */
export function fitCells(
  count: number,
  room: Size,
  around: Around,
  pictureIn: PictureIn = squareIn,
): Cells {
  const all = Array.from({ length: count }, (_, i) =>
    cellsOf(i + 1, Math.ceil(count / (i + 1)), room, around, pictureIn),
  );
  const best = largest(all);
  const readable = all.filter(({ across }) => across >= around.readable);
  const named = readable.length > 0 ? largest(readable) : best;
  const { columns, rows, width, height } = named.scale >= WORTH * best.scale ? named : best;
  return { columns, rows, width, height };
}

interface Tried extends Cells {
  readonly across: number;
  readonly scale: number;
}

function cellsOf(
  columns: number,
  rows: number,
  { width, height }: Size,
  { heading, gap }: Around,
  pictureIn: PictureIn,
): Tried {
  const across = (width - (columns - 1) * gap) / columns;
  const down = (height - (rows - 1) * gap) / rows - heading;
  return { columns, rows, across, ...pictureIn({ width: across, height: down }) };
}

function largest(all: readonly Tried[]): Tried {
  return all.reduce((best, one) => (one.scale > best.scale ? one : best));
}
