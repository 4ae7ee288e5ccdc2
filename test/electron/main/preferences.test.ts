import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Preferences } from '../../../electron/ipc/preferences.ts';
import { PreferenceKeeper } from '../../../electron/main/preferences.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ignore = (): void => undefined;

describe('preferences', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['', 'en'],
  ])('the first start on a %s system speaks %s', (system, locale) => {
    const path = join(temporaryFolder(), 'preferences.json');
    expect(new PreferenceKeeper(path, system, ignore).current).toEqual({ locale, theme: 'system' });
  });

  it('keeps a choice for the next start and tells it once', () => {
    const path = join(temporaryFolder(), 'new', 'preferences.json');
    const told: Preferences[] = [];
    const keeper = new PreferenceKeeper(path, 'zh-CN', (changed) => told.push(changed));
    const dark = { locale: 'zh-CN', theme: 'dark' };
    expect(keeper.write({ theme: 'dark' })).toEqual(dark);
    expect(keeper.write({ locale: 'en' })).toEqual({ locale: 'en', theme: 'dark' });
    expect(told).toEqual([dark, { locale: 'en', theme: 'dark' }]);
    expect(new PreferenceKeeper(path, 'zh-CN', ignore).current).toEqual(keeper.current);
  });

  it('keeps the lines of theory; one that only another version knows costs nothing else', () => {
    const path = join(temporaryFolder(), 'preferences.json');
    const keeper = new PreferenceKeeper(path, 'en', ignore);
    keeper.write({ theory: ['parts', 'floor'] });
    expect(new PreferenceKeeper(path, 'en', ignore).current.theory).toEqual(['parts', 'floor']);
    writeFileSync(path, '{"locale":"zh-CN","theme":"dark","theory":["floor","else",1]}');
    const kept = { locale: 'zh-CN', theme: 'dark', theory: ['floor'] };
    expect(new PreferenceKeeper(path, 'en', ignore).current).toEqual(kept);
  });

  it.each(['', '{', '[]', 'null', '{"locale":"fr","theme":"dark"}', '{"locale":"en"}'])(
    'a file that says %j counts as none',
    (text) => {
      const path = join(temporaryFolder(), 'preferences.json');
      writeFileSync(path, text);
      expect(new PreferenceKeeper(path, 'en-US', ignore).current).toEqual({
        locale: 'en',
        theme: 'system',
      });
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it.each([
    ['{"locale":"en","theme":"dark","stage":{"left":0.4,"loss":6}}', { left: 0.4, loss: 6 }],
    ['{"locale":"en","theme":"dark","stage":{"left":-1}}', undefined],
    ['{"locale":"en","theme":"dark","stage":{"left":0.4,"attic":1}}', undefined],
    ['{"locale":"en","theme":"dark","stage":7}', undefined],
  ])('the file %s keeps the language whatever its sizes are', (text, stage) => {
    const path = join(temporaryFolder(), 'preferences.json');
    writeFileSync(path, text);
    const kept = { locale: 'en', theme: 'dark', ...(stage ? { stage } : {}) };
    expect(new PreferenceKeeper(path, 'zh-CN', ignore).current).toEqual(kept);
  });

  it.each([
    [{ xAxis: 'log', smoothing: 0.9 }, true],
    [{}, true],
    [{ xAxis: 'moons' }, false],
    [{ smoothing: 1 }, false],
  ])('curves looked at as %j are kept, or the file without them', (curves, known) => {
    const path = join(temporaryFolder(), 'preferences.json');
    writeFileSync(path, JSON.stringify({ locale: 'en', theme: 'dark', curves }));
    const kept = { locale: 'en', theme: 'dark', ...(known ? { curves } : {}) };
    expect(new PreferenceKeeper(path, 'zh-CN', ignore).current).toEqual(kept);
  });

  it('a choice that cannot be kept is not taken over', () => {
    const path = join(temporaryFolder(), 'preferences.json');
    mkdirSync(path);
    const keeper = new PreferenceKeeper(path, 'en', ignore);
    expect(() => keeper.write({ theme: 'dark' })).toThrow();
    expect(keeper.current.theme).toBe('system');
  });
});
