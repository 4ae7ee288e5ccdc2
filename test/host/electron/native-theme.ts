/** `nativeTheme`: decides what the pages' `prefers-color-scheme` says. */
import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import { host } from '../host.ts';
import { strict } from '../strict.ts';
import { windows } from './app.ts';

type Source = NativeTheme['themeSource'];

const emitter = new EventEmitter();
let source: Source = 'system';

/** Set by web-contents.ts through index.ts: tells every page. */
export const themeChanged = { tellPages: (_dark: boolean | null): void => {} };

/** Null where the system decides; a headless browser has no system and is light. */
export function darkColors(): boolean | null {
  if (source === 'system') return host.options.headless ? false : null;
  return source === 'dark';
}

const members = {
  get themeSource() {
    return source;
  },
  set themeSource(value: Source) {
    if (!['system', 'light', 'dark'].includes(value)) {
      throw new TypeError(`themeSource must be system, light or dark, not ${String(value)}`);
    }
    if (value === source) return;
    source = value;
    if (windows.count() > 0) themeChanged.tellPages(darkColors());
    queueMicrotask(() => emitter.emit('updated'));
  },
  get shouldUseDarkColors() {
    return darkColors() ?? false;
  },
  shouldUseHighContrastColors: false,
  prefersReducedTransparency: false,
} satisfies Partial<NativeTheme>;

Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members));
export const nativeTheme = strict('nativeTheme', emitter as typeof emitter & typeof members);
