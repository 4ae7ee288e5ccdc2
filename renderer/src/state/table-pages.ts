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

/** So many rows a page has; the last may have fewer, or up to `FEW_ROWS` more. */
export const PAGE_ROWS = 100;

/** Fewer rows than so many are no page of their own: they are at the end of the page before. */
export const FEW_ROWS = 25;

/** Pages of `width` places each for the places 0 … last, of which `few` at the end are too few for one. */
function paging(last: number, width: number, few: number): Pick<TablePages, 'count' | 'extent'> {
  const rest = (last % width) + 1;
  const count = Math.max(1, Math.floor(last / width) + (rest < few ? 0 : 1));
  return {
    count,
    extent: (page) => ({
      from: page * width,
      to: page === count - 1 ? last : (page + 1) * width - 1,
      last,
    }),
  };
}

/** Pages of as many steps each: a step is on the same page however one comes to it. */
export function stepPages(columns: readonly SeriesColumn[]): TablePages {
  const last = Math.max(0, ...columns.map((column) => column.last));
  const spacing = Math.min(...columns.map((column) => column.spacing));
  const width = PAGE_ROWS * spacing;
  const { count, extent } = paging(last, width, (FEW_ROWS - 1) * spacing + 1);
  return {
    count,
    pageOf: (step) => Math.min(count - 1, Math.floor(Math.max(0, step) / width)),
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
  const { count, extent } = paging(Math.max(0, rows.length - 1), PAGE_ROWS, FEW_ROWS);
  const indexOf = (at: number): number =>
    Math.max(
      0,
      rows.findLastIndex((row) => row.at <= at),
    );
  return {
    count,
    pageOf: (at) => Math.min(count - 1, Math.floor(indexOf(at) / PAGE_ROWS)),
    extent: (page) => {
      const { from, to } = extent(page);
      return { from: from + 1, to: Math.min(rows.length, to + 1), last: rows.length };
    },
    read: (page) => {
      const { from, to } = extent(page);
      return Promise.resolve(rows.slice(from, to + 1));
    },
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
