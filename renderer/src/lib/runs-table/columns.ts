import { locale } from '../../i18n/i18n.svelte.ts';
import type { Grouping } from './group.ts';
import type { RunRow } from './run-row.ts';

/** What can stand beside a run's name, in the order in which it stands there. */
export const columnIds = [
  'spark',
  'experiment',
  'problem',
  'optimizer',
  'schedule',
  'lr',
  'seed',
  'tail',
  'last',
  'best',
  'steps',
  'state',
  'made',
] as const;
export type ColumnId = (typeof columnIds)[number];
/** The spark-line has no order; the name always stands. */
export type SortColumn = Exclude<ColumnId, 'spark'> | 'name';
export const sortColumns: readonly SortColumn[] = [
  'name',
  ...columnIds.filter((id) => id !== 'spark'),
];

/** In pixels. The name takes what is left, and no less than this. */
export const NAME_WIDTH = 224;
export const columnWidths: Readonly<Record<ColumnId, number>> = {
  spark: 104,
  experiment: 144,
  problem: 152,
  optimizer: 104,
  schedule: 152,
  lr: 60,
  seed: 60,
  tail: 92,
  last: 92,
  best: 92,
  steps: 88,
  state: 156,
  made: 108,
};

/** Those that hold numbers stand at the right and begin with the least when they are sorted by. */
export const numberColumns: ReadonlySet<SortColumn | ColumnId> = new Set<SortColumn | ColumnId>([
  'lr',
  'seed',
  'tail',
  'last',
  'best',
  'steps',
  'made',
]);

/** What a person sees who has chosen nothing, and in which order it gives way to a narrow window. */
const USUAL: readonly ColumnId[] = [
  'spark',
  'experiment',
  'problem',
  'optimizer',
  'schedule',
  'lr',
  'tail',
  'best',
  'steps',
  'state',
  'made',
];
const FIRST_TO_GO: readonly ColumnId[] = [
  'best',
  'problem',
  'experiment',
  'lr',
  'made',
  'optimizer',
  'schedule',
];

/** The chosen columns; without a choice as many of the usual ones as fit beside the name. */
export function shownColumns(
  chosen: readonly ColumnId[] | null,
  width: number,
  group: Grouping,
): readonly ColumnId[] {
  if (chosen) return columnIds.filter((id) => chosen.includes(id));
  // What the headings say no column has to.
  let shown = USUAL.filter((id) => id !== group);
  for (const id of FIRST_TO_GO) {
    if (tableWidth(shown) <= width) break;
    shown = shown.filter((one) => one !== id);
  }
  return shown;
}

/** Least width of a table with these columns, without what stands before the name. */
export function tableWidth(columns: readonly ColumnId[]): number {
  return columns.reduce((sum, id) => sum + columnWidths[id], NAME_WIDTH);
}

/** What a row is ordered by; null where it has no such thing. */
function sortValue(row: RunRow, column: SortColumn): number | string | null {
  switch (column) {
    case 'name':
    case 'experiment':
    case 'problem':
    case 'optimizer':
    case 'schedule':
    case 'state':
    case 'tail':
    case 'last':
    case 'best':
      return row[column];
    case 'lr':
    case 'seed':
      return row.run.config[column];
    case 'steps':
      return row.run.step;
    case 'made':
      return null;
  }
}

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/**
 * Rows come newest experiment first; equal ones keep that order, so that the result never depends on chance. What
 * has no value, and then what is not a number, stands last in either direction.
 */
export function sortRows(rows: readonly RunRow[], { column, descending }: Sort): readonly RunRow[] {
  if (column === 'made') return descending ? rows : rows.toReversed();
  const words = new Intl.Collator(locale(), { numeric: true });
  const keyed = rows.map((row) => ({ row, value: sortValue(row, column) }));
  return keyed
    .toSorted((a, b) => {
      const gone = standing(a.value) - standing(b.value);
      if (gone !== 0 || standing(a.value) > 0) return gone;
      const order =
        typeof a.value === 'string'
          ? words.compare(a.value, String(b.value))
          : compareNumbers(Number(a.value), Number(b.value));
      return descending ? -order : order;
    })
    .map(({ row }) => row);
}

/** 0 for what can be compared; the rest stands behind it. */
function standing(value: number | string | null): 0 | 1 | 2 {
  if (value === null) return 2;
  return Number.isNaN(value) ? 1 : 0;
}

/** A difference would be NaN between equal infinities. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
