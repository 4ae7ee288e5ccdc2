/** What F1 says of each view: what it is for, its parts, and where its keys and lessons are. */
import type { Text } from '../../../core/text.ts';
import type { ShortcutPlace } from '../../../electron/ipc/shortcuts.ts';
import type { Place, View } from '../state/navigation.svelte.ts';
import { labTopics } from './lab-topics.ts';
import { runsTopics } from './runs-topics.ts';

export interface HelpTopic {
  readonly title: Text;
  readonly what: Text;
  readonly parts: readonly { readonly name: Text; readonly what: Text }[];
  /** Whose keys work here, beside those that work everywhere. */
  readonly keys: readonly ShortcutPlace[];
  /** Numbers of lessons that begin with it. */
  readonly lessons: readonly number[];
}

const start: HelpTopic = {
  title: { zh: '开始', en: 'Start' },
  what: {
    zh: '打开应用先到这里：接着上次的课往下学，从一个问题开始，或者回到最近的实验。',
    en: 'Where the app opens: go on with the last lesson, begin with a question, or return to a recent experiment.',
  },
  parts: [
    {
      name: { zh: '五个问题', en: 'Five questions' },
      what: {
        zh: '每个问题打开能回答它的那一处：一课、读代码、一次扫描，或者导入日志。',
        en: 'Each opens what answers it: a lesson, the reading of code, a sweep, or the import of a log.',
      },
    },
    {
      name: { zh: '最近', en: 'Recent' },
      what: {
        zh: '最近的三个实验。点开一个，它会带着全部运行回到实验室。',
        en: 'The three newest experiments. One that is opened comes back to the Lab with all its runs.',
      },
    },
    {
      name: { zh: '现成的实验', en: 'Experiments to run at once' },
      what: {
        zh: '点一下就摆好并开始运行，之后什么都可以改。',
        en: 'One click sets it up and runs it; everything can be changed afterwards.',
      },
    },
  ],
  keys: [],
  lessons: [1],
};

const learn: HelpTopic = {
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
  ],
  keys: [],
  lessons: [1],
};

const glossary: HelpTopic = {
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
};

const lens: HelpTopic = {
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
};

const lesson: HelpTopic = {
  title: { zh: '一课', en: 'A lesson' },
  what: {
    zh: '左边是文字，右边是真正的实验。先预测，再运行，看看对不对，然后才是公式。',
    en: 'Text on the left, the real experiment on the right. Predict, run, compare; only then comes the formula.',
  },
  parts: [
    {
      name: { zh: '预测', en: 'Prediction' },
      what: {
        zh: '选一个答案，或者直接在空图上画。它会留着，和结果叠在一起。',
        en: 'Choose an answer, or draw on the empty chart. It is kept and laid over the result.',
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
  ],
  keys: ['chart'],
  lessons: [],
};

const settings: HelpTopic = {
  title: { zh: '设置', en: 'Settings' },
  what: {
    zh: '语言、外观、动效，实验库的备份与恢复，以及全部快捷键。',
    en: 'Language, appearance, motion, backups of the library and how to restore one, and all keys.',
  },
  parts: [
    {
      name: { zh: '备份', en: 'Backups' },
      what: {
        zh: '有改动的日子每天自动备份一次；恢复时不会覆盖现在的库。',
        en: 'One by itself on every day with changes; restoring one writes over nothing.',
      },
    },
  ],
  keys: [],
  lessons: [],
};

const topics: Readonly<Record<Place | 'settings', HelpTopic>> &
  Readonly<Partial<Record<string, HelpTopic>>> = {
  start,
  learn,
  glossary,
  lens,
  lesson,
  settings,
  ...labTopics,
  ...runsTopics,
};

/** What is said of a view; of one that has no topic of its own, what is said of the place it belongs to. */
export function topicOf(view: View['id'], place: Place | 'settings'): HelpTopic {
  return topics[view] ?? topics[place];
}
