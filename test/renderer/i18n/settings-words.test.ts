import { beforeEach, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { models } from '../../../core/models/index.ts';
import { defaultParams, type Values } from '../../../core/params.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  changesWords,
  compareSettings,
  problemWords,
  settingsOf,
} from '../../../renderer/src/i18n/settings-words.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

const pair = presets.pair.runs.map(({ config }) => config);

test('of the pair only the schedule differs, and one phrase says so', () => {
  const { differing, same } = compareSettings(pair);
  expect(differing.map(({ key }) => key)).toEqual([
    'schedule',
    'schedule.decay',
    'schedule.decayLength',
    'schedule.staircase',
  ]);
  expect(differing[1]!.values).toEqual([null, '0.01']);
  expect(same.map(({ key }) => key)).toContain('seed');
  expect(changesWords(pair)).toBe('Changed: schedule constant → inverse time (d = 0.01).');
  setLocale('zh-CN');
  expect(changesWords(pair)).toBe('学习率计划由常数改为逆时间（d = 0.01）。');
});

test('constants beside the first are said where they are not as usual', () => {
  const [constant, inverse] = pair;
  const params = { decay: 0.01, decayLength: 5, staircase: true };
  const other = { ...inverse!, schedule: { id: 'inverse-time', params } };
  expect(changesWords([constant!, other])).toBe(
    'Changed: schedule constant → inverse time (d = 0.01, D = 5, staircase).',
  );
});

test('a constant of one schedule is named by itself', () => {
  const [, inverse] = pair;
  const other = { ...inverse!, schedule: { id: 'inverse-time', params: { decay: 0.1 } } };
  expect(changesWords([inverse!, other])).toBe('Changed: decay d 0.01 → 0.1.');
});

test('of many runs, or after many changes, only the settings are named', () => {
  const rates = [0.1, 0.2, 0.3].map((lr) => bowl({ lr }));
  expect(changesWords(rates)).toBe('They differ in η₀.');
  const other = bowl({ lr: 1, totalSteps: 7, seed: 8, replicates: 9 });
  expect(changesWords([bowl(), other])).toBe('They differ in η₀, steps, seed, seeds.');
});

test('equal settings are said to be so', () => {
  expect(changesWords([bowl(), bowl()])).toBe('The settings are identical.');
});

test('what is the same is a list of phrases; what goes without saying is left out', () => {
  const phrases = compareSettings(pair).same.map(({ phrase }) => phrase);
  expect(phrases).toEqual(
    expect.arrayContaining(['σ = 1', 'λ₁ = 1', 'η₀ = 0.1', '2\u202f000 steps', '24 seeds']),
  );
  const unusual = { id: 'sgd', params: { weightDecay: 0.9 } };
  const optimizer = (config: ExperimentConfig): readonly string[] =>
    settingsOf(config)
      .filter(({ key, phrase }) => key.startsWith('optimizer.') && phrase !== '')
      .map(({ phrase }) => phrase);
  expect(optimizer(bowl())).toEqual([]);
  expect(optimizer(bowl({ optimizer: unusual }))).toEqual([expect.stringMatching(/ = 0\.9$/)]);
});

test('whatever of a training is changed, the settings tell', () => {
  const { problem } = shortDigits;
  if (problem.kind !== 'model') throw new Error('not a model');
  const mlp = (params: Values): ExperimentConfig['problem'] => ({
    ...problem,
    model: { id: 'mlp', params: { ...defaultParams(models.mlp.params), ...params } },
  });
  const changes: readonly (readonly [ExperimentConfig['problem'], string])[] = [
    [mlp({ hidden: [9] }), 'model.hidden'],
    [{ ...mlp({}), scaling: 'standardize' } as typeof problem, 'scaling'],
    [{ ...mlp({}), l2: 0.01 } as typeof problem, 'l2'],
    [{ ...mlp({}), batchSize: 7 } as typeof problem, 'batch'],
    [{ ...mlp({}), loss: { id: 'mse', params: {} } } as typeof problem, 'loss'],
  ];
  for (const [changed, key] of changes) {
    const pair = [
      { ...shortDigits, problem: mlp({}) },
      { ...shortDigits, problem: changed },
    ];
    const keys = compareSettings(pair).differing.map((row) => row.key);
    // Another loss has other constants.
    expect(keys.filter((one) => !one.startsWith('loss.'))).toEqual([key]);
    expect(changesWords(pair)).not.toBe('The settings are identical.');
  }
  expect(changesWords([shortDigits, { ...shortDigits, problem: mlp({}) }])).toContain('model');
});

test('forks of different runs are not identical', () => {
  const fork = (lr: number, step: number): ExperimentConfig =>
    bowl({ lr: 0.5, fork: { step, from: bowl({ lr }) } });
  expect(changesWords([fork(0.1, 20), fork(0.1, 20)])).toBe('The settings are identical.');
  expect(changesWords([fork(0.1, 20), fork(0.1, 30)])).toMatch(/step 20 of .* → from step 30 of/);
  expect(changesWords([fork(0.1, 20), fork(0.2, 20)])).toMatch(/η₀ = 0.1 → .*η₀ = 0.2\.$/);
  expect(compareSettings([bowl(), fork(0.1, 20)]).differing.map(({ key }) => key)).toContain(
    'fork',
  );
});

test('a problem is called by its name', () => {
  expect(problemWords(bowl())).toMatch(/^quadratic bowl, σ = /);
});

test('runs on different problems can be compared', () => {
  const { differing } = compareSettings([bowl(), shortDigits]);
  expect(differing.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['problem', 'noise', 'batch', 'steps']),
  );
});

test.each(['en', 'zh-CN'] as const)('no setting is without words in %s', (locale) => {
  setLocale(locale);
  for (const { label, value } of [...settingsOf(bowl()), ...settingsOf(shortDigits)]) {
    expect(label).not.toBe('');
    expect(value).not.toMatch(/^$|undefined|NaN|object/);
  }
});

test('a computed number is read in few digits, unless only more of them tell two settings apart', () => {
  const lr = 2 / 101;
  const setting = settingsOf(bowl({ lr })).find(({ key }) => key === 'lr')!;
  expect(setting).toMatchObject({ value: '0.0198', exact: String(lr), phrase: 'η₀ = 0.0198' });
  expect(changesWords([bowl({ lr }), bowl({ lr: 1 / 3 })])).toBe('Changed: η₀ 0.0198 → 0.333.');
  const { differing } = compareSettings([bowl({ lr }), bowl({ lr: 0.0198 })]);
  expect(differing.map(({ values }) => values)).toEqual([[String(lr), '0.0198']]);
  expect(compareSettings([bowl({ lr }), bowl({ lr })]).differing).toEqual([]);
});
