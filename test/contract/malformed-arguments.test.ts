/**
 * Whatever a page that was taken over sends: every refusal is a typed reply, nothing is thrown, nothing
 * is changed. Anything at all, and proper arguments with one thing wrong.
 *
 * DOWNHILL_FUZZ_CASES sets how many for each channel.
 */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { ArgParsers, Channel, Requests } from '../../electron/ipc/contract.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { argParsers } from '../../electron/ipc/schemas.ts';
import type { SweepId } from '../../electron/ipc/sweep.ts';
import { count, reportRow } from '../battery/row.ts';
import { bowl, shortDigits } from '../support/experiments.ts';
import { channelNames, Lab } from '../support/lab.ts';
import { viewSettings } from '../support/view-settings.ts';

const USUAL_CASES = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 20_000 : 2000;
const CASES = Number(process.env['DOWNHILL_FUZZ_CASES'] ?? USUAL_CASES);
const megabyte = 'x'.repeat(1024 * 1024);

/** The signature of a PNG is what main looks at. */
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);

/** Arguments that each channel accepts. */
const proper = (id: RunId): { readonly [C in Channel]: Parameters<Requests[C]> } => ({
  'app:info': [],
  'app:licences': [],
  'app:open-folder': ['backups'],
  'app:storage': [],
  'page:keep': ['{}'],
  'window:do': ['zoom-in'],
  'page:print': [],
  'page:save-pdf': ['第 1 课'],
  'page:kept': [],
  'preferences:read': [],
  'preferences:write': [
    {
      locale: 'en',
      theme: 'dark',
      stage: { left: 0.4, rate: 2 },
      curves: { xAxis: 'log', smoothing: 0.9 },
    },
  ],
  'experiment:start': [
    {
      name: 'n',
      runs: [
        { name: 'a', config: bowl() },
        { name: 'b', config: shortDigits },
      ],
      pace: 100,
    },
  ],
  'experiment:add': [{ beside: id, runs: [{ name: 'c', config: bowl() }], pace: null }],
  'experiment:explore': [[bowl(), bowl({ lr: 0.2 })]],
  'step:explain': [{ of: { kind: 'run', id }, step: 7, index: 1 }],
  'run:survey': [{ of: { kind: 'run', id }, from: 0, to: 7, topics: ['gain', 'limit'] }],
  'model:view': [{ of: { kind: 'ahead', config: shortDigits }, step: 7 }],
  'sweep:start': [
    { kind: 'sweep', bases: [bowl({ totalSteps: 20 })], path: 'lr', values: [0.1, 1] },
  ],
  'sweep:cancel': [id as string as SweepId],
  'run:pause': [id],
  'run:resume': [id],
  'run:stop': [id],
  'run:pace': [id, 100],
  'run:continue': [[id], 100],
  'run:extensions': [[id], 50],
  'run:extend': [[id], 50, null],
  'run:again': [[id], null],
  'run:list': [{ limit: 10, after: { first: id, newest: id, last: id }, trashed: false }],
  'run:read': [id],
  'run:summaries': [[id]],
  'run:search': ['学习率 adam'],
  'run:excerpts': [[id], '学习率'],
  'run:change': [
    {
      ids: [id],
      change: {
        name: 'new name',
        note: 'lines\nof it',
        addTags: ['衰减'],
        removeTags: ['old'],
        pinned: true,
        baseline: true,
        archived: true,
        trashed: false,
        prediction: 'lower',
        conclusion: 'it was',
      },
    },
  ],
  'history:undo': [],
  'history:redo': [],
  'history:state': [],
  'trash:empty': [],
  'backup:state': [],
  'backup:make': [],
  'backup:cancel': [],
  'backup:restore': ['library-0001-2026-11-26T120000Z-daily-3-runs.db'],
  'backup:restoration': [],
  'view:list': [],
  'view:save': [
    { name: 'mine', settings: viewSettings({ search: '衰减', filter: { state: ['diverged'] } }) },
  ],
  'view:remove': ['mine'],
  'lessons:progress': [],
  'lessons:keep': [
    7,
    {
      section: 'challenge',
      predicted: 'frozen',
      drawn: [
        [0, 1.5],
        [40, 0.25],
      ],
      ran: true,
      checked: 'second',
      tries: [{ label: 'k 0.02', settings: '{"lr":0.5}', measured: 0.5, met: true }],
      met: true,
      conclusion: '公式里的陷阱',
      typed: '公式里的陷阱，第',
      stage: { on: 'challenge', runs: [id], step: 20 },
    },
  ],
  'lessons:reset': [7],
  'lessons:judge': ['larger-is-faster', 'false'],
  'series:read': [{ runId: id, metric: 'train/loss', from: 0, to: 100, columns: 100 }],
  'series:values': [{ runId: id, metric: 'train/loss', from: 0, most: 100 }],
  'run:export': [id, 'csv'],
  'experiments:export': [[id]],
  'experiments:cancel-export': [],
  'experiments:import': ['dialog'],
  'assignment:save': [
    {
      title: '为什么衰减',
      instructions: 'Find $\\eta_0$.\n\nThen run.',
      locked: ['problem', 'schedule'],
      runs: [bowl(), bowl({ lr: 0.2 })],
      pace: null,
    },
  ],
  'file:save': [{ name: 'n', kind: 'png', bytes: png }],
  'picture:copy': [png],
});

