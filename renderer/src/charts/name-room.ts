export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CELL = 4;

/** Which parts of a pane are taken by lines and words; a pen that remembers where it has been. */
export class Taken {
  readonly #bounds: Box;
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;
  readonly #words: Box[] = [];
  #x = 0;
  #y = 0;

  constructor(bounds: Box) {
    this.#bounds = bounds;
    this.#columns = Math.max(1, Math.ceil(bounds.width / CELL));
    this.#rows = Math.max(1, Math.ceil(bounds.height / CELL));
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  moveTo(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
  }

  /** Takes the cells the line from the last position passes. */
  lineTo(x: number, y: number): void {
    const steps = Math.max(1, Math.ceil(Math.abs(x - this.#x) / CELL));
    for (let i = 0; i < steps; i++) {
      const left = this.#x + ((x - this.#x) * i) / steps;
      const right = this.#x + ((x - this.#x) * (i + 1)) / steps;
      const from = this.#y + ((y - this.#y) * i) / steps;
      const to = this.#y + ((y - this.#y) * (i + 1)) / steps;
      this.take({
        left: Math.min(left, right),
        top: Math.min(from, to),
        width: Math.abs(right - left),
        height: Math.abs(to - from),
      });
    }
    this.#x = x;
    this.#y = y;
  }

  take(box: Box): void {
    this.#visit(box, (cell) => {
      this.#cells[cell] = 1;
      return true;
    });
  }

  /** Takes the place of words, which must not be written over. */
  takeWords(box: Box): void {
    this.#words.push(box);
    this.take(box);
  }

  /** Whether no words stand there; there may be lines. */
  isFreeOfWords({ left, top, width, height }: Box): boolean {
    return this.#words.every(
      (box) =>
        box.left >= left + width ||
        left >= box.left + box.width ||
        box.top >= top + height ||
        top >= box.top + box.height,
    );
  }

  /** Whether nothing drawn so far touches the box, and the box lies inside the pane. */
  isFree(box: Box): boolean {
    const { left, top, width, height } = this.#bounds;
    const inside =
      box.left >= left &&
      box.top >= top &&
      box.left + box.width <= left + width &&
      box.top + box.height <= top + height;
    return inside && this.#visit(box, (cell) => this.#cells[cell] === 0);
  }

  /** Calls `visit` for the cells of a box until it returns false; tells whether it never did. */
  #visit(box: Box, visit: (cell: number) => boolean): boolean {
    const { left, top } = this.#bounds;
    const column = (x: number): number => Math.floor((x - left) / CELL);
    const row = (y: number): number => Math.floor((y - top) / CELL);
    const lastColumn = Math.min(this.#columns - 1, column(box.left + box.width));
    const lastRow = Math.min(this.#rows - 1, row(box.top + box.height));
    for (let r = Math.max(0, row(box.top)); r <= lastRow; r++) {
      for (let c = Math.max(0, column(box.left)); c <= lastColumn; c++) {
        if (!visit(r * this.#columns + c)) return false;
      }
    }
    return true;
  }
}

/** Where names stood in a pane, as long as its plot stays as it was: `plot` says what that is. */
export type NamesOf = (paneId: string, plot: string) => Map<string, Box>;

/** Remembers where names stood; in a plot of another size or axis they look for their places anew. */
export function nameMemory(): NamesOf {
  const known = new Map<string, { readonly plot: string; readonly names: Map<string, Box> }>();
  return (paneId, plot) => {
    const before = known.get(paneId);
    if (before?.plot === plot) return before.names;
    const names = new Map<string, Box>();
    known.set(paneId, { plot, names });
    return names;
  };
}

const STRIDE = 24;
const CLEARANCE = 4;

export type Side = 'above' | 'below';

/**
 * A place for a name along a line: close on the one `side` of it, else on the other, as far right as there is room.
 * `heightAt` gives the line's height at a pixel column, or null where it is not in sight. `before` is
 * where the name stood last: it stays there while it can, so that it does not jump as data come.
 */
export function roomAlong(
  taken: Taken,
  [left, right]: readonly [number, number],
  heightAt: (x: number) => number | null,
  size: { readonly width: number; readonly height: number },
  before: Box | null = null,
  side: Side = 'above',
): Box | null {
  const sides = side === 'above' ? (['above', 'below'] as const) : (['below', 'above'] as const);
  const places: (Box | null)[] = [];
  if (before) {
    const again = sides.map((one) => placeAt(before.left, heightAt, size, one));
    places.push(...again.sort((a, b) => distance(a, before) - distance(b, before)));
  }
  for (let x = right - size.width - CLEARANCE; x >= left + CLEARANCE; x -= STRIDE) {
    places.push(...sides.map((one) => placeAt(x, heightAt, size, one)));
  }
  return places.find((box) => box !== null && taken.isFree(box)) ?? null;
}

function distance(box: Box | null, before: Box): number {
  return box ? Math.abs(box.top - before.top) : Infinity;
}

function placeAt(
  left: number,
  heightAt: (x: number) => number | null,
  { width, height }: { readonly width: number; readonly height: number },
  side: Side,
): Box | null {
  let highest = Infinity;
  let lowest = -Infinity;
  for (let i = 0; i <= 8; i++) {
    const y = heightAt(left + (width * i) / 8);
    if (y === null) return null;
    highest = Math.min(highest, y);
    lowest = Math.max(lowest, y);
  }
  // Along a steep line a name would float away from it.
  if (lowest - highest > height * 1.5) return null;
  const top = side === 'above' ? highest - CLEARANCE - height : lowest + CLEARANCE;
  return { left, top, width, height };
}
