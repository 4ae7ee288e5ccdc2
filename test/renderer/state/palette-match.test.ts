import { expect, test } from 'vitest';
import { fitOf, fitting } from '../../../renderer/src/state/palette-match.ts';

test('words fit from their start, from the start of any of them, and by their initials', () => {
  for (const typed of ['Range', 'range t', 'test', 'rt']) {
    expect(fitOf(typed, ['Range test']), typed).toBeGreaterThan(0.5);
  }
  expect(fitOf('Range', ['Range test'])).toBeGreaterThan(fitOf('test', ['Range test']));
});

test('what is seen stands before what is not', () => {
  const all = [
    ['Lab', '实验室', 'sys'],
    ['Settings', '设置', 'sz'],
  ] as const;
  expect(fitting(all, 's', (words) => words).map(([first]) => first)).toEqual(['Settings', 'Lab']);
});

test('in Chinese there is no start of a word: what is inside fits, too', () => {
  expect(fitOf('率范围', ['学习率范围测试'])).toBeGreaterThan(0);
  expect(fitOf('率围', ['学习率范围测试'])).toBe(0);
});

test('letters scattered over words fit nothing', () => {
  expect(fitOf('trash', ['literal formula, decay as he had it'])).toBe(0);
  expect(fitOf('sz', ['bias of zeros'])).toBe(0);
});

test('the best comes first; where nothing is typed all stay as they are', () => {
  const names = ['settings', 'set the rate again', 'reset', 'run'];
  const wordsOf = (name: string): readonly string[] => [name];
  expect(fitting(names, ' ', wordsOf)).toEqual(names);
  expect(fitting(names, 'reset', wordsOf)).toEqual(['reset']);
  expect(fitting(names, 'set', wordsOf).at(-1)).toBe('reset');
  expect(fitting(names, 'set', wordsOf)).toHaveLength(3);
});
