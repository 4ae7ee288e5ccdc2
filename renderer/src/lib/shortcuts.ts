import { shortcutKeys, shortcuts, type ShortcutId } from '../../../electron/ipc/shortcuts.ts';

/** What `KeyboardEvent.key` calls the keys that accelerators call otherwise. */
const eventKeys: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Space: ' ',
  Plus: '+',
};

const symbols: Readonly<Record<string, string>> = {
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
  Plus: '+',
  '-': '−',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

const macSymbols: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  Command: '⌘',
  Control: '⌃',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌦',
};

/** Whether a key event is this shortcut, on whichever system. */
export function isShortcut(event: KeyboardEvent, id: ShortcutId): boolean {
  if (event.isComposing) return false;
  return [false, true].some((mac) =>
    shortcutKeys(id, mac).some((accelerator) => matches(event, accelerator)),
  );
}

/**
 * Lets the view in sight do what it does at this shortcut; it alone knows whose history of edits is meant. Not for keys that
 * a field takes for itself.
 */
export function pressShortcut(id: ShortcutId): void {
  const parts = shortcutKeys(id, false)[0]!.split('+');
  const key = eventKeys[parts.at(-1)!] ?? parts.at(-1)!;
  const held = { ctrlKey: parts.includes('CommandOrControl'), shiftKey: parts.includes('Shift') };
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ...held, bubbles: true }));
}

/** Keys that are held, and those of which one is pressed then. */
export interface Chord {
  readonly held: readonly string[];
  readonly pressed: readonly string[];
}

/** A shortcut as it is printed on the keyboard: `Ctrl` with `Z`; `⇧` with `←` or `→`. */
export function shortcutChords(id: ShortcutId, mac: boolean): readonly Chord[] {
  const chords: { held: readonly string[]; pressed: string[] }[] = [];
  for (const accelerator of shortcutKeys(id, mac)) {
    const caps = accelerator.split('+').map((part) => capOf(part, mac));
    const held = caps.slice(0, -1);
    const same = chords.find((chord) => chord.held.join() === held.join());
    if (same) same.pressed.push(caps.at(-1)!);
    else chords.push({ held, pressed: [caps.at(-1)!] });
  }
  return chords;
}

function capOf(part: string, mac: boolean): string {
  const symbol = symbols[part] ?? part;
  if (mac) return macSymbols[part] ?? symbol;
  return part === 'CommandOrControl' || part === 'Control' ? 'Ctrl' : symbol;
}

export const shortcutIds = Object.keys(shortcuts) as ShortcutId[];

function matches(event: KeyboardEvent, accelerator: string): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1)!;
  const control = parts.some((part) => /^(Command|Control|CommandOrControl)$/.test(part));
  return (
    event.key.toLowerCase() === (eventKeys[key] ?? key).toLowerCase() &&
    (event.ctrlKey || event.metaKey) === control &&
    event.shiftKey === parts.includes('Shift') &&
    !event.altKey
  );
}
