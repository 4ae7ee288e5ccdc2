import { describe, expect, it } from 'vitest';
import { en } from '../../../../electron/main/i18n/en.ts';
import { words, type MainKey } from '../../../../electron/main/i18n/index.ts';
import { zhCN } from '../../../../electron/main/i18n/zh-CN.ts';

const keys = Object.keys(en) as MainKey[];
const placeholders = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the words of main', () => {
  it('say the same things in both languages', () => {
    expect(Object.keys(zhCN).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(placeholders(zhCN[key]), key).toEqual(placeholders(en[key]));
      expect(zhCN[key], key).toMatch(/\p{Script=Han}/u);
      expect(en[key], key).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('are filled in as they are given, markup and all', () => {
    const path = '/books/<b>&"下山"/library.db';
    expect(words('en', 'refused.unchanged', { path })).toContain(path);
    expect(words('zh-CN', 'refused.unchanged', { path })).toContain(path);
  });

  it('are chosen by the language asked for, whatever was asked before', () => {
    expect(words('zh-CN', 'menu.file')).toBe('文件');
    expect(words('en', 'menu.file')).toBe('File');
  });
});
