import { beforeEach, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  changesWords,
  compareSettings,
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
