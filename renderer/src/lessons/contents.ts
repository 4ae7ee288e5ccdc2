import type { Text } from '../../../core/text.ts';

/** The paths of the syllabus; each is a row of the map. */
export const paths = ['descent', 'optimizers', 'decay', 'networks', 'training'] as const;
export type Path = (typeof paths)[number];

/** Places of a row, from the left. */
export const COLUMNS = 5;

/** A lesson in the syllabus. */
export interface ContentsEntry {
  /** Of the sixteen, from 1. */
  readonly number: number;
  readonly path: Path;
  /** Where in its row it stands, from 0. */
  readonly column: number;
  /** Numbers of the lessons it builds on. */
  readonly needs: readonly number[];
  /** What it asks, in a few words. */
  readonly teaser: Text;
}

/** All lessons, as one reads the map: row by row, from the left. */
export const contents: readonly ContentsEntry[] = [
  {
    number: 1,
    path: 'descent',
    column: 0,
    needs: [],
    teaser: { zh: '步子为什么自己会变短', en: 'Why steps get shorter by themselves' },
  },
  {
    number: 2,
    path: 'descent',
    column: 1,
    needs: [1],
    teaser: { zh: '学习率多大才算太大', en: 'How large is too large' },
  },
  {
    number: 4,
    path: 'descent',
    column: 2,
    needs: [2],
    teaser: { zh: '窄谷为什么走得慢', en: 'Why a narrow valley is slow' },
  },
  {
    number: 3,
    path: 'descent',
    column: 3,
    needs: [2],
    teaser: { zh: '损失不动了，就算到了吗', en: 'When a loss that stands still misleads' },
  },
  {
    number: 11,
    path: 'optimizers',
    column: 2,
    needs: [4],
    teaser: { zh: '怎样加速又不来回晃', en: 'How to be fast without swinging' },
  },
  {
    number: 12,
    path: 'optimizers',
    column: 3,
    needs: [11],
    teaser: { zh: '稀有特征为什么学不会', en: 'Why rare features are not learnt' },
  },
  {
    number: 13,
    path: 'optimizers',
    column: 4,
    needs: [12],
    teaser: { zh: '每个名字补哪个洞', en: 'Which hole each name patches' },
  },
  {
    number: 5,
    path: 'decay',
    column: 1,
    needs: [2],
    teaser: { zh: '损失为什么降不下去了', en: 'Why the loss stops falling' },
  },
  {
    number: 6,
    path: 'decay',
    column: 2,
    needs: [5],
    teaser: { zh: '既走得到，又停得稳', en: 'How to arrive and settle' },
  },
  {
    number: 7,
    path: 'decay',
    column: 3,
    needs: [6],
    teaser: { zh: '只差一个字符，差多远', en: 'One character apart: how far' },
  },
  {
    number: 8,
    path: 'decay',
    column: 4,
    needs: [6],
    teaser: { zh: '与公式是一回事吗', en: 'By the clock, or by the loss' },
  },
  {
    number: 9,
    path: 'networks',
    column: 0,
    needs: [1],
    teaser: { zh: '分类为什么用交叉熵', en: 'Why classifiers use cross-entropy' },
  },
  {
    number: 10,
    path: 'networks',
    column: 1,
    needs: [9],
    teaser: { zh: '梯度从哪里来', en: 'Where gradients come from' },
  },
  {
    number: 15,
    path: 'training',
    column: 1,
    needs: [10],
    teaser: { zh: '为什么开头要慢', en: 'Why to begin slowly' },
  },
  {
    number: 14,
    path: 'training',
    column: 2,
    needs: [6],
    teaser: { zh: '越小越安全吗', en: 'Is smaller always safer' },
  },
  {
    number: 16,
    path: 'training',
    column: 4,
    needs: [8, 13],
    teaser: { zh: '只有十轮，怎么花', en: 'Ten epochs: how to spend them' },
  },
];

/** The lessons that this one builds on, and what those build on, up to the first. */
export function groundsOf(number: number): ReadonlySet<number> {
  const found = new Set<number>();
  const gather = (one: number): void => {
    for (const need of entryOf(one).needs) {
      if (found.has(need)) continue;
      found.add(need);
      gather(need);
    }
  };
  gather(number);
  return found;
}

export function entryOf(number: number): ContentsEntry {
  const entry = contents.find((one) => one.number === number);
  if (!entry) throw new RangeError(`there is no lesson ${number}`);
  return entry;
}
