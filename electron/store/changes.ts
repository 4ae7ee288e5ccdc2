import { isUnderWay, type RunId } from '../ipc/run.ts';
import {
  MOST_TAGS,
  MOST_VIEWS,
  tagKey,
  type HistoryKind,
  type HistoryLabel,
  type RunChange,
  type SavedView,
} from '../ipc/library.ts';
import { AppError } from '../ipc/reply.ts';
import type { History, HistoryGroup, Step } from './history.ts';
import type { Fields, RunFields } from './run-fields.ts';
import type { RunBrief, RunStore } from './run-store.ts';
import { viewKey, type SavedViews } from './saved-views.ts';

/** What undo or redo did, and whom it concerns. */
export interface Redone {
  readonly label: HistoryLabel;
  readonly runs: readonly RunId[];
  readonly views: boolean;
}

/** Changes a person makes, each with the way back. The caller holds the transaction. */
export class Changes {
  readonly #runs: RunStore;
  readonly #fields: RunFields;
  readonly #views: SavedViews;
  readonly #history: History;

  constructor(runs: RunStore, fields: RunFields, views: SavedViews, history: History) {
    this.#runs = runs;
    this.#fields = fields;
    this.#views = views;
    this.#history = history;
  }

  /** The runs that are different now. Throws AppError, and then nothing may be kept. */
  changeRuns(ids: readonly RunId[], change: RunChange): readonly RunId[] {
    const steps: Step[] = [];
    for (const run of [...new Set(ids)].map((id) => this.#runs.brief(id))) {
      if (change.trashed) refuseUnderWay(run);
      steps.push(...this.#stepsFor(run, change));
    }
    return this.#do(kindOf(change), steps).runs;
  }

  /** Notes that these runs came in one go, from a file or to an experiment; taking that back puts them into the trash. */
  noteArrival(kind: 'import' | 'add', runs: readonly number[]): void {
    this.#history.record(
      kind,
      runs.map((run) => ({
        of: { run },
        aside: false,
        before: { trashed: true },
        after: { trashed: false },
      })),
    );
  }

  /** Whether anything is different now. */
  saveView(view: SavedView): boolean {
    const key = viewKey(view.name);
    const before = this.#views.get(key);
    const count = this.#views.list().length;
    if (before === null && count >= MOST_VIEWS) {
      throw new AppError('too-many-views', `${count} views`, { allowed: String(MOST_VIEWS) });
    }
    return this.#do('save-view', viewSteps(key, before, view)).views;
  }

  removeView(name: string): boolean {
    const key = viewKey(name);
    return this.#do('remove-view', viewSteps(key, this.#views.get(key), null)).views;
  }

  undo(): Redone | null {
    return this.#repeat(this.#history.lastDone, 'before');
  }

  redo(): Redone | null {
    return this.#repeat(this.#history.firstUndone, 'after');
  }

  #stepsFor({ id }: RunBrief, change: RunChange): readonly Step[] {
    const note = change.note === undefined ? {} : { note: this.#fields.note(id) };
    const present = { ...this.#fields.get(id), ...note };
    const { addTags = [], removeTags = [], ...fields } = change;
    const wanted: Partial<Fields> = { ...fields, tags: tagsOf(present.tags, addTags, removeTags) };
    const asked = difference(present, wanted);
    if (asked === null) return [];
    const steps: Step[] = [{ of: { run: id }, aside: false, ...asked }];
    const other = asked.after.baseline ? this.#fields.baselineOf(id) : null;
    if (other !== null) {
      const [before, after] = [{ baseline: true }, { baseline: false }];
      steps.push({ of: { run: other }, aside: true, before, after });
    }
    return steps;
  }

  #do(kind: HistoryKind, steps: readonly Step[]): Pick<Redone, 'runs' | 'views'> {
    if (steps.length > 0) this.#history.record(kind, steps);
    return this.#apply(steps, 'after');
  }

  #repeat(group: HistoryGroup | null, which: 'before' | 'after'): Redone | null {
    if (group === null) return null;
    group.mark(which === 'before');
    return { label: group.label, ...this.#apply(group.steps, which) };
  }

  #apply(steps: readonly Step[], which: 'before' | 'after'): Pick<Redone, 'runs' | 'views'> {
    const runs: RunId[] = [];
    let views = false;
    for (const step of steps) {
      if ('view' in step.of) {
        this.#views.set(step.of.view, step[which] as SavedView | null);
        views = true;
      } else {
        const fields = step[which] as Partial<Fields>;
        const run = this.#runs.brief(step.of.run);
        if (fields.trashed) refuseUnderWay(run);
        this.#fields.set(run.id, fields);
        runs.push(run.uuid);
      }
    }
    return { runs, views };
  }
}

function refuseUnderWay({ uuid, state }: RunBrief): void {
  if (!isUnderWay(state)) return;
  throw new AppError('wrong-state', `run ${uuid} is ${state}`, {
    state,
    allowed: 'finished, stopped, diverged, failed, interrupted',
  });
}

/** Those that differ, as they are and as they shall be; null if none does. */
function difference(
  present: Partial<Fields>,
  wanted: Partial<Fields>,
): { readonly before: Partial<Fields>; readonly after: Partial<Fields> } | null {
  const keys = (Object.keys(wanted) as (keyof Fields)[]).filter(
    (key) => JSON.stringify(wanted[key]) !== JSON.stringify(present[key]),
  );
  if (keys.length === 0) return null;
  const only = (fields: Partial<Fields>): Partial<Fields> =>
    Object.fromEntries(keys.map((key) => [key, fields[key]]));
  return { before: only(present), after: only(wanted) };
}

/** In the order of their keys. A tag that is there keeps its spelling. */
function tagsOf(
  present: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const tags = new Map(present.map((tag) => [tagKey(tag), tag]));
  for (const tag of removed) tags.delete(tagKey(tag));
  for (const tag of added) if (!tags.has(tagKey(tag))) tags.set(tagKey(tag), tag);
  if (tags.size > MOST_TAGS) {
    throw new AppError('too-many-tags', `${tags.size} tags`, {
      given: String(tags.size),
      allowed: String(MOST_TAGS),
    });
  }
  return [...tags].sort(([a], [b]) => byBytes(a, b)).map(([, tag]) => tag);
}

/** As the database orders texts. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function viewSteps(
  key: string,
  before: SavedView | null,
  after: SavedView | null,
): readonly Step[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ of: { view: key }, aside: false, before, after }];
}

const kinds: {
  readonly [F in keyof RunChange]-?: (value: NonNullable<RunChange[F]>) => HistoryKind;
} = {
  name: () => 'rename',
  note: () => 'note',
  addTags: () => 'tag',
  removeTags: () => 'untag',
  pinned: (on) => (on ? 'pin' : 'unpin'),
  baseline: (on) => (on ? 'set-baseline' : 'clear-baseline'),
  archived: (on) => (on ? 'archive' : 'unarchive'),
  trashed: (on) => (on ? 'trash' : 'restore'),
  prediction: () => 'predict',
  conclusion: () => 'conclude',
};

function kindOf(change: RunChange): HistoryKind {
  const [field, ...others] = Object.keys(change) as (keyof RunChange)[];
  if (field === undefined || others.length > 0) return 'edit';
  return (kinds[field] as (value: unknown) => HistoryKind)(change[field]);
}
