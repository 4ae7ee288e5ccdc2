import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../electron/store/note-excerpt.ts';
import { TestLibrary } from '../../support/library/libraries.ts';

describe('the place in a note that speaks of what is typed', () => {
  it.each([
    ['short and whole', 'short', 'short and whole'],
    ['A\nlines\n\n of it', 'LINES', 'A lines of it'],
    [`${'x'.repeat(100)} rate ${'y'.repeat(100)}`, 'rate', /^…rate y{55}…$/],
    [`学习率太大。${'后'.repeat(90)}`, '太大', /^学习率太大。后{54}…$/],
    [`${'x'.repeat(80)} ＬＲ η₀`, 'lr', '…ＬＲ η₀'],
    [`${'x'.repeat(80)} naïve, as e\u0301te\u0301`, 'naive', '…naïve, as e\u0301te\u0301'],
    [`${'İ'.repeat(80)} η₀ = 1`, 'η0', '…η₀ = 1'],
    [`${'ガ'.repeat(80)} 後`, '後', '…後'],
    ['the second word stands first', 'first second', /^…second word/],
  ])('%s', (note, typed, expected) => {
    const found = excerptOf(note, typed);
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatch(expected);
  });

  it('is none where none of the words stands in it as it is typed', () => {
    expect(excerptOf('naïve', 'naives')).toBeNull();
    expect(excerptOf('rate', '   ')).toBeNull();
  });

  it('is read of those runs that have one, and of no others', () => {
    const library = new TestLibrary();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => library.newRun(name));
    library.store.changeRuns([a!], { note: 'far too large\nand then it fell' });
    library.store.changeRuns([b!], { note: 'nothing of it' });
    const found = library.store.readExcerpts([a!, b!, c!], 'fell');
    expect(found).toEqual([{ id: a, text: '…fell' }]);
  });
});
