import { expect, test } from 'vitest';
import { MOST_KEPT } from '../../../electron/ipc/app.ts';
import { MOST_NOTE } from '../../../electron/ipc/library.ts';
import { keptText } from '../../../renderer/src/lib/kept-text.ts';

const view = { id: 'runs' };

test('is the page as it is where there is room', () => {
  const page = { view, notes: { a: 'long', b: 's' } };
  expect(JSON.parse(keptText(page, 1000))).toEqual(page);
});

test('goes without the longest notes where there is none', () => {
  const longest = Array.from({ length: 6 }, (_, i) => [`${i}`, 'n'.repeat(MOST_NOTE - i)]);
  const notes: Record<string, string> = { short: 'kept', ...Object.fromEntries(longest) };
  const page = { view, notes };
  const text = keptText(page, MOST_KEPT);
  expect(text.length).toBeLessThanOrEqual(MOST_KEPT);
  const kept = JSON.parse(text) as { view: unknown; notes: Record<string, string> };
  expect(kept.view).toEqual(view);
  expect(Object.keys(kept.notes).sort()).toEqual(['1', '2', '3', '4', '5', 'short']);
});

test('goes without any where nothing else helps', () => {
  expect(keptText({ notes: { a: 'x' } }, 3)).toBe('{"notes":{}}');
});
