import { expect, it } from 'vitest';
import { topicOf } from '../../../renderer/src/help/topics.ts';
import { titleOf } from '../../../renderer/src/lessons/titles.ts';
import { places } from '../../../renderer/src/state/navigation.svelte.ts';

const views = ['glossary', 'lens', 'decay', 'run', 'compare', 'trash', 'settings'] as const;

it('every view has help of its own, in both languages, and names lessons that are there', () => {
  const topics = [...places, ...views].map((view) => topicOf(view, 'start'));
  expect(new Set(topics).size).toBe(places.length + views.length);
  for (const { title, what, parts, lessons } of topics) {
    for (const { zh, en } of [title, what, ...parts.flatMap((part) => [part.name, part.what])]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^\p{Lu}/u);
      expect(en).not.toMatch(/\p{Script=Han}|!/u);
    }
    for (const number of lessons) expect(() => titleOf(number)).not.toThrow();
  }
});

it('a view that has none is explained as the place it belongs to', () => {
  expect(topicOf('unknown' as 'run', 'lab')).toBe(topicOf('lab', 'start'));
});
