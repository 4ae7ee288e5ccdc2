import type { HelpTopic } from './topics.ts';

/** Of the views in which one learns. */
export const learnTopics = {
  learn: {
    title: { zh: '学习', en: 'Learn' },
    what: {
      zh: '十六课的地图：哪一课以哪一课为基础。每一课都先让你预测，再运行，然后讲公式。',
      en: 'A map of the sixteen lessons and what each builds on. In every lesson you predict first, then run, then see the formula.',
    },
    parts: [
      {
        name: { zh: '地图', en: 'The map' },
        what: {
          zh: '每行是一条路，连线表示“以它为基础”。从哪一课开始都可以。',
          en: 'A row is a path; lines lead from a lesson to those that build on it. You may begin anywhere.',
        },
      },
      {
        name: { zh: '误解：对还是错？', en: 'True or false?' },
        what: {
          zh: '人们常说的一些话，先判断，再看定对错的实验。',
          en: 'Sentences one often hears: judge them, then see what settles them.',
        },
      },
      {
        name: { zh: '术语表', en: 'Glossary' },
        what: {
          zh: '课里和应用里用到的词，中英文对照，旧叫法也找得到。',
          en: 'The words of the lessons and the app in both languages, found by older names as well.',
        },
      },
      {
        name: { zh: '代码还是公式', en: 'Code or formula' },
        what: {
          zh: '粘贴一段设置学习率的代码，看它逐步给出的学习率，以及从第几步起与公式不同。',
          en: 'Paste code that sets a learning rate: see the rates it yields, and the first step at which it parts from the formula.',
        },
      },
      {
        name: { zh: '预备知识', en: 'What you need first' },
        what: {
          zh: '导数、梯度、链式法则这些，每样一屏，拖一下就明白。',
          en: 'The derivative, the gradient, the chain rule and the like, on a screen each.',
        },
      },
      {
        name: { zh: '从课堂到真实训练', en: 'From lesson to training' },
        what: {
          zh: '给自己的训练选学习率和计划时，能照着做的几篇。',
          en: 'Guides to follow when you choose a rate and a schedule for a training of your own.',
        },
      },
      {
        name: { zh: '导出学习进度', en: 'Export progress' },
        what: {
          zh: '把每一课的预测、答案、挑战和一句话写成一份 Markdown 文档，自己留着，或者交给老师。',
          en: 'Writes what you predicted, answered, tried and concluded in every lesson into a Markdown document, to keep or to hand in.',
        },
      },
    ],
    keys: [],
    lessons: [1],
  },
  lesson: {
    title: { zh: '一课', en: 'A lesson' },
    what: {
      zh: '左边是文字，右边是真正的实验。先预测，再运行，看看对不对，然后才是公式。',
      en: 'Text on the left, the real experiment on the right. Predict, run, compare; only then comes the formula.',
    },
    parts: [
      {
        name: { zh: '预测', en: 'Prediction' },
        what: {
          zh: '选一个答案；图上请你画的时候，也可以只画不选。画的线会留着，和结果叠在一起。',
          en: 'Choose an answer; where the chart asks you to, draw on it as well or instead. What you drew is kept and lies under the result.',
        },
      },
      {
        name: { zh: '挑战', en: 'Challenge' },
        what: {
          zh: '只能改没有锁住的部分；能不能通过由计算决定，不靠运气。',
          en: 'Change what is not locked; whether it is met is computed, not left to luck.',
        },
      },
      {
        name: { zh: '进度', en: 'Progress' },
        what: {
          zh: '做过的一切都会自动存下来，下次从停下的地方继续。',
          en: 'All you do is saved by itself; next time you go on where you stopped.',
        },
      },
      {
        name: { zh: '打印与 PDF', en: 'Print and PDF' },
        what: {
          zh: '右上角的菜单把这一课连同图表印在纸上或存为 PDF：看过多少印多少，你的预测、答案和一句话也在上面。',
          en: 'The menu at the top right puts the lesson on paper or into a PDF with its charts: as far as you have seen it, with your prediction, answers and sentence.',
        },
      },
    ],
    keys: ['chart'],
    lessons: [],
  },
  misconceptions: {
    title: { zh: '误解：对还是错？', en: 'True or false?' },
    what: {
      zh: '二十多句关于梯度下降的话，有的对，有的错。每一句都由课、实验或定义来定。',
      en: 'Sentences about gradient descent, some true, some not. A lesson, an experiment or a definition settles each.',
    },
    parts: [
      {
        name: { zh: '判断', en: 'Judging' },
        what: {
          zh: '选对或错，随后说明理由，其中的数都是算出来的。判断会存下来，也可以重来。',
          en: 'Choose true or false and you are told why, with computed numbers. It is kept, and can be judged again.',
        },
      },
      {
        name: { zh: '看实验', en: 'See it' },
        what: {
          zh: '打开定对错的那一课、那个词，或者在实验室里把实验跑起来。',
          en: 'Opens the lesson or the term that settles it, or runs the experiment in the Lab.',
        },
      },
    ],
    keys: [],
    lessons: [],
  },
  prerequisites: {
    title: { zh: '预备知识', en: 'What you need first' },
    what: {
      zh: '课里当作已知的数学。每一页只有一个问题、一张图，图里只有一样东西可以拖。',
      en: 'The mathematics that the lessons take for granted. A page has one question, one figure, and one thing to drag in it.',
    },
    parts: [
      {
        name: { zh: '图', en: 'The figure' },
        what: {
          zh: '拖动圆圈，或按方向键；按住 Shift 走得远些，Home 和 End 到两头。',
          en: 'Drag the ring or press the arrow keys; with Shift it goes farther, Home and End lead to the ends.',
        },
      },
      {
        name: { zh: '数', en: 'The numbers' },
        what: {
          zh: '公式和表里的数都随图变化，颜色与图里相同；停在数上，能看到全部位数。',
          en: 'Formula and table follow the figure, in its colours; rest on a number to read all its digits.',
        },
      },
      {
        name: { zh: '试一试', en: 'Try this' },
        what: {
          zh: '拖到那里，图会告诉你做到了，并说明看到的是什么。',
          en: 'When you get there, the figure says so, and what it is that you see.',
        },
      },
    ],
    keys: [],
    lessons: [],
  },
  glossary: {
    title: { zh: '术语表', en: 'Glossary' },
    what: {
      zh: '每个词是什么意思、记作什么、还叫什么，以及哪一课讲它。',
      en: 'What each word means, how it is written, what else it is called, and which lesson is about it.',
    },
    parts: [
      {
        name: { zh: '搜索', en: 'Search' },
        what: {
          zh: '中文、英文、别名和拼音首字母都可以。',
          en: 'By either language, by another name, or by the initials of its pinyin.',
        },
      },
    ],
    keys: [],
    lessons: [1],
  },
  lens: {
    title: { zh: '代码还是公式', en: 'Code or formula' },
    what: {
      zh: '读一段设置学习率的代码，不运行它，算出它每一步真正给出的学习率。',
      en: 'Reads code that sets a learning rate, without running it, and computes the rate it really yields at each step.',
    },
    parts: [
      {
        name: { zh: '代码', en: 'The code' },
        what: {
          zh: '粘贴自己的，或挑一段现成的。读不懂的地方会说在哪一行。',
          en: 'Paste your own or pick one. What cannot be read is said, with its line.',
        },
      },
      {
        name: { zh: '分开的那一步', en: 'Where they part' },
        what: {
          zh: '与公式并排比较，指出第一个不同的步。',
          en: 'Beside the formula, with the first step at which the two differ.',
        },
      },
    ],
    keys: [],
    lessons: [7],
  },
  training: {
    title: { zh: '从课堂到真实训练', en: 'From lesson to training' },
    what: {
      zh: '五篇指南：第一个学习率、计划、预热、平台期，以及怎样读损失曲线。',
      en: 'Five guides: the first rate, the schedule, the warm-up, plateau settings, and how to read loss curves.',
    },
    parts: [
      {
        name: { zh: '到实验室里看', en: 'See it in the Lab' },
        what: {
          zh: '每条建议背后的实验，点开就在实验室里运行。',
          en: 'The experiment behind a piece of advice; one click runs it in the Lab.',
        },
      },
      {
        name: { zh: '换成你的数', en: 'In your numbers' },
        what: {
          zh: '在“计划”一篇里填上样本数、批量和轮数，得到各个常数。',
          en: 'In the guide to schedules, type samples, batch and epochs to get the constants.',
        },
      },
      {
        name: { zh: '症状', en: 'Symptoms' },
        what: {
          zh: '十种损失曲线：看到什么，为什么，用哪个测试确认，怎么办。',
          en: 'Ten loss curves: what you see and why, the test that decides, and what to do.',
        },
      },
    ],
    keys: [],
    lessons: [],
  },
} as const satisfies Readonly<Record<string, HelpTopic>>;
