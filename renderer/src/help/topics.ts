/** What F1 says of each view: what it is for, its parts, and where its keys and lessons are. */
import type { Text } from '../../../core/text.ts';
import type { ShortcutPlace } from '../../../electron/ipc/shortcuts.ts';
import type { View } from '../state/navigation.svelte.ts';
import { labTopics } from './lab-topics.ts';
import { learnTopics } from './learn-topics.ts';
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
        zh: '每个问题打开能回答它的那一处：一课、读代码、一次扫描，或者导入日志。自己的运行里有衰减太快的，也从这里找到。',
        en: 'Each opens what answers it: a lesson, the reading of code, a sweep, or the import of a log. Runs of your own whose decay was too fast are found there, too.',
      },
    },
    {
      name: { zh: '最近', en: 'Recent' },
      what: {
        zh: '最近的三个实验。点开一个，它会带着全部运行回到实验室，有冻住的就选中它；“冻住”的标记则打开冻住的那个运行，并说明原因。',
        en: 'The three newest experiments. One that is opened comes back to the Lab with all its runs, one that froze selected; a mark that says frozen opens the run that froze, and why.',
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

/** By the view. */
export const helpTopics: Readonly<Record<View['id'], HelpTopic>> = {
  start,
  settings,
  ...learnTopics,
  ...labTopics,
  ...runsTopics,
};
