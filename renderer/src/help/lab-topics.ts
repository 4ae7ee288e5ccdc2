import type { HelpTopic } from './topics.ts';

/** Of the views in which experiments and schedules are made. */
export const labTopics = {
  lab: {
    title: { zh: '实验室', en: 'Lab' },
    what: {
      zh: '搭一个实验，看它怎么走。改任何一项设置，图立刻跟着变；按下运行，结果就存进记录。',
      en: 'Build one experiment and watch it. Every setting changes the picture at once; Run computes it and saves the result.',
    },
    parts: [
      {
        name: { zh: '地形图', en: 'Where' },
        what: {
          zh: '损失的地形和每个运行走过的路。起点可以拖动。',
          en: 'The landscape of the loss and the path of each run over it. The start can be dragged.',
        },
      },
      {
        name: { zh: '损失与学习率', en: 'Loss and rate' },
        what: {
          zh: '上下两张图对齐，同一条竖线指着同一步。虚线是理论。',
          en: 'Two charts aligned, one vertical line for one step in both. Dashed lines are theory.',
        },
      },
      {
        name: { zh: '设置栏', en: 'Inspector' },
        what: {
          zh: '问题、起点、优化器、学习率计划和停止条件。窗口小时收成一条。',
          en: 'Problem, start, optimizer, schedule and stop rules. In a small window it folds to a strip.',
        },
      },
      {
        name: { zh: '播放栏', en: 'Transport' },
        what: {
          zh: '运行、暂停、快慢，以及光标在第几步；从光标处可以分叉出新的运行。',
          en: 'Run, pause, pace, and the step under the cursor; from there a run can be forked.',
        },
      },
      {
        name: { zh: '单步演算', en: 'Step card' },
        what: {
          zh: '把光标处这一步的数字代进公式，一项一项看。',
          en: 'The numbers of the step under the cursor, put into the formula one by one.',
        },
      },
    ],
    keys: ['lab', 'chart'],
    lessons: [1, 2],
  },
  decay: {
    title: { zh: '要不要衰减', en: 'Decay or not' },
    what: {
      zh: '同一个实验做四遍：有没有噪声，要不要衰减。先猜，再看结果。',
      en: 'One experiment four times: with noise or without, with a decay or without. Guess first, then see.',
    },
    parts: [
      {
        name: { zh: '换种子', en: 'Other seeds' },
        what: {
          zh: '一次结果可能是运气；换几个种子，看结论还在不在。',
          en: 'One result may be luck; with other seeds you see whether it stays.',
        },
      },
    ],
    keys: ['chart'],
    lessons: [5, 6],
  },
  studio: {
    title: { zh: '工作室', en: 'Studio' },
    what: {
      zh: '为一次真实的训练设计学习率计划，按你的框架的单位，再导出成代码。',
      en: 'Design a schedule for a real training, in the units of your framework, and export it as code.',
    },
    parts: [],
    keys: ['chart'],
    lessons: [6, 7],
  },
} as const satisfies Readonly<Record<string, HelpTopic>>;
