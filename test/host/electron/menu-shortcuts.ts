/** The application menu's shortcuts as the pages know them: a number stands for an item. */
import type { WebContents } from 'electron';
import type { Shortcut } from '../page/preload-world.ts';

export interface ShortcutItem {
  readonly shortcut: Omit<Shortcut, 'id'>;
  click(contents: object): void;
}

let items: readonly ShortcutItem[] = [];

export function setShortcutItems(next: readonly ShortcutItem[]): void {
  items = next;
}

export function shortcuts(): readonly Shortcut[] {
  return items.map(({ shortcut }, id) => ({ ...shortcut, id }));
}

export function clickShortcut(id: number, contents: Pick<WebContents, 'id'>): void {
  items[id]?.click(contents);
}
