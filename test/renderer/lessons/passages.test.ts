import { describe, expect, test } from 'vitest';
import { findPassages } from '../../../renderer/src/lessons/passages.ts';

describe('what stands in the lessons', () => {
  test.each([
    ['en', 'luck pulls the brake', 8, 'insight'],
    ['zh-CN', '永远记仇', 12, 'seen'],
    ['zh-CN', '时钟', 8, 'seen'],
  ] as const)('is found with its place: %s, “%s”', (locale, typed, lesson, section) => {
    const [first] = findPassages(typed, locale);
    expect(first).toMatchObject({ lesson, section });
    expect(first!.from).toContain(typed);
    expect(first!.from.indexOf(typed)).toBeLessThanOrEqual(20);
  });

  test('of a section there is one passage, the one that says it most often comes first', () => {
    const found = findPassages('travel', 'en');
    const places = found.map(({ lesson, section }) => `${lesson} ${section}`);
    expect(new Set(places).size).toBe(places.length);
    const times = found.map(({ words }) => words.toLowerCase().split('travel').length);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(found.length).toBeGreaterThan(2);
  });

  test('numbers and symbols are what one reads', () => {
    expect(findPassages('1.464', 'en')[0]).toMatchObject({ lesson: 1, section: 'seen' });
    expect(findPassages('halve η', 'en')).toEqual([]);
    expect(findPassages('decay equal to η₀', 'en')[0]).toMatchObject({
      lesson: 6,
      section: 'check',
    });
    for (const { words } of findPassages('the', 'en')) {
      expect(words).not.toMatch(/\$|\{\{|term:|tfrac|cdot|sqrt|approx/);
    }
  });

  test('Chinese is looked for from two characters, other words from three', () => {
    expect(findPassages('谷底', 'zh-CN').length).toBeGreaterThan(0);
    expect(findPassages('谷', 'zh-CN')).toEqual([]);
    expect(findPassages(' to ', 'en')).toEqual([]);
    expect(findPassages('Zebra', 'en')).toEqual([]);
  });
});
