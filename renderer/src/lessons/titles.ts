import type { Text } from '../../../core/text.ts';
import { lessons } from './index.ts';
import { wordsOfLesson } from './texts.ts';

/** The titles of lessons by their numbers, as their texts have them. */
const titles: ReadonlyMap<number, Text> = new Map(
  Object.entries(lessons).map(([folder, { number }]) => {
    const [zh, en] = [wordsOfLesson(folder, 'zh-CN'), wordsOfLesson(folder, 'en')];
    return [number, { zh: zh.title, en: en.title }];
  }),
);

export function titleOf(number: number): Text {
  const title = titles.get(number);
  if (!title) throw new RangeError(`lesson ${number} has no title`);
  return title;
}
