import { t } from '../i18n/i18n.svelte.ts';
import { formatCount } from '../lib/format.ts';

/** What the rows of a pane's table are, and what choosing one does. */
export interface TableRows {
  /** Head of their column. */
  readonly title: string;
  /** They are counted in steps, of which there may be millions. */
  readonly ofSteps: boolean;
  readonly write: (at: number) => string;
  /** The row that is marked; null: none. */
  readonly chosen: number | null;
  /** Absent: rows cannot be chosen. */
  readonly choose?: (at: number) => void;
}

/** Rows of steps: choosing one moves the time cursor there. */
export function stepRows(cursor: number | null, choose?: (step: number) => void): TableRows {
  return {
    title: t('lab.axis.step'),
    ofSteps: true,
    write: formatCount,
    chosen: cursor,
    ...(choose ? { choose } : {}),
  };
}
