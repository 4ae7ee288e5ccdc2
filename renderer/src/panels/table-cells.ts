import { t } from '../i18n/i18n.svelte.ts';
import { formatCount, formatNumber } from '../lib/format.ts';
import type { TableRow } from '../state/table-pages.ts';

/** Above it whole numbers are no counts: doubles of 2⁵² and more have no fraction. */
const MOST_COUNTED = 1e9;

export interface CellWriting {
  /** How a value of the pane is written; three digits without it. */
  readonly format?: ((value: number) => string) | undefined;
  /** Columns may be of counts (classes, pixels, samples), which are written digit by digit. */
  readonly counts: boolean;
}

/** What stands in the cells of these rows: a column is written in one way, for the page. */
export function cellWriter(
  rows: readonly TableRow[],
  { format, counts }: CellWriting,
): (value: number | null, column: number) => string {
  const counted = (column: number): boolean =>
    counts && !format && rows.every(({ cells }) => isCount(cells[column] ?? 0));
  const columns = (rows[0]?.cells ?? []).map((_, column) =>
    counted(column) ? formatCount : (format ?? formatNumber),
  );
  return (value, column) => {
    if (value === null) return '—';
    if (Number.isNaN(value)) return t('dataTable.nan');
    if (!Number.isFinite(value)) {
      return t(value > 0 ? 'dataTable.infinite' : 'dataTable.minusInfinite');
    }
    return columns[column]!(value);
  };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= MOST_COUNTED;
}
