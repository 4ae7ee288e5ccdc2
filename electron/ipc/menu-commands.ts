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
  'make-assignment',
  'save-pdf',
  'print',
  'commands',
  'settings',
  'help',
  'about',
] as const;

export type MenuCommand = (typeof menuCommands)[number];
