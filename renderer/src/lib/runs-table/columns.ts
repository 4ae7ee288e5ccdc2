import {
  runColumns,
  type RunColumn,
  type SortColumn,
  type ViewSettings,
} from '../../../../electron/ipc/library.ts';
import { locale, t } from '../../i18n/i18n.svelte.ts';
import type { RunRow } from './run-row.ts';

/** In pixels. The name takes what is left, and no less than this. */
export const NAME_WIDTH = 224;
/** What can be done with a run, behind all columns. */
export const ACTIONS_WIDTH = 40;
export const columnWidths: Readonly<Record<RunColumn, number>> = {
  spark: 96,
  experiment: 144,
  problem: 152,
  optimizer: 132,
  schedule: 156,
  lr: 60,
  seed: 60,
  tail: 86,
  last: 92,
  best: 92,
  difference: 184,
  steps: 80,
  // `interrupted at step 121 864` is whole.
  state: 204,
  tags: 132,
  note: 200,
  made: 108,
};

/** Those that hold numbers stand at the right and begin with the least when they are sorted by. */
export const numberColumns: ReadonlySet<SortColumn | RunColumn> = new Set<SortColumn | RunColumn>([
  'lr',
  'seed',
  'tail',
  'last',
  'best',
  'steps',
  'made',
]);

/** What a person sees who has chosen nothing, and in which order it gives way to a narrow window. */
const USUAL: readonly RunColumn[] = [
  'spark',
  'state',
  'experiment',
  'problem',
  'optimizer',
  'schedule',
  'lr',
  'tail',
  'best',
  'steps',
  'tags',
  'made',
];
const FIRST_TO_GO: readonly RunColumn[] = [
  'best',
  'problem',
  'experiment',
  'lr',
  'made',
  'tags',
  'optimizer',
  'schedule',
];
/** Where the dates make the order, they are seen longer; tags that have no column stand beside the name. */
const FIRST_TO_GO_BY_DATE: readonly RunColumn[] = [
  'best',
  'problem',
  'experiment',
  'lr',
  'steps',
  'tags',
  'optimizer',
  'made',
  'schedule',
];

/** The chosen columns; without a choice as many of the usual ones as fit beside the name. */
export function shownColumns(
  chosen: readonly RunColumn[] | null,
  width: number,
  { group, sort }: Pick<ViewSettings, 'group' | 'sort'>,
): readonly RunColumn[] {
  if (chosen) return runColumns.filter((id) => chosen.includes(id));
  // What the headings say no column has to.
  let shown = USUAL.filter((id) => id !== group);
  for (const id of sort.column === 'made' ? FIRST_TO_GO_BY_DATE : FIRST_TO_GO) {
    if (tableWidth(shown) <= width) break;
    shown = shown.filter((one) => one !== id);
  }
  return shown;
}

/** Least width of a table with these columns and its actions, without what stands before the name. */
export function tableWidth(columns: readonly RunColumn[]): number {
  return columns.reduce((sum, id) => sum + columnWidths[id], NAME_WIDTH + ACTIONS_WIDTH);
}

/** What a row is ordered by; null where it has no such thing. */
function sortValue(row: RunRow, column: SortColumn): number | string | null {
  switch (column) {
    case 'problem':
    case 'optimizer':
    case 'schedule':
      return row[column] === '' ? null : row[column];
    case 'name':
    case 'experiment':
    case 'tail':
    case 'last':
    case 'best':
      return row[column];
    case 'state':
      return row.frozen ? `${row.state} ${t('state.kind.frozen')}` : row.state;
    case 'difference':
      return row.difference?.change ?? null;
    case 'lr':
    case 'seed':
      return row.run.config?.[column] ?? null;
    case 'steps':
      return row.run.step;
    case 'note':
      return row.run.noteLine === '' ? null : row.run.noteLine;
    case 'made':
      return null;
  }
}

/**
 * Rows come newest experiment first; equal ones keep that order, so that the result never depends on chance. What
 * has no value, and then what is not a number, stands last in either direction.
 */
export function sortRows(
  rows: readonly RunRow[],
  { column, descending }: ViewSettings['sort'],
): readonly RunRow[] {
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

/** What is pinned stands above the rest, each in the order it has. */
export function pinnedFirst(rows: readonly RunRow[]): readonly RunRow[] {
  const pinned = rows.filter(({ run }) => run.pinned);
  return pinned.length === 0 ? rows : [...pinned, ...rows.filter(({ run }) => !run.pinned)];
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
