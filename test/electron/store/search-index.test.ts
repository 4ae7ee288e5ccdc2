/** Which runs a person finds by what they type. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import { TestLibrary } from '../../support/library/libraries.ts';

interface Words {
  readonly name?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
}

function libraryOf(runs: Readonly<Record<string, Words>>): {
  library: TestLibrary;
  find: (text: string) => readonly string[];
} {
  const library = new TestLibrary();
  const names = new Map<RunId, string>();
  for (const [label, { name = label, note = '', tags = [] }] of Object.entries(runs)) {
    const id = library.newRun(name);
    names.set(id, label);
    library.store.changeRuns([id], { note, ...(tags.length > 0 ? { addTags: tags } : {}) });
  }
  const find = (text: string): readonly string[] =>
    library.store
      .searchRuns(text)
      .map((id) => names.get(id)!)
      .sort();
  return { library, find };
}

it('words are found as they are typed, all of them, and nothing typed is a command', () => {
  const { find } = libraryOf({
    a: { name: '学习率衰减太快', tags: ['AdamW'] },
    b: { name: '恒定', note: '梯度下降与\n学习率 0.1，η₀=0.25' },
    c: { name: 'momentum "0.9" (β)', note: '率先收敛', tags: ['⭐'] },
    d: { name: 'OR', note: 'Café; one* two' },
  });
  const expected: Readonly<Record<string, string>> = {
    学习率: 'ab',
    学习: 'ab',
    习率: 'ab',
    率: 'abc',
    率学: '',
    下降与: 'b',
    快: 'a',
    '衰减 adam': 'a',
    '衰减 恒定': '',
    '0.1': 'b',
    η0: 'b',
    '0.25': 'b',
    ada: 'a',
    damw: '',
    MOMENT: 'c',
    '⭐': 'c',
    cafe: 'd',
    or: 'd',
    experiment: 'abcd',
    'experiment 0.9': 'c',
    '"0.9"': 'c',
    '  ': 'abcd',
    '"': '',
    '*': '',
    'one AND two': '',
    'two one': 'd',
    'NEAR(one two)': '',
    'words:one': '',
    ['学 '.repeat(100)]: 'ab',
  };
  const found = Object.keys(expected).map((text) => [text, find(text).join('')]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

it('words follow what is changed, taken back and closed', () => {
  const { library, find: search } = libraryOf({ a: { note: '振荡' }, b: {} });
  const [b, a] = library.store.searchRuns('') as [RunId, RunId];
  library.store.changeRuns([a], { note: '发散', name: 'renamed' });
  library.store.changeRuns([b], { addTags: ['振荡'] });
  expect([search('振荡'), search('发散'), search('renamed')]).toEqual([['b'], ['a'], ['a']]);
  library.reopen();
  library.store.undo();
  library.store.undo();
  expect([search('振荡'), search('发散'), search('renamed')]).toEqual([['a'], [], []]);
});

it('words of a library that had no index are found after it is opened', () => {
  const { library, find: search } = libraryOf({ a: { note: '振荡' }, b: {} });
  library.reopen(() => {
    const db = new Database(library.path);
    db.exec(`INSERT INTO run_words(run_words) VALUES ('delete-all');
      DELETE FROM meta WHERE key = 'search_version'`);
    db.close();
  });
  expect(search('振荡')).toEqual(['a']);
});
