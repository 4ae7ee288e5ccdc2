import { isShortcut } from './shortcuts.ts';

/** What a key asks of the history of edits; null for every other key, and where text is being typed. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (isTyping(event.target)) return null;
  if (isShortcut(event, 'undo')) return 'undo';
  return isShortcut(event, 'redo') ? 'redo' : null;
}

/** A field of text has a history of its own. */
function isTyping(target: EventTarget | null): boolean {
  const written = 'input:not([type="range"], [type="checkbox"]), textarea, [contenteditable]';
  return target instanceof HTMLElement && target.matches(written);
}
