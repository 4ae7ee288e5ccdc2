import type { HelpTopic } from './topics.ts';

/** Of the views in which runs are found, looked at and compared. */
export const runsTopics = {
  runs: {
    title: { zh: '记录', en: 'Runs' },
    what: {
      zh: '每次运行都自动存在这里。搜索、筛选、分组，选中几个就能比较、打标签或导出。',
      en: 'Every run is saved here by itself. Search, filter, group; select some to compare, tag or export them.',
    },
    parts: [
      {
        name: { zh: '搜索', en: 'Search' },
        what: {
          zh: '名称、备注、标签和实验名，每个词都要出现。',
          en: 'Names, notes, tags and names of experiments; every word has to be there.',
        },
      },
      {
        name: { zh: '视图', en: 'Views' },
        what: {
          zh: '把筛选、分组、排序和列存成一个名字，下次一点就回来。',
          en: 'Filter, grouping, order and columns under a name, to come back to.',
        },
      },
      {
        name: { zh: '导入', en: 'Import' },
        what: {
          zh: '收下 .downhill 文件和别处的训练日志（CSV、TSV、JSON）；也可以把文件拖进窗口。',
          en: 'Takes .downhill files and training logs from elsewhere (CSV, TSV, JSON); a file can be dropped on the window, too.',
        },
      },
      {
        name: { zh: '撤销', en: 'Undo' },
        what: {
          zh: '改名、备注、标签、移到回收站，都可以撤销，重启之后也行。',
          en: 'Names, notes, tags and the trash can be undone, after a restart as well.',
        },
      },
    ],
    keys: ['runs'],
    lessons: [],
  },
  run: {
    title: { zh: '一个运行', en: 'A run' },
    what: {
      zh: '它的设置、曲线、结局和来历，以及你写下的备注、预测和结论。',
      en: 'Its settings, curves, end and origin, with the note, prediction and conclusion you wrote.',
    },
    parts: [
      {
        name: { zh: '再跑一次', en: 'Run again' },
        what: {
          zh: '用同样的设置重算，并逐位比较两次结果。',
          en: 'Computes the same settings once more and compares the two bit by bit.',
        },
      },
      {
        name: { zh: '更多步', en: 'More steps' },
        what: {
          zh: '从最后的检查点接着走，结果与一开始就走这么多步完全一样。',
          en: 'Goes on from the last checkpoint, and is then the run that had so many steps from the start.',
        },
      },
    ],
    keys: ['chart'],
    lessons: [],
  },
  compare: {
    title: { zh: '比较', en: 'Compare' },
    what: {
      zh: '几个运行画在一起：先用一句话说谁更低，再说怎么量的，最后只列出不同的设置。',
      en: 'Several runs in one picture: a sentence says which is lower, then how that was measured, then only what differs.',
    },
    parts: [
      {
        name: { zh: '横轴', en: 'The x axis' },
        what: {
          zh: '步、轮、样本、时间、进度，或走过的路程 Σ η。',
          en: 'Steps, epochs, samples, time, share of the run, or the distance Σ η.',
        },
      },
      {
        name: { zh: '平滑', en: 'Smoothing' },
        what: {
          zh: '细而淡的是原始数据，粗的是平滑之后的；开头的偏差已经修正。',
          en: 'Raw values thin and pale, smoothed ones over them; the start is corrected.',
        },
      },
    ],
    keys: ['chart'],
    lessons: [],
  },
  trash: {
    title: { zh: '回收站', en: 'Trash' },
    what: {
      zh: '移到这里的运行还留三十个使用日，随时可以放回去。清空之后就没有了。',
      en: 'Runs stay here for thirty days of use and can be put back. Emptied, they are gone for good.',
    },
    parts: [],
    keys: ['runs'],
    lessons: [],
  },
} as const satisfies Readonly<Record<string, HelpTopic>>;
