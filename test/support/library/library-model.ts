/** What a library should be after any sequence of changes, in memory and without a database. */
import { isDeepStrictEqual } from 'node:util';
import {
  TRASH_DAYS,
  type HistoryLabel,
  type RunChange,
  type SavedView,
} from '../../../electron/ipc/library.ts';

export interface ModelRun {
  readonly label: number;
  readonly experiment: number;
  name: string;
  note: string;
  /** Lower case → as it was first written. */
  tags: Readonly<Record<string, string>>;
  pinned: boolean;
  baseline: boolean;
  archived: boolean;
  prediction: string;
  conclusion: string;
  /** The day of use on which it was trashed. */
  trashedOn: number | null;
}

type Fields = Omit<ModelRun, 'label' | 'experiment' | 'trashedOn'> & { trashed: boolean };

interface Delta {
  readonly run: number;
  readonly asked: boolean;
  readonly before: Partial<Fields>;
  readonly after: Partial<Fields>;
}

interface Entry {
  readonly label: Omit<HistoryLabel, 'count'>;
  deltas: Delta[];
  readonly view: {
    readonly name: string;
    readonly before: SavedView | null;
    readonly after: SavedView | null;
  } | null;
}

export class LibraryModel {
  runs: ModelRun[] = [];
  readonly views = new Map<string, SavedView>();
  day = 1;
  #entries: Entry[] = [];
  /** Entries before this are done, those from here on undone. */
  #done = 0;
  #experiments = 0;
  #labels = 0;

  create(names: readonly string[]): readonly number[] {
    return this.#make(this.#experiments++, names);
  }

  /** Runs in the experiment of another. */
  add(beside: number, names: readonly string[]): readonly number[] {
    const labels = this.#make(this.#run(beside)!.experiment, names);
    const [before, after] = [{ trashed: true }, { trashed: false }];
    const deltas = labels.map((run) => ({ run, asked: true, before, after }));
    this.#do({ label: { kind: 'add' }, deltas, view: null });
    return labels;
  }

  /** In the order of the list: experiments by their newest run that is listed, and the newest run of each first. */
  listed(trashed: boolean): readonly ModelRun[] {
    const those = this.runs.filter(({ trashedOn }) => (trashedOn !== null) === trashed);
    const newest = ({ experiment }: ModelRun): number =>
      Math.max(...those.filter((run) => run.experiment === experiment).map(({ label }) => label));
    return those.toSorted((a, b) => newest(b) - newest(a) || b.label - a.label);
  }

