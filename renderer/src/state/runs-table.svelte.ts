import { wordsOf } from '../../../electron/ipc/found-words.ts';
import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';
import type { SortColumn, ViewField, ViewSettings } from '../../../electron/ipc/library.ts';
import type { Lab } from '../api.ts';
import { pinnedFirst, sortRows } from '../lib/runs-table/columns.ts';
import { experimentTitles } from '../lib/runs-table/experiment-titles.ts';
import { onlyFrozen, passing, speaksOf, withValue } from '../lib/runs-table/filter.ts';
import { groupRows, type RowGroup } from '../lib/runs-table/group.ts';
import { runRow, type RunRow } from '../lib/runs-table/run-row.ts';
import {
  nothingSelected,
  reach,
  within,
  type Reach,
  type Selection,
} from '../lib/runs-table/selection.ts';
import { usualView } from '../lib/runs-table/table-view.ts';
import { FrozenRuns } from './frozen-runs.svelte.ts';
import type { RunLibrary } from './run-library.svelte.ts';

/** Notes looked into for what is searched: more than anybody reads. */
const MOST_EXCERPTS = 200;

/** The runs of the library as a person looks at them: searched, filtered, sorted, grouped, selected. */
export class RunsTable {
  readonly #lab: Lab;
  readonly #library: RunLibrary;
  /** Runs that the library finds for what is searched, also by what the table does not show; null: not yet known. */
  #found = $state.raw<ReadonlySet<RunId> | null>(null);
  /** Where the notes of runs speak of what is searched. */
  #excerpts = $state.raw<ReadonlyMap<RunId, string>>(new Map());
  #view = $state.raw<ViewSettings>(usualView);
  #folded = $state.raw<ReadonlySet<string>>(new Set());
  #selection = $state.raw<Selection<RunId>>(nothingSelected);

  /** How far down somebody has scrolled, in pixels: who comes back finds the table there. */
  scrolled = 0;

  readonly #frozen = new FrozenRuns();

  readonly #rows = $derived.by((): readonly RunRow[] =>
    this.#library.groups.flatMap(({ runs }) => {
      const baseline = runs.find((run) => run.baseline) ?? null;
      return runs.map((run, slot) =>
        runRow(run, slot, { baseline, frozen: this.#frozen.end(run.id) }),
      );
    }),
  );
  readonly #titles = $derived(experimentTitles(this.#rows));
  readonly #words = $derived(wordsOf(this.#view.search));
  readonly #shown = $derived.by((): readonly RunRow[] => {
    const { filter, sort } = this.#view;
    const words = this.#words;
    const those = passing(this.#rows, filter).filter((row) => speaksOf(row, words, this.#found));
    return pinnedFirst(sortRows(those, sort));
  });
  readonly #inUse = $derived(passing(this.#rows, {}).length);
  readonly #groups = $derived(groupRows(this.#shown, this.#view.group, this.#titles));
  /** As they stand, without those in folded groups. */
  readonly #order = $derived(
    this.#groups.flatMap(({ key, rows }) =>
      this.#folded.has(key) ? [] : rows.map(({ run }) => run.id),
    ),
  );
  readonly #selected = $derived(
    within(this.#selection, new Set(this.#shown.map(({ run }) => run.id))),
  );

  constructor(lab: Lab, library: RunLibrary) {
    this.#lab = lab;
    this.#library = library;
  }

  get view(): ViewSettings {
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
  /** What experiments are called, told apart by date where they have one name. */
  get titles(): ReadonlyMap<string, string> {
    return this.#titles;
  }
  get words(): readonly string[] {
    return this.#words;
  }
  get excerpts(): ReadonlyMap<RunId, string> {
    return this.#excerpts;
  }
  get order(): readonly RunId[] {
    return this.#order;
  }
  /** Runs that are not archived. */
  get inUse(): number {
    return this.#inUse;
  }
  /** Runs that are out of sight until they are asked for. */
  get archived(): number {
    return this.#rows.length - this.inUse;
  }
  /** Runs among which is looked: archived ones only where they are asked for. */
  get lookedAt(): number {
    return this.#view.filter.mark?.includes('archived') ? this.#rows.length : this.inUse;
  }
  /** Those that froze, as far as `findFrozen` has looked. */
  get frozen(): readonly RunRow[] {
    return passing(this.#rows, onlyFrozen);
  }
  /** Something keeps runs out of sight. */
  get narrowed(): boolean {
    return this.#words.length > 0 || Object.keys(this.#view.filter).length > 0;
  }

  /** Looks in another way; what is searched for is looked up in notes, too. */
  async look(change: Partial<ViewSettings>): Promise<void> {
    const before = this.#view.search;
    this.#view = { ...this.#view, ...change };
    if (this.#view.search !== before) await this.searchAgain();
  }

  /** Looks for runs that froze among those of the library as they are now; for whoever follows it. */
  findFrozen(): Promise<void> {
    return this.#frozen.look(this.#library.groups.flatMap(({ runs }) => runs));
  }

  /** Notes and tags may have changed since they were searched. */
  async searchAgain(): Promise<void> {
    const { search } = this.#view;
    this.#found = null;
    this.#excerpts = new Map();
    if (wordsOf(search).length === 0) return;
    const found = await this.#lab.request('run:search', search);
    if (search !== this.#view.search) return;
    this.#found = new Set(found);
    const noted = this.#rows.filter(({ run }) => run.noteLine !== '' && this.#found!.has(run.id));
    const ids = noted.slice(0, MOST_EXCERPTS).map(({ run }) => run.id);
    if (ids.length === 0) return;
    const excerpts = await this.#lab.request('run:excerpts', ids, search);
    if (search === this.#view.search) {
      this.#excerpts = new Map(excerpts.map(({ id, text }) => [id, text]));
    }
  }

  filterBy(field: ViewField, value: string): Promise<void> {
    return this.look({ filter: withValue(this.#view.filter, field, value) });
  }

  /** All runs again, in the order and groups they have. */
  widen(): Promise<void> {
    return this.look({ search: '', filter: {} });
  }

  /** By this column; by the one that already orders the other way round. */
  sortBy(column: SortColumn): Promise<void> {
    const { sort } = this.#view;
    const descending = sort.column === column ? !sort.descending : column === 'made';
    return this.look({ sort: { column, descending } });
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
