/**
 * Random sequences of new runs, changes, undo, redo, trash, deleting for good, days and restarts: after every one
 * the library is what a model in memory says.
 *
 * DOWNHILL_SEQUENCES sets how many, DOWNHILL_SEQUENCE_SEED which.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { HistoryKind, RunChange } from '../../../electron/ipc/library.ts';
import type { NewRun, Store } from '../../../electron/store/store.ts';
import { count, reportRow } from '../../battery/row.ts';
import { bowl } from '../../support/experiments.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { LibraryModel, type ModelRun } from '../../support/library/library-model.ts';
import { viewSettings } from '../../support/view-settings.ts';

const USUAL = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 2000 : 200;
const SEQUENCES = Number(process.env['DOWNHILL_SEQUENCES'] ?? USUAL);
const SEED = Number(process.env['DOWNHILL_SEQUENCE_SEED'] ?? 1);
const DAY = 86_400_000;

type Command =
  | { readonly do: 'create'; readonly names: readonly string[] }
  | { readonly do: 'add'; readonly beside: number; readonly names: readonly string[] }
  | {
      readonly do: 'change';
      readonly picks: readonly number[];
      readonly change: RunChange;
      readonly kind: HistoryKind;
    }
  | { readonly do: 'save-view'; readonly name: string; readonly search: string }
  | { readonly do: 'remove-view'; readonly name: string }
  | { readonly do: 'days'; readonly days: number }
  | { readonly do: 'purge'; readonly which: 'all' | 'overdue'; readonly slices: number }
  | { readonly do: 'undo' | 'redo' | 'restart' };

const text = fc.constantFrom('', '学习率', '衰减太快', 'Adam', 'a b', '"');
const name = fc.constantFrom('恒定', '衰减', 'Adam', "it's");
const tags = fc.array(fc.constantFrom('Adam', 'adam', '衰减', 'z'), { minLength: 1, maxLength: 3 });
const pick = fc.nat(9);
const picks = fc.array(pick, { minLength: 1, maxLength: 4 });

function changing(
  kind: HistoryKind,
  change: fc.Arbitrary<RunChange>,
  of: fc.Arbitrary<readonly number[]> = picks,
): fc.Arbitrary<Command> {
  return fc.record({
    do: fc.constant('change' as const),
    picks: of,
    change,
    kind: fc.constant(kind),
  });
}

const one = fc.tuple(pick);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    names: fc.array(name, { minLength: 1, maxLength: 3 }),
  }),
  {
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      beside: pick,
      names: fc.array(name, { minLength: 1, maxLength: 2 }),
    }),
    weight: 2,
  },
  changing('rename', fc.record({ name })),
  changing('note', fc.record({ note: text }), one),
  changing('tag', fc.record({ addTags: tags })),
  changing('untag', fc.record({ removeTags: tags })),
  changing('pin', fc.constant({ pinned: true })),
  changing('unpin', fc.constant({ pinned: false })),
  // Of few runs, so that one of an experiment takes it from another.
  {
    arbitrary: changing('set-baseline', fc.constant({ baseline: true }), fc.tuple(fc.nat(2))),
    weight: 4,
  },
  changing('clear-baseline', fc.constant({ baseline: false })),
  changing('archive', fc.constant({ archived: true })),
  { arbitrary: changing('trash', fc.constant({ trashed: true })), weight: 3 },
  changing('restore', fc.constant({ trashed: false })),
  changing('predict', fc.record({ prediction: text })),
  changing('edit', fc.record({ conclusion: text, addTags: tags, trashed: fc.boolean() })),
  fc.record({
    do: fc.constant('save-view' as const),
    name: fc.constantFrom('A', 'a', 'b'),
    search: text,
  }),
  fc.record({ do: fc.constant('remove-view' as const), name: fc.constantFrom('A', 'b') }),
  fc.record({ do: fc.constant('days' as const), days: fc.constantFrom(1, 10, 30) }),
  {
    arbitrary: fc.record({
      do: fc.constant('purge' as const),
      which: fc.constantFrom('all' as const, 'overdue' as const),
      slices: fc.nat(2),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('undo' as const) }), weight: 6 },
  { arbitrary: fc.record({ do: fc.constant('redo' as const) }), weight: 4 },
  fc.record({ do: fc.constant('restart' as const) }),
);

/** The library and its model, changed alike. */
class Pair {
  readonly library: TestLibrary;
  readonly model = new LibraryModel();
  readonly #ids: RunId[] = [];
  readonly #around: (store: Store) => Store;

  /** `around` may put something between the commands and the store. */
  constructor(around = (store: Store): Store => store) {
    this.#around = around;
    this.library = new TestLibrary();
    this.run({ do: 'create', names: ['first', 'second'] });
  }

  get store(): Store {
    return this.#around(this.library.store);
  }

