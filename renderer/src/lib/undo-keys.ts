/** What a key asks of the history of edits; null for every other key, and where text is being typed. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null;
  if (isTyping(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

/** A field of text has a history of its own. */
function isTyping(target: EventTarget | null): boolean {
  const written = 'input:not([type="range"], [type="checkbox"]), textarea, [contenteditable]';
  return target instanceof HTMLElement && target.matches(written);
}
