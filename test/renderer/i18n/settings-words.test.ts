import { beforeEach, expect, test } from 'vitest';
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
  expect(changesWords(pair)).toBe('schedule constant → inverse time, d = 0.01');
});

test('constants beside the first are said where they are not as usual', () => {
  const [constant, inverse] = pair;
  const params = { decay: 0.01, decayLength: 5, staircase: true };
  const other = { ...inverse!, schedule: { id: 'inverse-time', params } };
  expect(changesWords([constant!, other])).toBe(
    'schedule constant → inverse time, d = 0.01, D = 5, staircase',
  );
});

test('a constant of one schedule is named by itself', () => {
  const [, inverse] = pair;
  const other = { ...inverse!, schedule: { id: 'inverse-time', params: { decay: 0.1 } } };
  expect(changesWords([inverse!, other])).toBe('decay d 0.01 → 0.1');
});

test('equal settings leave nothing to say', () => {
  expect(changesWords([bowl(), bowl()])).toBe('');
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
