import type { RunSummary } from '../../../electron/ipc/run.ts';
import type { themes } from '../../../electron/ipc/preferences.ts';
import {
  windowCommands,
  type MenuCommand,
  type WindowCommand,
} from '../../../electron/ipc/menu-commands.ts';
import { shortcuts, type ShortcutId } from '../../../electron/ipc/shortcuts.ts';
import { en } from '../i18n/en/index.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { localName } from '../i18n/local-name.ts';
import { zhCN } from '../i18n/zh-CN/index.ts';
import { pinyinInitials } from '../lib/pinyin-initials.ts';
import { pressShortcut, shortcutChords, type Chord } from '../lib/shortcuts.ts';
import type { App } from './app.ts';
import { backUp } from './back-up.ts';
import type { MenuActions } from './menu-commands.ts';

export const commandGroups = ['go', 'experiment', 'look', 'app'] as const;
type CommandGroup = (typeof commandGroups)[number];

/** Those of the menu, and some that have a control elsewhere. */
type CommandId =
  | Exclude<MenuCommand, 'commands'>
  | 'go-trash'
  | WindowCommand
  | 'undo'
  | 'redo'
  | `theme-${(typeof themes)[number]}`
  | 'language'
  | 'back-up'
  | 'logs';

/** A line of the palette. */
export interface Command {
  readonly id: string;
  readonly words: string;
  /** Tells it from others of the same name; null: nothing does. */
  readonly detail: string | null;
  /** What it is found by besides its words: the other language, and the initials of pinyin. */
  readonly keywords: readonly string[];
  readonly keys: readonly Chord[];
  readonly run: () => void;
}

const groups: Readonly<Record<CommandGroup, readonly CommandId[]>> = {
  go: ['go-start', 'go-learn', 'go-lab', 'go-studio', 'go-runs', 'go-trash', 'settings'],
  experiment: [
    'undo',
    'redo',
    'new-experiment',
    'run-or-pause',
    'sweep',
    'range-test',
    'step-card',
    'import',
    'export',
    'export-csv',
    'export-json',
    'make-assignment',
  ],
  look: [
    'theme-system',
    'theme-light',
    'theme-dark',
    'language',
    'zoom-in',
    'zoom-out',
    'zoom-reset',
    'full-screen',
  ],
  app: ['print', 'save-pdf', 'help', 'back-up', 'logs', 'about', 'minimize', 'close', 'quit'],
};

/** Everything the app can be told to do, in groups. */
export function commandsOf(
  app: App,
  actions: MenuActions,
): Readonly<Record<CommandGroup, readonly Command[]>> {
  const { navigation, preferences, lab, info } = app;
  const mac = info.platform.startsWith('darwin');
  const act: Readonly<Record<CommandId, () => void>> = {
    ...actions,
    ...inWindow(app),
    undo: () => pressShortcut('undo'),
    redo: () => pressShortcut('redo'),
    'go-trash': () => navigation.go({ id: 'trash' }),
    'theme-system': () => app.attempt(preferences.chooseTheme('system')),
    'theme-light': () => app.attempt(preferences.chooseTheme('light')),
    'theme-dark': () => app.attempt(preferences.chooseTheme('dark')),
    language: () =>
      app.attempt(preferences.chooseLocale(preferences.locale === 'en' ? 'zh-CN' : 'en')),
    'back-up': () => {
      navigation.go({ id: 'settings' });
      app.attempt(backUp(app.backups));
    },
    logs: () => app.attempt(lab.request('app:open-folder', 'logs')),
  };
  const commandOf = (id: CommandId): Command => {
    const key = `command.${id}` as const;
    return {
      id,
      words: t(key),
      detail: null,
      keywords: [en[key], zhCN[key], pinyinInitials(zhCN[key])],
      keys: id in shortcuts ? shortcutChords(id as ShortcutId, mac) : [],
      run: act[id],
    };
  };
  return {
    go: groups.go.map(commandOf),
    experiment: groups.experiment.map(commandOf),
    look: groups.look.map(commandOf),
    app: groups.app.map(commandOf),
  };
}

function inWindow(app: App): Readonly<Record<WindowCommand, () => void>> {
  return Object.fromEntries(
    windowCommands.map((command) => [
      command,
      () => app.attempt(app.lab.request('window:do', command)),
    ]),
  ) as Record<WindowCommand, () => void>;
}

/** A line for each run: its page. */
export function runCommands(app: App, runs: readonly RunSummary[]): readonly Command[] {
  return runs.map((run) => {
    const words = localName(run.name);
    return {
      id: run.id,
      words,
      detail: localName(run.experimentName),
      keywords: [run.experimentName, ...run.tags, pinyinInitials(words)],
      keys: [],
      run: () => app.navigation.go({ id: 'run', runId: run.id }),
    };
  });
}
