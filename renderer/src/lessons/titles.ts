import type { Text } from '../../../core/text.ts';
import { lessons } from './index.ts';

type Sources = Readonly<Record<string, string>>;
const english: Sources = import.meta.glob('./*/en.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const chinese: Sources = import.meta.glob('./*/zh-CN.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const titleIn = (source: string): string => /^title: (.+)$/m.exec(source)![1]!;

/** The titles of lessons by their numbers, as their texts have them. */
const written: ReadonlyMap<number, Text> = new Map(
  Object.entries(lessons).map(([folder, { number }]) => {
    const zh = titleIn(chinese[`./${folder}/zh-CN.md`]!);
    return [number, { zh, en: titleIn(english[`./${folder}/en.md`]!) }];
  }),
);

/** Whether this version has the lesson. */
export function isWritten(number: number): boolean {
  return written.has(number);
}

export function titleOf(number: number): Text {
  const title = written.get(number);
  if (!title) throw new RangeError(`lesson ${number} has no title`);
  return title;
}
