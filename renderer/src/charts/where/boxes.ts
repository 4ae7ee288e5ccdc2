/** A part of a drawing, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function touches(one: Box, other: Box): boolean {
  return (
    one.right >= other.left &&
    one.left <= other.right &&
    one.bottom >= other.top &&
    one.top <= other.bottom
  );
}

const CELL = 6;

/** Which parts of a square lines pass through, to a few pixels. */
export class Passed {
  readonly #across: number;
  readonly #cells: Uint8Array;

  constructor(size: number) {
    this.#across = Math.ceil(size / CELL);
    this.#cells = new Uint8Array(this.#across ** 2);
  }

  /** Of a segment that leaves the square for far away only the part near its ends counts. */
  line(x: Float64Array, y: Float64Array): void {
    for (let i = 0; i < x.length; i++) {
      this.#mark(x[i]!, y[i]!);
      if (i === 0) continue;
      const [across, down] = [x[i]! - x[i - 1]!, y[i]! - y[i - 1]!];
      const longest = Math.max(Math.abs(across), Math.abs(down));
      const pieces = Math.min(this.#across, Math.floor(longest / CELL));
      for (let k = 1; k < pieces; k++) {
        this.#mark(x[i - 1]! + (across * k) / pieces, y[i - 1]! + (down * k) / pieces);
      }
    }
  }

  isIn({ left, top, right, bottom }: Box): boolean {
    for (let row = cellOf(top); row <= cellOf(bottom); row++) {
      for (let column = cellOf(left); column <= cellOf(right); column++) {
        if (this.#has(column, row) && this.#cells[row * this.#across + column] === 1) return true;
      }
    }
    return false;
  }

  #mark(x: number, y: number): void {
    const [column, row] = [cellOf(x), cellOf(y)];
    if (this.#has(column, row)) this.#cells[row * this.#across + column] = 1;
  }

  #has(column: number, row: number): boolean {
    return column >= 0 && row >= 0 && column < this.#across && row < this.#across;
  }
}

function cellOf(pixel: number): number {
  return Math.floor(pixel / CELL);
}