  #make(experiment: number, names: readonly string[]): readonly number[] {
    return names.map((name) => {
      const label = this.#labels++;
      const none = { note: '', tags: {}, prediction: '', conclusion: '', trashedOn: null };
      const marks = { pinned: false, baseline: false, archived: false };
      this.runs.push({ label, experiment, name, ...none, ...marks });
      return label;
    });
  }

  change(labels: readonly number[], change: RunChange, kind: HistoryLabel['kind']): void {
    const deltas = [...new Set(labels)].flatMap((label) =>
      this.#deltasOf(this.#run(label)!, change),
    );
    this.#do({ label: { kind }, deltas, view: null });
  }

  setView(name: string, after: SavedView | null): void {
    const before = this.views.get(name.toLowerCase()) ?? null;
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const kind = after ? 'save-view' : 'remove-view';
    this.#do({ label: { kind }, deltas: [], view: { name, before, after } });
  }

  undo(): void {
    if (this.#done > 0) this.#apply(this.#entries[--this.#done]!, 'before');
  }

  redo(): void {
    if (this.#done < this.#entries.length) this.#apply(this.#entries[this.#done++]!, 'after');
  }

  get history(): { undo: HistoryLabel | null; redo: HistoryLabel | null } {
    return {
      undo: labelOf(this.#entries[this.#done - 1]),
      redo: labelOf(this.#entries[this.#done]),
    };
  }

  /** Deletes for good; which. */
  purge(which: 'all' | 'overdue'): readonly number[] {
    const latest = which === 'all' ? this.day : this.day - TRASH_DAYS;
    const gone = this.runs
      .filter(({ trashedOn }) => trashedOn !== null && trashedOn <= latest)
      .map(({ label }) => label);
    this.runs = this.runs.filter(({ label }) => !gone.includes(label));
    const stays = (entry: Entry): boolean => {
      entry.deltas = entry.deltas.filter(({ run }) => !gone.includes(run));
      return entry.view !== null || entry.deltas.some(({ asked }) => asked);
    };
    const [done, undone] = [this.#entries.slice(0, this.#done), this.#entries.slice(this.#done)];
    const kept = done.filter(stays);
    this.#entries = [...kept, ...undone.filter(stays)];
    this.#done = kept.length;
    return gone;
  }

  daysLeft({ trashedOn }: ModelRun): number | null {
    return trashedOn === null ? null : Math.max(0, trashedOn + TRASH_DAYS - this.day);
  }

  #run(label: number): ModelRun | undefined {
    return this.runs.find((run) => run.label === label);
  }

  #deltasOf(run: ModelRun, change: RunChange): readonly Delta[] {
    const { addTags = [], removeTags = [], trashed, ...rest } = change;
    const removed = removeTags.map((tag) => tag.toLowerCase());
    const kept = Object.entries(run.tags).filter(([key]) => !removed.includes(key));
    const tags = Object.fromEntries(kept);
    for (const tag of addTags) tags[tag.toLowerCase()] ??= tag;
    const wanted: Fields = { ...fieldsOf(run), ...rest, tags };
    if (trashed !== undefined) wanted.trashed = trashed;
    const before = fieldsOf(run);
    const names = (Object.keys(before) as (keyof Fields)[]).filter(
      (name) => !isDeepStrictEqual(before[name], wanted[name]),
    );
    if (names.length === 0) return [];
    const part = (of: Fields): Partial<Fields> =>
      Object.fromEntries(names.map((name) => [name, of[name]]));
    const asked = { run: run.label, asked: true, before: part(before), after: part(wanted) };
    const other = this.runs.find(
      ({ label, experiment, baseline }) =>
        label !== run.label && experiment === run.experiment && baseline,
    );
    if (!other || asked.after.baseline !== true) return [asked];
    const [held, lost] = [{ baseline: true }, { baseline: false }];
    return [asked, { run: other.label, asked: false, before: held, after: lost }];
  }

  #do(entry: Entry): void {
    if (entry.deltas.length === 0 && entry.view === null) return;
    this.#entries = [...this.#entries.slice(0, this.#done), entry];
    this.#done = this.#entries.length;
    this.#apply(entry, 'after');
  }

  #apply({ deltas, view }: Entry, which: 'before' | 'after'): void {
    for (const delta of deltas) this.#set(this.#run(delta.run)!, delta[which]);
    if (!view) return;
    const { name, [which]: value } = view;
    if (value) this.views.set(name.toLowerCase(), value);
    else this.views.delete(name.toLowerCase());
  }

  #set(run: ModelRun, { trashed, ...fields }: Partial<Fields>): void {
    if (fields.baseline) {
      for (const other of this.runs)
        if (other.experiment === run.experiment) other.baseline = false;
    }
    Object.assign(run, fields);
    if (trashed === true) run.trashedOn ??= this.day;
    if (trashed === false) run.trashedOn = null;
  }
}

function fieldsOf({ label: _, experiment: __, trashedOn, ...fields }: ModelRun): Fields {
  return { ...fields, trashed: trashedOn !== null };
}

function labelOf(entry: Entry | undefined): HistoryLabel | null {
  if (!entry) return null;
  const count = entry.view ? 1 : entry.deltas.filter(({ asked }) => asked).length;
  return { ...entry.label, count };
}
