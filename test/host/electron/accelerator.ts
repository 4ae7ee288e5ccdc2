/** Electron's accelerator strings: modifiers and one key, joined by "+". */
import type { Shortcut } from '../page/preload-world.ts';

const modifiers: Record<string, 'ctrl' | 'alt' | 'shift' | 'meta'> = {
  command: 'meta',
  cmd: 'meta',
  control: 'ctrl',
  ctrl: 'ctrl',
  commandorcontrol: process.platform === 'darwin' ? 'meta' : 'ctrl',
  cmdorctrl: process.platform === 'darwin' ? 'meta' : 'ctrl',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  super: 'meta',
  meta: 'meta',
};

/** Names of keys → what `KeyboardEvent.key` calls them, in lower case. */
const keys: Record<string, string> = {
  plus: '+',
  space: ' ',
  tab: 'tab',
  capslock: 'capslock',
  numlock: 'numlock',
  scrolllock: 'scrolllock',
  backspace: 'backspace',
  delete: 'delete',
  insert: 'insert',
  return: 'enter',
  enter: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  home: 'home',
  end: 'end',
  pageup: 'pageup',
  pagedown: 'pagedown',
  escape: 'escape',
  esc: 'escape',
  printscreen: 'printscreen',
};

function keyOf(name: string): string | null {
  const lower = name.toLowerCase();
  if (lower in keys) return keys[lower]!;
  if (/^f([1-9]|1[0-9]|2[0-4])$/.test(lower)) return lower;
  if (/^num[0-9]$/.test(lower)) return lower.slice(3);
  return /^[\x21-\x7e]$/.test(name) ? lower : null;
}

/** Throws for a string Electron would not accept. */
export function parseAccelerator(accelerator: string): Omit<Shortcut, 'id'> {
  const parts = accelerator.split('+');
  const key = keyOf(parts.pop() ?? '');
  const held = parts.map((part) => modifiers[part.toLowerCase()]);
  if (key === null || held.includes(undefined)) {
    throw new Error(
      `"${accelerator}" is no accelerator: it must be modifiers and one key joined by "+", such as "CmdOrCtrl+Shift+Z".`,
    );
  }
  return {
    key,
    ctrl: held.includes('ctrl'),
    alt: held.includes('alt'),
    meta: held.includes('meta'),
    // Which symbols need Shift differs between keyboards; for letters and named keys it is meant.
    shift: /^[^a-z0-9]$/.test(key) && key !== ' ' ? null : held.includes('shift'),
  };
}
