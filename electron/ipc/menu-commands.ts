/** What the menu of the app can ask of the page; its keys are in shortcuts.ts. */

export const menuCommands = [
  'go-start',
  'go-learn',
  'go-lab',
  'go-studio',
  'go-runs',
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
  'save-pdf',
  'print',
  'commands',
  'settings',
  'help',
  'about',
] as const;

export type MenuCommand = (typeof menuCommands)[number];

/** What else of the menu the page can ask to be done: with its window, or with the app. */
export const windowCommands = [
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'full-screen',
  'minimize',
  'close',
  'quit',
] as const;

export type WindowCommand = (typeof windowCommands)[number];
