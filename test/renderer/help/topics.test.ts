import { expect, it } from 'vitest';
import { helpTopics } from '../../../renderer/src/help/topics.ts';
import { titleOf } from '../../../renderer/src/lessons/titles.ts';

it('every view has help of its own, in both languages, and names lessons that are there', () => {
  const topics = Object.values(helpTopics);
  for (const locale of ['zh', 'en'] as const) {
    expect(new Set(topics.map(({ title }) => title[locale])).size).toBe(topics.length);
  }
  for (const { title, what, parts, lessons } of topics) {
    for (const { zh, en } of [title, what, ...parts.flatMap((part) => [part.name, part.what])]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^\p{Lu}/u);
      expect(en).not.toMatch(/\p{Script=Han}|!/u);
    }
    for (const number of lessons) expect(() => titleOf(number)).not.toThrow();
  }
});