const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Values that are right nowhere. */
const hostile = fc.constantFrom<unknown>(
  NaN,
  Infinity,
  -Infinity,
  -1e300,
  10n,
  '',
  '   ',
  megabyte,
  [],
  [[]],
  new Array(2 ** 32 - 1),
  { unknown: 1 },
  Object.assign(Object.create(null) as object, { unknown: 1 }),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  new Map([['name', 'n']]),
  new Set([1]),
  new Date(0),
  /x/,
  new Uint8Array(8),
  new ArrayBuffer(8),
  new Error('sent'),
  new Number(1),
);

const strangeKeys = fc.constantFrom('__proto__', 'constructor', 'toString', 'x', '0', '');

type Path = readonly (string | number)[];

/** Where something can be replaced: every value inside the arguments. */
function pathsIn(value: unknown, here: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [here];
  const inside = Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...here, key]));
  return here.length === 0 ? inside : [here, ...inside];
}

function changed(args: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(args);
  const copy = (Array.isArray(args) ? [...args] : { ...(args as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = changed(copy[key], rest, change);
  return copy;
}

function withKey(old: unknown, key: string): unknown {
  const copy = { ...(old as object) };
  return Object.defineProperty(copy, key, { value: 1, enumerable: true, configurable: true });
}

/** Proper arguments with one thing wrong. */
function nearlyRight(args: readonly unknown[]): fc.Arbitrary<unknown> {
  const surplus = fc.oneof(hostile, anything).map((extra) => [...args, extra]);
  if (args.length === 0) return surplus;
  const paths = pathsIn(args);
  const objects = paths.filter((path) => isObject(at(args, path)));
  const replaced = fc
    .tuple(fc.constantFrom(...paths), hostile)
    .map(([path, value]) => changed(args, path, () => value));
  const wrapped = fc.constantFrom(...paths).map((path) => changed(args, path, (old) => [old]));
  const missing = fc.constant(args.slice(0, -1));
  const added = fc
    .tuple(fc.constantFrom(...objects, ...(objects.length === 0 ? [[]] : [])), strangeKeys)
    .map(([path, key]) => changed(args, path, (old) => withKey(old, key)));
  return fc.oneof(surplus, { arbitrary: replaced, weight: 6 }, wrapped, missing, added);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((inside, key) => (inside as Record<string, unknown> | null)?.[key], value);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Anything at all, but for the empty list where that is what the channel wants. */
function arbitraryFor(args: readonly unknown[]): fc.Arbitrary<unknown> {
  const wild = fc
    .oneof(anything, fc.array(anything, { maxLength: 4 }), hostile)
    .filter((given) => !(Array.isArray(given) && given.length === 0 && args.length === 0));
  return fc.oneof(wild, { arbitrary: nearlyRight(args), weight: 3 });
}

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const isOneText = (given: unknown): boolean =>
  Array.isArray(given) &&
  given.length === 1 &&
  typeof given[0] === 'string' &&
  given[0].length <= 200;
const changeOf = (given: unknown, field: string): unknown => at(given, ['0', 'change', field]);
const settingOf = (given: unknown, field: string): unknown => at(given, ['0', 'settings', field]);

/** Where something that is right nowhere else is right: any text to search for or to keep, no remark, no tags. */
const alsoRight: { readonly [C in Channel]?: (given: unknown) => boolean } = {
  'run:search': isOneText,
  // Its runs are not spoilt, so that it is another text that is searched for.
  'run:excerpts': (given) =>
    Array.isArray(given) &&
    given.length === 2 &&
    z.tuple([z.uuid()]).safeParse(given[0]).success &&
    isOneText([given[1]]),
  'page:keep': (given) =>
    Array.isArray(given) && given.length === 1 && typeof given[0] === 'string' && given[0] !== '',
  // All runs of the library.
  'experiments:export': (given) => Array.isArray(given) && given.length === 1 && given[0] === null,
  'view:remove': (given) => isOneText(given) && !isBlank(at(given, ['0'])),
  'page:save-pdf': (given) => isOneText(given) && !isBlank(at(given, ['0'])),
  'run:change': (given) =>
    ['note', 'prediction', 'conclusion'].some((field) => isBlank(changeOf(given, field))),
  // A try may measure anything, and a curve be drawn anywhere.
  'lessons:keep': (given) => {
    const of = (...path: Path): unknown => at(given, ['1', ...path]);
    return (
      isBlank(of('conclusion')) ||
      isBlank(of('typed')) ||
      isBlank(of('tries', '0', 'label')) ||
      isEmptyList(of('tries')) ||
      isEmptyList(of('drawn')) ||
      isEmptyList(of('stage', 'runs')) ||
      [of('tries', '0', 'measured'), of('drawn', '0', '1'), of('drawn', '1', '1')].includes(-1e300)
    );
  },
  'assignment:save': (given) =>
    isBlank(at(given, ['0', 'instructions'])) || isEmptyList(at(given, ['0', 'locked'])),
  'view:save': (given) =>
    isBlank(settingOf(given, 'search')) ||
    isEmptyList(settingOf(given, 'columns')) ||
    settingOf(given, 'columns') === null,
};

/** What must not change. */
async function stateOf(lab: Lab): Promise<unknown> {
  const trashed = await lab.ask('run:list', { limit: 1000, trashed: true });
  const kept = await lab.ask('run:list', { limit: 1000, trashed: false });
  return {
    kept,
    trashed,
    history: await lab.ask('history:state'),
    views: await lab.ask('view:list'),
    progress: await lab.ask('lessons:progress'),
    preferences: await lab.ask('preferences:read'),
    keptPage: await lab.ask('page:kept'),
    live: lab.world.service.liveIds,
    platform: [...lab.platformCalls],
  };
}

/** What was sent, on how many channels something was wrong about the answers, how long the slowest took. */
class Tally {
  sent = 0;
  channels = 0;
  wrong = 0;
  slowestMs = 0;
}
const all = new Tally();

async function labWithRun(parsers?: ArgParsers): Promise<{ lab: Lab; id: RunId }> {
  const lab = new Lab(parsers);
  const { runIds } = await lab.ask('experiment:start', {
    name: 'kept',
    runs: [{ name: 'kept', config: bowl({ totalSteps: 50 }) }],
    pace: null,
  });
  await lab.world.untilState(runIds[0]!, 'finished');
  return { lab, id: runIds[0]! };
}

/**
 * Sends a channel what is wrong, again and again; throws at the first answer that is no refusal in words.
 * Of a control nobody needs the shortest case.
 */
async function fuzz(
  channel: Channel,
  lab: Lab,
  id: RunId,
  tally: Tally,
  endOnFailure = false,
): Promise<void> {
  const before = await stateOf(lab);
  await fc.assert(
    fc.asyncProperty(arbitraryFor(proper(id)[channel]), async (given) => {
      fc.pre(!alsoRight[channel]?.(given));
      const begin = performance.now();
      const reply = await lab.send(channel, given);
      tally.slowestMs = Math.max(tally.slowestMs, performance.now() - begin);
      tally.sent++;
      expect(reply.ok).toBe(false);
      if (reply.ok) return;
      expect(['bad-arguments', 'bad-config']).toContain(reply.error.code);
      expect(reply.error.message).toMatch(/\S/);
      expect(reply.error.message.length).toBeLessThan(2000);
      for (const detail of Object.values(reply.error.details)) expect(detail).toBeTypeOf('string');
      expect(structuredClone(reply)).toEqual(reply);
    }),
    { seed: 2024, numRuns: CASES, endOnFailure },
  );
  expect(await stateOf(lab)).toEqual(before);
  expect(lab.logged).toEqual([]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}

it.each(channelNames)('%s', { timeout: 60_000 + CASES * 30 }, async (channel) => {
  const { lab, id } = await labWithRun();
  all.channels++;
  try {
    await fuzz(channel, lab, id, all);
  } catch (error) {
    all.wrong++;
    throw error;
  }
});

afterAll(() => {
  reportRow({
    what: 'whatever a page that was taken over sends',
    tried: `${count(all.sent)} requests on ${count(all.channels)} channels`,
    lost: `${count(all.wrong)} channels that crashed, obeyed, changed something or refused without words`,
    worst: `slowest answer ${all.slowestMs.toFixed(0)} ms`,
  });
});

it('the control, whose channel reads nothing, is caught by the same harness', async () => {
  const careless = { ...argParsers, 'run:change': (args: unknown) => args as never };
  const { lab, id } = await labWithRun(careless);
  await expect(fuzz('run:change', lab, id, new Tally(), true)).rejects.toThrow();
});

it('the arguments that are spoilt above are accepted as they are', async () => {
  const { lab, id } = await labWithRun();
  for (const [channel, args] of Object.entries(proper(id))) {
    const reply = await lab.send(channel as Channel, args);
    // A run that is over can be neither paused nor stopped; its arguments were understood.
    if (!reply.ok) expect(reply.error.code).toBe('wrong-state');
  }
});
