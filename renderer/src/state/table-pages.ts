import { wholeColumns, type SeriesColumn } from './series-column.ts';

/** Where a row stands (its step, or its value of a setting), and a cell for each column; null: it has none. */
export interface TableRow {
  readonly at: number;
  readonly cells: readonly (number | null)[];
}

/** A table that may have millions of rows, a page at a time. */
export interface TablePages {
  readonly count: number;
  pageOf(at: number): number;
  /** What a page holds, in words that are made of these: steps, or rows, from … to (inclusive). */
  extent(page: number): { readonly from: number; readonly to: number; readonly last: number };
  read(page: number): Promise<readonly TableRow[]>;
}

/** So many rows a page has at most, or one more of a last step that stands out of line. */
export const PAGE_ROWS = 100;

/** Pages of as many steps each: a step is on the same page however one comes to it. */
export function stepPages(columns: readonly SeriesColumn[]): TablePages {
  const last = Math.max(0, ...columns.map((column) => column.last));
  const width = PAGE_ROWS * Math.min(...columns.map(({ spacing }) => spacing));
  const pageOf = (step: number): number => Math.floor(Math.min(last, Math.max(0, step)) / width);
  const extent = (page: number): { from: number; to: number; last: number } => ({
    from: page * width,
    to: Math.min(last, (page + 1) * width - 1),
    last,
  });
  return {
    count: pageOf(last) + 1,
    pageOf,
    extent,
    read: async (page) => {
      const { from, to } = extent(page);
      return rowsOf(await Promise.all(columns.map((column) => column.read(from, to))));
    },
  };
}

/** Pages of as many rows each, of columns that are not counted in steps. */
export async function rowPages(columns: readonly SeriesColumn[]): Promise<TablePages> {
  const rows = rowsOf(await wholeColumns(columns));
  const last = Math.max(0, rows.length - 1);
  const indexOf = (at: number): number =>
    Math.max(
      0,
      rows.findLastIndex((row) => row.at <= at),
    );
  return {
    count: Math.floor(last / PAGE_ROWS) + 1,
    pageOf: (at) => Math.floor(indexOf(at) / PAGE_ROWS),
    extent: (page) => ({
      from: page * PAGE_ROWS + 1,
      to: Math.min(rows.length, (page + 1) * PAGE_ROWS),
      last: rows.length,
    }),
    read: (page) => Promise.resolve(rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)),
  };
}

/** One row for each place at which any column has a value. */
function rowsOf(
  columns: readonly { readonly steps: ArrayLike<number>; readonly values: ArrayLike<number> }[],
): readonly TableRow[] {
  const rows = new Map<number, (number | null)[]>();
  columns.forEach(({ steps, values }, column) => {
    for (let i = 0; i < steps.length; i++) {
      let cells = rows.get(steps[i]!);
      if (!cells) rows.set(steps[i]!, (cells = columns.map(() => null)));
      cells[column] = values[i]!;
    }
  });
  return [...rows].map(([at, cells]) => ({ at, cells })).sort((a, b) => a.at - b.at);
}
