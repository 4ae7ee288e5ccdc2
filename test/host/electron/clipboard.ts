/** `clipboard`: text, kept by the host; asynchronous, as since Electron 44. */
import type { Clipboard } from 'electron';
import { strict } from '../strict.ts';

let text = '';

export const clipboard = strict('clipboard', {
  readText: async () => text,
  writeText: async (value) => {
    text = value;
  },
  clear: () => {
    text = '';
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText' | 'clear'>);
