import { describe, expect, it } from 'vitest';
import { systemLocale } from './locale.ts';

describe('systemLocale', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'en_GB', LC_ALL: 'zh_TW.UTF-8' }, 'zh-TW'],
    [{ LANG: 'C.UTF-8' }, 'en-US'],
    [{ LANG: 'nonsense!' }, 'en-US'],
  ])('%o means %s', (env, locale) => {
    expect(systemLocale(env)).toBe(locale);
  });
});
