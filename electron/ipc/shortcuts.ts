/**
 * All keys that do something, by the place where they do it. The menu takes its accelerators from here, the
 * views ask it what a key means (renderer/src/lib/shortcuts.ts), and Settings shows it as a list.
 */

/** In the order in which a person is told of them. */
export const shortcutPlaces = ['everywhere', 'lab', 'chart', 'runs'] as const;

export type ShortcutPlace = (typeof shortcutPlaces)[number];

export interface Shortcut {
  readonly place: ShortcutPlace;
  /** As Electron writes accelerators; any of them does it. */
  readonly keys: readonly string[];
  /** On macOS, where it is another. */
  readonly mac?: readonly string[];
}

export const shortcuts = {
  'go-start': { place: 'everywhere', keys: ['CommandOrControl+1'] },
  'go-learn': { place: 'everywhere', keys: ['CommandOrControl+2'] },
  'go-lab': { place: 'everywhere', keys: ['CommandOrControl+3'] },
  'go-studio': { place: 'everywhere', keys: ['CommandOrControl+4'] },
  'go-runs': { place: 'everywhere', keys: ['CommandOrControl+5'] },
  commands: { place: 'everywhere', keys: ['CommandOrControl+K'] },
  help: { place: 'everywhere', keys: ['F1'] },
  settings: { place: 'everywhere', keys: ['CommandOrControl+,'] },
  'new-experiment': { place: 'everywhere', keys: ['CommandOrControl+N'] },
  'run-or-pause': { place: 'everywhere', keys: ['CommandOrControl+Enter'] },
  'step-card': { place: 'everywhere', keys: ['CommandOrControl+I'] },
  import: { place: 'everywhere', keys: ['CommandOrControl+O'] },
  export: { place: 'everywhere', keys: ['CommandOrControl+Shift+E'] },
  'export-csv': { place: 'everywhere', keys: ['CommandOrControl+E'] },
  print: { place: 'everywhere', keys: ['CommandOrControl+P'] },
  undo: { place: 'everywhere', keys: ['CommandOrControl+Z'] },
  redo: { place: 'everywhere', keys: ['CommandOrControl+Y'], mac: ['Shift+CommandOrControl+Z'] },
  'zoom-in': { place: 'everywhere', keys: ['CommandOrControl+Plus'] },
  'zoom-out': { place: 'everywhere', keys: ['CommandOrControl+-'] },
  'zoom-reset': { place: 'everywhere', keys: ['CommandOrControl+0'] },
  'full-screen': { place: 'everywhere', keys: ['F11'], mac: ['Control+Command+F'] },
  close: { place: 'everywhere', keys: ['CommandOrControl+W'] },
  back: { place: 'lab', keys: ['Escape'] },
  'move-start': { place: 'lab', keys: ['Left', 'Right', 'Up', 'Down'] },
  'move-start-far': { place: 'lab', keys: ['Shift+Left', 'Shift+Right', 'Shift+Up', 'Shift+Down'] },
  'step-by-step': { place: 'chart', keys: ['Left', 'Right'] },
  'step-far': { place: 'chart', keys: ['PageUp', 'PageDown', 'Shift+Left', 'Shift+Right'] },
  'step-ends': { place: 'chart', keys: ['Home', 'End'] },
  search: { place: 'runs', keys: ['CommandOrControl+F'] },
  'move-to-run': { place: 'runs', keys: ['Up', 'Down', 'PageUp', 'PageDown', 'Home', 'End'] },
  'choose-range': { place: 'runs', keys: ['Shift+Up', 'Shift+Down'] },
  'choose-run': { place: 'runs', keys: ['Space'] },
  'choose-all': { place: 'runs', keys: ['CommandOrControl+A'] },
  'choose-none': { place: 'runs', keys: ['Escape'] },
  'open-run': { place: 'runs', keys: ['Enter'] },
  'rename-run': { place: 'runs', keys: ['F2'] },
  'run-menu': { place: 'runs', keys: ['Shift+F10'] },
  'trash-run': { place: 'runs', keys: ['Delete'] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof shortcuts;

/** The keys of a shortcut on this system. */
export function shortcutKeys(id: ShortcutId, mac: boolean): readonly string[] {
  const { keys, mac: other }: Shortcut = shortcuts[id];
  return mac && other ? other : keys;
}
