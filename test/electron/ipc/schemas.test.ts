import { describe, expect, it } from 'vitest';
import { notBegun } from '../../../electron/ipc/lesson-progress.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { argParsers } from '../../../electron/ipc/schemas.ts';
import { bowl } from '../../support/experiments.ts';
import { viewSettings } from '../../support/view-settings.ts';

const id = '3b241101-e2bb-4255-8caf-4136c566a962';
const named = (name: unknown): unknown => [{ name, runs: [{ name, config: bowl() }], pace: null }];
const plan = (change: object): unknown => [
  { name: 'n', runs: [{ name: 'n', config: bowl() }], pace: null, ...change },
];
const addition = (name: string): unknown => [
  { beside: id, runs: [{ name, config: bowl() }], pace: null },
];
const series = (change: object): unknown => [
  { runId: id, metric: 'train/loss', from: 0, to: 10, columns: 100, ...change },
];

const change = (wanted: object, ids: readonly string[] = [id]): unknown => [
  { ids, change: wanted },
];

function refusal(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('arguments that are accepted', () => {
  it('names are trimmed and may be as long as the library keeps them', () => {
    const [parsed] = argParsers['experiment:start'](named(`  ${'名'.repeat(200)} `));
    expect(parsed.name).toBe('名'.repeat(200));
  });

  it.each([
    ['experiment:start', (given: string) => named(given)],
    ['experiment:add', (given: string) => addition(given)],
    ['run:change', (given: string) => change({ name: given })],
    ['view:save', (given: string) => [{ name: given, settings: viewSettings() }]],
  ] as const)('%s takes a name as one line, and none that is too long or blank', (channel, of) => {
    expect(JSON.stringify(argParsers[channel](of(' two\n\u0000 words\u0085 ')))).toContain(
      '"name":"two words"',
    );
    for (const bad of ['', ' \n', '\u0000', '名'.repeat(201), 'n'.repeat(2000)]) {
      expect(refusal(() => argParsers[channel](of(bad))).code).toBe('bad-arguments');
    }
    // What goes does not count.
    expect(() => argParsers[channel](of(`${'n'.repeat(200)}\n\n`))).not.toThrow();
  });

  it('a view that an older version has named with several spaces can be removed', () => {
    expect(argParsers['view:remove'](['a  b'])).toEqual(['a  b']);
  });

  it('a configuration is brought to its normal form', () => {
    const { recordEvery: _, ...rest } = bowl();
    const [parsed] = argParsers['experiment:start'](plan({ runs: [{ name: 'n', config: rest }] }));
    expect(parsed.runs[0]!.config).toEqual(bowl());
  });

  it('a one-line text becomes one, a note keeps its lines; blank is nothing', () => {
    const wanted = {
      addTags: [' two\n words\u0000'],
      prediction: ' \t',
      note: '\n 第一行\r\nline\u0000 ',
    };
    expect(argParsers['run:change'](change(wanted))[0].change).toEqual({
      addTags: ['two words'],
      prediction: '',
      note: '\n 第一行\r\nline\ufffd ',
    });
    expect(argParsers['run:change'](change({ note: ' \n' }))[0].change).toEqual({ note: '' });
  });

  it('a plan says what kind of race it is, or nothing', () => {
    const [raced] = argParsers['experiment:start'](plan({ race: 'own' }));
    expect(raced.race).toBe('own');
    expect(argParsers['experiment:start'](plan({}))[0]).not.toHaveProperty('race');
  });

  it('limits themselves are inside', () => {
    argParsers['run:list']([{ limit: 1000, trashed: true }]);
    argParsers['run:change'](change({ note: 'x'.repeat(100_000), addTags: ['标'.repeat(40)] }));
    argParsers['run:change'](change({ pinned: true }, Array(1000).fill(id)));
    argParsers['series:read'](series({ columns: 8192, from: 10 }));
    argParsers['run:pace']([id, null]);
    argParsers['experiment:start'](plan({ runs: Array(8).fill({ name: 'n', config: bowl() }) }));
  });
});

describe('arguments that are refused', () => {
  it.each([
    ['run:list', [{ limit: 1001, trashed: false }]],
    ['run:list', [{ limit: 0, trashed: false }]],
    ['run:list', [{ limit: 1.5, trashed: false }]],
    ['run:list', [{ limit: 1, trashed: false, after: undefined }]],
    ['run:list', [{ limit: 1, trashed: 1 }]],
    ['run:read', ['not-an-id']],
    ['run:read', [id, id]],
    ['run:read', []],
    ['run:read', id],
    ['run:change', change({})],
    ['run:change', change({ name: '   ' })],
    ['run:change', change({ name: 'x'.repeat(201) })],
    ['run:change', change({ note: 'x'.repeat(100_001) })],
    ['run:change', change({ note: 'one text' }, [id, id])],
    ['run:change', change({ baseline: true }, [id, id])],
    ['run:change', change({ addTags: ['x'.repeat(41)] })],
    ['run:change', change({ addTags: [' \n '] })],
    ['run:change', change({ addTags: [] })],
    ['run:change', change({ conclusion: 'x'.repeat(501) })],
    ['run:change', change({ pinned: undefined })],
    ['run:change', change({ pinned: true }, [])],
    ['run:change', change({ pinned: true }, Array(1001).fill(id))],
    ['run:search', ['x'.repeat(201)]],
    ['view:save', [{ name: 'n', settings: viewSettings({ columns: ['mood' as never] }) }]],
    ['view:save', [{ name: 'n', settings: viewSettings({ filter: { mood: ['x'] } as never }) }]],
    ['view:save', [{ name: 'n', settings: viewSettings({ filter: { tag: [] } }) }]],
    ['view:save', [{ name: ' ', settings: viewSettings() }]],
    ['run:pace', [id, 0]],
    ['run:pace', [id, Infinity]],
    ['run:pace', [id]],
    ['series:read', series({ from: 11 })],
    ['series:read', series({ columns: 8193 })],
    ['series:read', series({ metric: 'train/lost' })],
    ['series:read', series({ from: -1 })],
    ['series:values', [{ runId: id, metric: 'train/loss', from: 0, most: 65_537 }]],
    ['series:values', [{ runId: id, metric: 'train/loss', from: 0.5, most: 1 }]],
    ['preferences:write', [{}]],
    ['preferences:write', [{ theme: undefined }]],
    ['preferences:write', [{ stage: { left: 0 } }]],
    ['preferences:write', [{ stage: { left: NaN } }]],
    ['preferences:write', [{ stage: { attic: 1 } }]],
    ['preferences:write', [{ theme: 'dark', other: 1 }]],
    ['preferences:write', [JSON.parse('{"theme":"dark","__proto__":{"locale":"en"}}')]],
    ['experiment:start', plan({ runs: [] })],
    ['experiment:start', plan({ runs: Array(9).fill({ name: 'n', config: bowl() }) })],
    ['experiment:start', plan({ pace: -1 })],
    ['experiment:start', plan({ race: 'all' })],
    ['experiment:start', plan({ race: null })],
    ['app:info', [1]],
  ] as const)('%s %j', (channel, args) => {
    const { code, message } = refusal(() => argParsers[channel](args));
    expect(code).toBe('bad-arguments');
    expect(message).toContain(channel);
    expect(message.length).toBeLessThanOrEqual(1000);
  });

  it('a configuration fault keeps its path, what was given and what is allowed', () => {
    const config = { ...bowl(), lr: -0.5 };
    const error = refusal(() =>
      argParsers['experiment:start'](plan({ runs: [{ name: 'n', config }] })),
    );
    expect(error.code).toBe('bad-config');
    expect(error.details).toEqual({
      config: 'out-of-range',
      path: 'lr',
      given: '-0.5',
      allowed: '0 ≤ x ≤ 1000000',
    });
  });
});

describe('a curve drawn by hand', () => {
  const progress = (drawn: unknown): unknown => [1, { ...notBegun, drawn }];
  const parse = (drawn: unknown): unknown => argParsers['lessons:keep'](progress(drawn));

  it('is kept by rising steps', () => {
    const rising = [
      [0, 2],
      [1, 2],
      [7, -1],
    ];
    expect(parse(rising)).toEqual(progress(rising));
    expect(parse([])).toEqual(progress([]));
  });

  it.each([
    [
      [
        [1, 2],
        [1, 3],
      ],
    ],
    [
      [
        [4, 2],
        [1, 3],
      ],
    ],
  ])('is refused where a step comes twice or before another', (drawn) => {
    expect(refusal(() => parse(drawn))).toBeInstanceOf(AppError);
  });
});
