import { expect, test } from 'vitest';
import type { Theme } from '../../../electron/ipc/preferences.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { locale, t } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { Preferences } from '../../../renderer/src/state/preferences.svelte.ts';
import { FakeLab } from '../../support/fake-lab.ts';

function made(): { lab: FakeLab; preferences: Preferences; themes: Theme[] } {
  const lab = new FakeLab();
  const themes: Theme[] = [];
  lab.answers['preferences:write'] = (change) => ({ locale: 'en', theme: 'dark', ...change });
  const initial = { locale: 'en', theme: 'dark' } as const;
  const preferences = new Preferences(lab, initial, ({ theme }) => themes.push(theme));
  return { lab, preferences, themes };
}

test('a language is there at once, before main has answered', async () => {
  const { preferences } = made();
  const choosing = preferences.chooseLocale('zh-CN');
  expect(locale()).toBe('zh-CN');
  expect(t('run.run')).toBe('运行');
  await choosing;
  expect(preferences.locale).toBe('zh-CN');
});

test('what main refuses is taken back', async () => {
  const { lab, preferences, themes } = made();
  lab.answers['preferences:write'] = () => {
    throw new AppError('file', 'read only');
  };
  await expect(preferences.chooseTheme('light')).rejects.toThrow('read only');
  expect(preferences.theme).toBe('dark');
  expect(themes.at(-1)).toBe('dark');
});

test('a line of theory is switched, the others stay as they were', async () => {
  const { lab, preferences } = made();
  expect(preferences.theory).toEqual(['limit', 'expected', 'floor']);
  await preferences.switchTheory('parts');
  await preferences.switchTheory('limit');
  expect(preferences.theory).toEqual(['expected', 'parts', 'floor']);
  expect(lab.calls.at(-1)).toEqual(['preferences:write', { theory: preferences.theory }]);
});

test('a change from the menu is followed until disposed', () => {
  const { lab, preferences } = made();
  lab.emit('preferences:changed', { locale: 'zh-CN', theme: 'system' });
  expect([preferences.locale, preferences.theme]).toEqual(['zh-CN', 'system']);
  preferences.dispose();
  lab.emit('preferences:changed', { locale: 'en', theme: 'light' });
  expect(preferences.theme).toBe('system');
});
