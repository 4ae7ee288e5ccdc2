import type { Text } from '../../../core/text.ts';

/** The first lines alone: whoever names a lesson need not read all that is said in it. */
const written = import.meta.glob<string>('./*/*.md', {
  eager: true,
  import: 'default',
  query: '?title',
});

/** The titles of lessons by their numbers, with which their folders begin. */
const titles: ReadonlyMap<number, Text> = new Map(
  Object.entries(written)
    .filter(([file]) => file.endsWith('/en.md'))
    .map(([file, en]) => {
      const zh = written[file.replace(/en\.md$/u, 'zh-CN.md')];
      if (zh === undefined) throw new Error(`${file} has no Chinese beside it`);
      return [Number(/^\.\/(\d\d)-/u.exec(file)?.[1]), { zh, en }];
    }),
);

export function titleOf(number: number): Text {
  const title = titles.get(number);
  if (!title) throw new RangeError(`lesson ${number} has no title`);
  return title;
}
