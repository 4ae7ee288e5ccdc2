import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { en } from '../../../renderer/src/i18n/en/index.ts';
import { setLocale, t } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { zhCN } from '../../../renderer/src/i18n/zh-CN/index.ts';

const zh: Readonly<Record<string, string>> = zhCN;
const english: Readonly<Record<string, string>> = en;

const parameters = (words: string): readonly string[] =>
  [...new Set([...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].toSorted();

test('every message is there in both languages, with a singular where English has a plural', () => {
  const plural = Object.keys(zh).filter((key) => key.endsWith('_other'));
  const expected = [...Object.keys(zh), ...plural.map((key) => key.replace(/_other$/, '_one'))];
  expect(Object.keys(english).toSorted()).toEqual(expected.toSorted());
});

test.each(['en', 'zh-CN'])('no message of %s is in two of its files', async (folder) => {
  const path = new URL(`../../../renderer/src/i18n/${folder}/`, import.meta.url);
  const files = (await readdir(path)).filter((file) => file !== 'index.ts');
  const areas = await Promise.all(files.map((file) => import(new URL(file, path).href) as object));
  const keys = areas.flatMap((area) => Object.values(area).flatMap(Object.keys));
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  expect(keys.length).toBe(Object.keys(folder === 'en' ? en : zhCN).length);
});

describe.each(Object.keys(zh))('%s', (key) => {
  test('has words and the same parameters in both languages', () => {
    expect(zh[key]!.trim()).not.toBe('');
    expect(english[key]!.trim()).not.toBe('');
    expect(parameters(english[key]!)).toEqual(parameters(zh[key]!));
  });

  test('keeps to the voice: no exclamation, no pleading, no half-width marks between Chinese words', () => {
    expect(`${zh[key]}${english[key]}`).not.toMatch(/[!！]|please|oops|请(?!求)|抱歉/i);
    expect(zh[key]).not.toMatch(/\p{sc=Han}[,;:?]|[,;:?]\p{sc=Han}/u);
  });
});

test('singular and plural are chosen by the number', () => {
  setLocale('en');
  expect(t('runs.group', { count: 1 })).toBe('1 run');
  expect(t('runs.group', { count: 2 })).toBe('2 runs');
  setLocale('zh-CN');
  expect(t('runs.group', { count: 1 })).toBe('1 个运行');
});

test('a name with markup or braces in it is shown as it is', () => {
  setLocale('en');
  expect(t('runs.open', { run: '<b>{{count}}</b>' })).toBe('Open “<b>{{count}}</b>”');
});