  run(command: Command): void {
    const { model, store } = this;
    switch (command.do) {
      case 'create': {
        this.#came(store.createExperiment('实验', runsOf(command.names), 'test').runIds);
        model.create(command.names);
        return;
      }
      case 'add': {
        const beside = model.runs[command.beside % model.runs.length]?.label;
        if (beside === undefined) return;
        this.#came(store.addRuns(this.#ids[beside]!, runsOf(command.names), 'test').runIds);
        model.add(beside, command.names);
        return;
      }
      case 'change': {
        const labels = command.picks.flatMap(
          (at) => model.runs[at % model.runs.length]?.label ?? [],
        );
        if (labels.length === 0) return;
        store.changeRuns(
          labels.map((label) => this.#ids[label]!),
          command.change,
        );
        model.change(labels, command.change, command.kind);
        return;
      }
      case 'save-view': {
        const view = { name: command.name, settings: viewSettings({ search: command.search }) };
        store.saveView(view);
        model.setView(view.name, view);
        return;
      }
      case 'remove-view':
        store.removeView(command.name);
        model.setView(command.name, null);
        return;
      case 'days':
        for (let i = 0; i < command.days; i++) {
          this.library.time += DAY;
          store.countDay();
        }
        model.day += command.days;
        return;
      case 'purge': {
        const gone = model.purge(command.which).map((label) => this.#ids[label]!);
        const which = command.which === 'all' ? store.listTrash() : command.which;
        expect(store.doom(which, 1000)).toEqual(gone);
        for (let i = 0; i < command.slices; i++) store.deleteSome();
        return;
      }
      case 'undo':
      case 'redo':
        expect(store[command.do]()?.label ?? null).toEqual(model.history[command.do]);
        model[command.do]();
        return;
      case 'restart':
        this.library.reopen();
    }
  }

  compare(): void {
    const { model, store } = this;
    const listed = [false, true].flatMap((trashed) => store.listRuns({ limit: 1000, trashed }));
    const expected = [...model.listed(false), ...model.listed(true)];
    expect(listed.map(({ id }) => this.#ids.indexOf(id))).toEqual(
      expected.map(({ label }) => label),
    );
    expected.forEach((run, i) => {
      const { name: of, pinned, baseline, archived, prediction, conclusion } = run;
      expect(listed[i]).toMatchObject({
        name: of,
        pinned,
        baseline,
        archived,
        prediction,
        conclusion,
      });
      expect(listed[i]!.tags).toEqual(
        Object.keys(run.tags)
          .sort()
          .map((key) => run.tags[key]),
      );
      expect(listed[i]!.trashDaysLeft).toBe(model.daysLeft(run));
      expect(store.readRun(listed[i]!.id).note).toBe(run.note);
      expect(store.readExperiment(listed[i]!.id).map(({ id }) => this.#ids.indexOf(id))).toEqual(
        model.runs.flatMap(({ label, experiment }) => (experiment === run.experiment ? label : [])),
      );
    });
    expect(store.historyState()).toEqual(model.history);
    expect(store.listViews()).toEqual([...model.views].sort().map(([, view]) => view));
    const holds = ({ name: of, note, tags: own }: ModelRun): boolean =>
      [of, note, ...Object.values(own)].some((words) => words.includes('衰减'));
    expect(store.searchRuns('衰减').map((id) => this.#ids.indexOf(id))).toEqual(
      model.runs
        .filter(holds)
        .toReversed()
        .map(({ label }) => label),
    );
  }

  /** Runs that can be put into the trash. */
  #came(ids: readonly RunId[]): void {
    this.#ids.push(...ids);
    for (const id of ids) this.store.setState(id, 'finished', 'max-steps');
  }

  /** Deletes to the end what is gone, and compares once more after a last restart. */
  end(): void {
    while (this.store.deleteSome());
    this.run({ do: 'restart' });
    this.compare();
    this.library.close();
  }
}

function runsOf(names: readonly string[]): readonly NewRun[] {
  return names.map((of) => ({ name: of, config: bowl() }));
}

/** What a check went through, for the report and to see that it looked at something. */
interface Done {
  commands: number;
  added: number;
  undone: number;
  deleted: number;
  restarts: number;
}

const nothingDone = (): Done => ({ commands: 0, added: 0, undone: 0, deleted: 0, restarts: 0 });

/** Throws at the first sequence after which library and model differ; makes it no shorter for a control, with a store `around`. */
function check(sequences: number, done: Done, around?: (store: Store) => Store): void {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 24, size: 'max' }), (commands) => {
      const pair = new Pair(around);
      for (const each of commands) {
        const before = pair.model.runs.length;
        if (each.do === 'undo' && pair.model.history.undo) done.undone++;
        if (each.do === 'restart') done.restarts++;
        if (each.do === 'add' && before > 0) done.added++;
        pair.run(each);
        pair.compare();
        done.commands++;
        done.deleted += Math.max(0, before - pair.model.runs.length);
      }
      pair.end();
    }),
    { numRuns: sequences, seed: SEED, endOnFailure: around !== undefined },
  );
}

it(`${SEQUENCES} sequences leave what the model says`, { timeout: 1_800_000 }, () => {
  const done = nothingDone();
  let differing = 1;
  try {
    check(SEQUENCES, done);
    differing = 0;
  } finally {
    reportRow({
      what: 'random changes, runs added to experiments, undo, redo, trash, days and restarts, beside a model in memory',
      tried: `${count(SEQUENCES)} sequences: ${count(done.commands)} commands, ${count(done.added)} additions, ${count(done.undone)} undone, ${count(done.deleted)} runs deleted for good, ${count(done.restarts)} restarts`,
      lost: `${count(differing)} sequences after which the library is not what the model says`,
      worst: '',
    });
  }
  expect(Math.min(...Object.values(done))).toBeGreaterThan(0);
});

it.each<[string, (store: Store) => Partial<Store>]>([
  [
    'forgets an archived run',
    (store) => ({
      changeRuns: (ids, { archived: _forgotten, ...change }) => store.changeRuns(ids, change),
    }),
  ],
  [
    'puts added runs into an experiment of their own',
    (store) => ({
      addRuns: (_beside, runs, version) => store.createExperiment('实验', runs, version),
    }),
  ],
])('the control, which %s, is caught by the same harness', (_name, spoilt) => {
  const around = (store: Store): Store => ({ ...store, ...spoilt(store) });
  expect(() => check(200, nothingDone(), around)).toThrow();
});
