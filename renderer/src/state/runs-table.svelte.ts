import type { RunId, RunSummary } from '../../../electron/ipc/contract.ts';
import { sortRows, type SortColumn } from '../lib/runs-table/columns.ts';
import {
  passes,
  speaksOf,
  withValue,
  wordsOf,
  type FilterField,
} from '../lib/runs-table/filter.ts';
import { groupRows, type RowGroup } from '../lib/runs-table/group.ts';
import { runRow, type RunRow } from '../lib/runs-table/run-row.ts';
import {
  nothingSelected,
  reach,
  within,
  type Reach,
  type Selection,
} from '../lib/runs-table/selection.ts';
import { usualView, type TableView } from '../lib/runs-table/table-view.ts';
import type { RunLibrary } from './run-library.svelte.ts';

/** The runs of the library as a person looks at them: searched, filtered, sorted, grouped, selected. */
export class RunsTable {
  readonly #library: RunLibrary;
  #view = $state.raw<TableView>(usualView);
  #folded = $state.raw<ReadonlySet<string>>(new Set());
  #selection = $state.raw<Selection<RunId>>(nothingSelected);

  readonly #rows = $derived.by((): readonly RunRow[] =>
    this.#library.groups.flatMap(({ runs }) => runs.map((run, slot) => runRow(run, slot))),
  );
  readonly #words = $derived(wordsOf(this.#view.search));
  readonly #shown = $derived.by((): readonly RunRow[] => {
    const { filter, sort } = this.#view;
    const words = this.#words;
    const those = this.#rows.filter((row) => passes(row, filter) && speaksOf(row, words, null));
    return sortRows(those, sort);
  });
  readonly #groups = $derived(groupRows(this.#shown, this.#view.group));
  /** As they stand, without those in folded groups. */
  readonly #order = $derived(
    this.#groups.flatMap(({ key, rows }) =>
      this.#folded.has(key) ? [] : rows.map(({ run }) => run.id),
    ),
  );
  readonly #selected = $derived(
    within(this.#selection, new Set(this.#shown.map(({ run }) => run.id))),
  );

  constructor(library: RunLibrary) {
    this.#library = library;
  }

  get view(): TableView {
    return this.#view;
  }
  /** All runs, newest experiment first. */
  get rows(): readonly RunRow[] {
    return this.#rows;
  }
  /** Those that pass search and filter, in order. */
  get shown(): readonly RunRow[] {
    return this.#shown;
  }
  get groups(): readonly RowGroup[] {
    return this.#groups;
  }
  get words(): readonly string[] {
    return this.#words;
  }
  get order(): readonly RunId[] {
    return this.#order;
  }
  /** Something keeps runs out of sight. */
  get narrowed(): boolean {
    return this.#words.length > 0 || Object.keys(this.#view.filter).length > 0;
  }

  look(change: Partial<TableView>): void {
    this.#view = { ...this.#view, ...change };
  }

  filterBy(field: FilterField, value: string): void {
    this.look({ filter: withValue(this.#view.filter, field, value) });
  }

  /** All runs again, in the order and groups they have. */
  widen(): void {
    this.look({ search: '', filter: {} });
  }

  /** By this column; by the one that already orders the other way round. */
  sortBy(column: SortColumn): void {
    const { sort } = this.#view;
    const descending = sort.column === column ? !sort.descending : column === 'made';
    this.look({ sort: { column, descending } });
  }

  isFolded(key: string): boolean {
    return this.#folded.has(key);
  }
  fold(key: string): void {
    const folded = new Set(this.#folded);
    if (!folded.delete(key)) folded.add(key);
    this.#folded = folded;
  }

  /** Chosen runs that are in sight, in the order in which they stand. */
  get selectedRuns(): readonly RunSummary[] {
    const { chosen } = this.#selected;
    return this.#shown.filter(({ run }) => chosen.has(run.id)).map(({ run }) => run);
  }
  isSelected(id: RunId): boolean {
    return this.#selected.chosen.has(id);
  }
  /** Where the keyboard is. */
  get active(): RunId | null {
    return this.#selected.active;
  }
  reach(id: RunId, how: Reach): void {
    this.#selection = reach(this.#selected, id, how, this.#order);
  }
  selectAll(): void {
    this.#selection = { ...this.#selected, chosen: new Set(this.#order) };
  }
  clearSelection(): void {
    this.#selection = { ...this.#selected, chosen: new Set() };
  }
}
