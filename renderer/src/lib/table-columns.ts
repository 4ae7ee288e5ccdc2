/** Columns of numbers in the table of the runs at the cursor, as they stand there from left to right. */
export const tableColumns = ['loss', 'accuracy', 'rate', 'travel', 'end'] as const;

export type TableColumn = (typeof tableColumns)[number];

/** Charts beside the table have the rate, and the travel of a model says less than what it gets right. */
const byNeed = {
  plain: ['loss', 'end', 'travel', 'rate'],
  judged: ['loss', 'accuracy', 'end', 'rate', 'travel'],
} as const satisfies Record<string, readonly TableColumn[]>;

/**
 * The place of a column, from 0, among those that are kept where there is not room for all; null: it is spoken of, and
 * kept wherever the table is. Those that are spoken of come before the others, and one that comes with the end of a
 * run has its place before: no column goes when it comes. `judged`: the runs are of models whose accuracy is known.
 */
export function placeByNeed(
  column: TableColumn,
  spoken: readonly TableColumn[],
  judged: boolean,
): number | null {
  if (spoken.includes(column)) return null;
  const others = byNeed[judged ? 'judged' : 'plain'].filter((one) => !spoken.includes(one));
  return spoken.length + others.indexOf(column as never);
}
