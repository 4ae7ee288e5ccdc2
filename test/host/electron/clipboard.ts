/** `clipboard`: what was written last, kept by the host; asynchronous, as since Electron 44. */
import type { Clipboard, ClipboardItem as ElectronClipboardItem } from 'electron';
import { strict, type NothingBeyond } from '../strict.ts';

type Payload = ConstructorParameters<typeof ElectronClipboardItem>[0][string];

/** One entry: payloads by MIME type, as in the browsers' ClipboardItem. */
export class ClipboardItem implements Pick<ElectronClipboardItem, 'types'> {
  readonly types: string[];
  readonly #items: Readonly<Record<string, Payload>>;

  constructor(items: Readonly<Record<string, Payload>>) {
    this.types = Object.keys(items);
    if (this.types.length === 0) throw new TypeError('ClipboardItem needs at least one MIME type');
    this.#items = items;
  }

  async getType(type: string): Promise<Blob> {
    const payload = await this.#items[type];
    if (payload === undefined) throw new TypeError(`The clipboard item has no ${type}`);
    if (payload instanceof Blob) return payload;
    if (typeof payload === 'string') return new Blob([payload], { type });
    throw new TypeError('The stand-in keeps no bookmarks');
  }
}
true satisfies NothingBeyond<ClipboardItem, ElectronClipboardItem>;

let kept: readonly ClipboardItem[] = [];

export const clipboard = strict('clipboard', {
  readText: async () => {
    const item = kept.find(({ types }) => types.includes('text/plain'));
    return item ? (await item.getType('text/plain')).text() : '';
  },
  writeText: async (value) => {
    kept = [new ClipboardItem({ 'text/plain': value })];
  },
  read: async () => [...kept] as unknown as ElectronClipboardItem[],
  write: async (items) => {
    // Promised payloads are waited for: what cannot be made is not written at all.
    await Promise.all(items.flatMap((item) => item.types.map((type) => item.getType(type))));
    kept = items as unknown as ClipboardItem[];
  },
  clear: () => {
    kept = [];
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText' | 'read' | 'write' | 'clear'>);
