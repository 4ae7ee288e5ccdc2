import { expect, test } from 'vitest';
import { formatDay, formatMoment } from '../../../renderer/src/lib/date.ts';

const now = new Date(2026, 10, 24, 9, 0).getTime();
const at = (...parts: [number, number, number, number, number]): number =>
  new Date(...parts).getTime();

test.each([
  ['en', at(2026, 10, 24, 0, 5), 'today, 00:05'],
  ['en', at(2026, 10, 23, 23, 59), 'yesterday, 23:59'],
  ['en', at(2026, 10, 22, 9, 0), 'Nov 22'],
  ['en', at(2025, 10, 22, 9, 0), 'Nov 22, 2025'],
  ['zh-CN', at(2026, 10, 24, 8, 7), '今天 08:07'],
  ['zh-CN', at(2026, 10, 23, 8, 7), '昨天 08:07'],
  ['zh-CN', at(2026, 10, 22, 8, 7), '11月22日'],
])('%s', (locale, moment, words) => {
  expect(formatMoment(moment, now, locale)).toBe(words);
});

test.each([
  ['en', 'minute', 'Nov 22, 09:05'],
  ['en', 'second', 'Nov 22, 09:05:00'],
  ['zh-CN', 'second', '11月22日 09:05:00'],
] as const)('%s, to the %s', (locale, exactness, words) => {
  expect(formatMoment(at(2026, 10, 22, 9, 5), now, locale, exactness)).toBe(words);
});

test('a day on paper has its year', () => {
  expect(formatDay(at(2026, 10, 22, 9, 5), 'en')).toBe('November 22, 2026');
  expect(formatDay(at(2026, 10, 22, 9, 5), 'zh-CN')).toBe('2026年11月22日');
});

test('a clock that was set back does not make a run come from tomorrow', () => {
  expect(formatMoment(at(2026, 10, 25, 9, 0), now, 'en')).toBe('Nov 25');
});
