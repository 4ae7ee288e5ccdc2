/** Selecting as lists of every desktop do it: click, Ctrl+click, Shift+click, and the same by arrow keys. */

export interface Selection<Id> {
  readonly chosen: ReadonlySet<Id>;
  /** Where the keyboard is. */
  readonly active: Id | null;
  /** Where a range begins. */
  readonly anchor: Id | null;
}

export const nothingSelected: Selection<never> = {
  chosen: new Set(),
  active: null,
  anchor: null,
};

/** How a line is reached: alone, beside those already chosen, or with all from the anchor on. */
export type Reach = 'alone' | 'toggle' | 'range' | 'move';

export function reach<Id>(
  selection: Selection<Id>,
  id: Id,
  how: Reach,
  order: readonly Id[],
): Selection<Id> {
  switch (how) {
    case 'alone':
      return { chosen: new Set([id]), active: id, anchor: id };
    case 'toggle': {
      const chosen = new Set(selection.chosen);
      if (!chosen.delete(id)) chosen.add(id);
      return { chosen, active: id, anchor: id };
    }
    case 'range': {
      const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
      if (from < 0) return reach(selection, id, 'alone', order);
      const to = order.indexOf(id);
      const chosen = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
      return { chosen, active: id, anchor: selection.anchor };
    }
    case 'move':
      return { ...selection, active: id, anchor: id };
  }
}

/** Only what is still there stays chosen. */
export function within<Id>(selection: Selection<Id>, there: ReadonlySet<Id>): Selection<Id> {
  const kept = (id: Id | null): Id | null => (id !== null && there.has(id) ? id : null);
  const chosen = new Set([...selection.chosen].filter((id) => there.has(id)));
  return { chosen, active: kept(selection.active), anchor: kept(selection.anchor) };
}

/** The line that a key leads to; null for every other key. */
export function lineOfKey(key: string, at: number, count: number, page: number): number | null {
  const inside = (index: number): number => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return inside(at + 1);
    case 'ArrowUp':
      return inside(at < 0 ? count - 1 : at - 1);
    case 'PageDown':
      return inside(at + page);
    case 'PageUp':
      return inside(at - page);
    case 'Home':
      return inside(0);
    case 'End':
      return inside(count - 1);
    default:
      return null;
  }
}
