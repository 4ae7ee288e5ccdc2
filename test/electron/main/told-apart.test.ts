import { expect, it } from 'vitest';
import { MOST_NAME } from '../../../electron/ipc/library.ts';
import { toldApart } from '../../../electron/main/told-apart.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));
const long = 'n'.repeat(MOST_NAME);

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['keep names that are free', ['b', 'a (2)'], ['a'], ['b', 'a (2)']],
  ['get the first free number', ['a'], ['a', 'a (2)', 'a (4)'], ['a (3)']],
  ['are told from each other', ['a', 'a', 'a'], [], ['a', 'a (2)', 'a (3)']],
  ['count on from a number they have', ['a (2)'], ['a', 'a (2)'], ['a (3)']],
  ['tell other cases and spaces from each other', ['A', 'a b'], ['a', 'a  b'], ['A', 'a b']],
  ['are cut where they would be too long', [long], [long], [`${'n'.repeat(MOST_NAME - 4)} (2)`]],
  [
    'are not cut within a character',
    [`${'n'.repeat(MOST_NAME - 5)}😀x😀`.slice(0, MOST_NAME)],
    [`${'n'.repeat(MOST_NAME - 5)}😀x😀`.slice(0, MOST_NAME)],
    [`${'n'.repeat(MOST_NAME - 5)} (2)`],
  ],
])('added runs %s', (_what, added, there, expected) => {
  expect(toldApart(named(...added), named(...there)).map(({ name }) => name)).toEqual(expected);
});
