import { expect, test } from 'vitest';
import { notePieces, paragraphsOf } from '../../../renderer/src/lib/note-pieces.ts';

const said = (line: string): string =>
  notePieces(line)
    .map(({ kind, text }) => {
      if (kind === 'text') return text;
      return kind === 'formula' ? `[${text}]` : `{${text}}`;
    })
    .join('');

test('formulas stand between dollars, in any language', () => {
  expect(said('步长 $\\eta_t = \\eta_0/(1+dt)$ 太小')).toBe('步长 [\\eta_t = \\eta_0/(1+dt)] 太小');
  expect(said('$a$$b$')).toBe('[a][b]');
});

test('formulas between double dollars have a line of their own', () => {
  expect(said('so $$\\eta_t = \\eta_0$$ holds, $x$')).toBe('so {\\eta_t = \\eta_0} holds, [x]');
  expect(said('$$\\text{\\$}5$$')).toBe('{\\text{\\$}5}');
  expect(said('$$$$ and $$ and $$x')).toBe('$$$$ and $$ and $$x');
});

test('prices, lone dollars and escaped ones are words', () => {
  expect(said('from $5 to $10')).toBe('from $5 to $10');
  expect(said('$ x $')).toBe('$ x $');
  expect(said('costs \\$5, $x$')).toBe('costs $5, [x]');
  expect(said('one $ only')).toBe('one $ only');
  expect(said('')).toBe('');
});

test('nothing of a line is lost, and an endless formula stays words', () => {
  const long = `$${'x'.repeat(1001)}$`;
  expect(said(long)).toBe(long);
});

test('empty lines part paragraphs', () => {
  expect(paragraphsOf('a\nb\n\n \n\nc\n')).toEqual([['a', 'b'], ['c']]);
  expect(paragraphsOf('  ')).toEqual([]);
});
