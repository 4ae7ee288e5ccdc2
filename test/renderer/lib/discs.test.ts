import { expect, test } from 'vitest';
import { discs } from '../../../renderer/src/lib/discs.ts';

test('every disc begins at its left edge and closes after two half turns', () => {
  const path = discs(
    [
      [10, 20],
      [0, 0.26],
    ],
    2.5,
  );
  const turns = 'a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z';
  expect(path).toBe(`M7.5 20.0${turns}M-2.5 0.3${turns}`);
});

test('without centres nothing is drawn', () => {
  expect(discs([], 1)).toBe('');
});
