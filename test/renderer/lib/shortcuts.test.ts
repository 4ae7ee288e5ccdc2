/** One table of keys: read back from events, printed for people, and the same in the menu. */
import { describe, expect, it } from 'vitest';
import { isShortcut, shortcutChords, shortcutIds } from '../../../renderer/src/lib/shortcuts.ts';

const event = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    ...held,
  }) as KeyboardEvent;

describe('a key', () => {
  it('is a shortcut with its modifiers and no others', () => {
    expect(isShortcut(event('f', { ctrlKey: true }), 'search')).toBe(true);
    expect(isShortcut(event('F', { metaKey: true }), 'search')).toBe(true);
    expect(isShortcut(event('f'), 'search')).toBe(false);
    expect(isShortcut(event('f', { ctrlKey: true, shiftKey: true }), 'search')).toBe(false);
    expect(isShortcut(event('f', { ctrlKey: true, altKey: true }), 'search')).toBe(false);
    expect(isShortcut(event('f', { ctrlKey: true, isComposing: true }), 'search')).toBe(false);
    expect(isShortcut(event(' '), 'choose-run')).toBe(true);
    expect(isShortcut(event('ArrowUp', { shiftKey: true }), 'choose-range')).toBe(true);
  });

  it('undoes and does again as on every system', () => {
    expect(isShortcut(event('z', { ctrlKey: true }), 'undo')).toBe(true);
    expect(isShortcut(event('Z', { ctrlKey: true, shiftKey: true }), 'undo')).toBe(false);
    expect(isShortcut(event('Z', { metaKey: true, shiftKey: true }), 'redo')).toBe(true);
    expect(isShortcut(event('y', { ctrlKey: true }), 'redo')).toBe(true);
  });
});

describe('the list of keys', () => {
  it('prints what is held once', () => {
    expect(shortcutChords('redo', false)).toEqual([{ held: ['Ctrl'], pressed: ['Y'] }]);
    expect(shortcutChords('redo', true)).toEqual([{ held: ['⇧', '⌘'], pressed: ['Z'] }]);
    expect(shortcutChords('move-start-far', false)).toEqual([
      { held: ['Shift'], pressed: ['←', '→', '↑', '↓'] },
    ]);
    expect(shortcutChords('step-far', false)).toEqual([
      { held: [], pressed: ['Page Up', 'Page Down'] },
      { held: ['Shift'], pressed: ['←', '→'] },
    ]);
  });

  it('names no cap twice in a chord', () => {
    for (const id of shortcutIds) {
      for (const mac of [false, true]) {
        for (const { held, pressed } of shortcutChords(id, mac)) {
          expect(new Set([...held, ...pressed]).size).toBe(held.length + pressed.length);
        }
      }
    }
  });
});
