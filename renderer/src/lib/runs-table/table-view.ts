import type { ColumnId, Sort } from './columns.ts';
import type { RunFilter } from './filter.ts';
import type { Grouping } from './group.ts';

/** A way to look at the runs: which, in what order, in what groups, with which columns. */
export interface TableView {
  readonly search: string;
  readonly filter: RunFilter;
  readonly group: Grouping;
  readonly sort: Sort;
  /** Null: as many as there is room for. */
  readonly columns: readonly ColumnId[] | null;
}

export const usualView: TableView = {
  search: '',
  filter: {},
  group: 'experiment',
  sort: { column: 'made', descending: true },
  columns: null,
};
