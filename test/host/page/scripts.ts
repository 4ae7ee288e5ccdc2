/** The two scripts that run in a page before its own: one in the main world, one around the preload. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createCodec } from '../codec.ts';
import { createMembrane } from './membrane.ts';
import { installPreloadWorld, type PreloadSettings } from './preload-world.ts';

/** Electron's own name for the world preload scripts run in. */
export const preloadWorld = 'Electron Isolated Context';
export const binding = '__standInSend';
export const receiver = '__standInReceive';
export const bytesReceiver = '__standInReceiveBytes';

export interface PageScripts {
  readonly mainWorld: string;
  readonly preloadWorld: string;
}

/** `preload`: absolute path of the app's preload script, or undefined for a window without one. */
export function pageScripts(
  preload: string | undefined,
  settings: Omit<PreloadSettings, 'binding' | 'receiver' | 'bytesReceiver'>,
): PageScripts {
  // Names the page cannot guess: the events themselves are visible to nobody who does not know them.
  const [toMain, toPreload] = [`to-main-${randomUUID()}`, `to-preload-${randomUUID()}`];
  const membrane = (send: string, receive: string): string =>
    `(${createMembrane.toString()})(${JSON.stringify(send)}, ${JSON.stringify(receive)})`;
  const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const all: PreloadSettings = { ...settings, binding, receiver, bytesReceiver };
  return {
    mainWorld: membrane(toPreload, toMain),
    preloadWorld: [
      `(${installPreloadWorld.toString()})(${JSON.stringify(all)}, ${createCodec.toString()},`,
      `${membrane(toMain, toPreload)},`,
      `function (require, module, exports, process) {\n${source}\n})`,
      preload === undefined ? '' : `//# sourceURL=${preload}`,
    ].join('\n'),
  };
}
