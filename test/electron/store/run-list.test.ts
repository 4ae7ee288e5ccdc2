/** The list of runs, read page by page as the page reads it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Store } from '../../../electron/store/store.ts';
import { RunPages } from '../../../renderer/src/state/run-pages.ts';
import { bowl } from '../../support/experiments.ts';
import { TestLibrary } from '../../support/library/libraries.ts';

function pagesOf({ store }: TestLibrary, trashed = false): RunPages {
  const request = (_channel: string, query: Parameters<Store['listRuns']>[0]) =>
    Promise.resolve(store.listRuns(query));
  return new RunPages({ request } as never, { trashed });
}

/** All that is left of a reading. */
async function rest(pages: RunPages, limit: number): Promise<readonly RunId[]> {
  const ids: RunId[] = [];
  while (!pages.complete) {
    const page = await pages.next(limit);
    expect(page.length).toBeLessThanOrEqual(limit);
    ids.push(...page.map(({ id }) => id));
  }
  return ids;
}

function add({ store }: TestLibrary, beside: RunId, name = 'added'): RunId {
  const id = store.addRuns(beside, [{ name, config: bowl() }], 'test').runIds[0]!;
  store.setState(id, 'finished', 'max-steps');
  return id;
}

it('is newest first, by order of creation and not by the clock, page by page', async () => {
  const library = new TestLibrary();
  const ids = Array.from({ length: 25 }, (_, i) => {
    library.time = 1_000 - i;
    return library.newRun(`run ${i}`);
  });
  expect(await rest(pagesOf(library), 7)).toEqual(ids.toReversed());
});

it('an experiment stands where its newest run stands that is listed', async () => {
  const library = new TestLibrary();
  const [old, other] = [library.endedRun('old'), library.endedRun('other')];
  const added = add(library, old);
  expect(await rest(pagesOf(library), 9)).toEqual([added, old, other]);
  library.store.changeRuns([added], { trashed: true });
  expect(await rest(pagesOf(library), 9)).toEqual([other, old]);
  expect(await rest(pagesOf(library, true), 9)).toEqual([added]);
  // On its way to being deleted it moves nothing any more, either.
  library.store.changeRuns([old], { trashed: true });
  library.store.changeRuns([old], { trashed: false });
  library.store.doom([added], 1);
  expect(await rest(pagesOf(library), 9)).toEqual([other, old]);
});

const event = fc.oneof(
  fc.record({ do: fc.constant('new' as const) }),
  fc.record({ do: fc.constant('add' as const), to: fc.nat(19) }),
  fc.record({ do: fc.constantFrom('rename' as const, 'trash' as const), which: fc.nat(19) }),
);

it('has every run that was there when its reading began, once and in its order, whatever comes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(5), { maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(event, { maxLength: 12 }),
      async (sizes, additions, limit, events) => {
        const library = new TestLibrary();
        const first = sizes.map((size) => {
          const runs = Array.from({ length: size }, (_, i) => ({ name: `${i}`, config: bowl() }));
          const { runIds } = library.store.createExperiment('e', runs, 'test');
          for (const id of runIds) library.store.setState(id, 'finished', 'max-steps');
          return runIds[0]!;
        });
        for (const at of additions) add(library, first[at % first.length]!);
        const whole = await rest(pagesOf(library), 1000);
        const pages = pagesOf(library);
        const seen: RunId[] = [];
        const trashed = new Set<RunId>();
        for (const next of [...events, null]) {
          if (!pages.complete) seen.push(...(await pages.next(limit)).map(({ id }) => id));
          if (next?.do === 'new') library.newRun();
          else if (next?.do === 'add') add(library, whole[next.to % whole.length]!);
          else if (next) {
            const id = whole[next.which % whole.length]!;
            const trash = next.do === 'trash';
            if (trash) trashed.add(id);
            library.store.changeRuns([id], trash ? { trashed: true } : { name: 'renamed' });
          }
        }
        seen.push(...(await rest(pages, limit)));
        library.close();
        const kept = (ids: readonly RunId[]) => ids.filter((id) => !trashed.has(id));
        expect(new Set(seen).size).toBe(seen.length);
        // What was put away meanwhile may still be in it; then its experiment may stand further down.
        if (trashed.size === 0) expect(seen).toEqual(whole);
        else expect(kept(seen).toSorted()).toEqual(kept(whole).toSorted());
      },
    ),
    { numRuns: 40, seed: 7 },
  );
});
