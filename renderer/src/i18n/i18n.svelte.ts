import i18next from 'i18next';
import type { Text } from '../../../core/text.ts';
import type { Locale } from '../../../electron/ipc/preferences.ts';
import type { MessageKey, MessageParams } from './catalogue.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

const engine = i18next.createInstance();
void engine.init({
  initAsync: false,
  lng: 'en',
  resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
  keySeparator: false,
  nsSeparator: false,
  // Words go into text nodes, which need no escaping.
  interpolation: { escapeValue: false },
});

/** The engine's own types know no catalogue; `t` below has ours. */
const translate = engine.t.bind(engine) as (key: string, options: object) => string;

/** Words without parameters by their keys: to find one takes the engine microseconds, and tables ask for thousands. */
const found: Readonly<Record<Locale, Map<MessageKey, string>>> = {
  en: new Map(),
  'zh-CN': new Map(),
};

let current = $state<Locale>('zh-CN');

/** The language of the page; reading it in a component makes the component follow it. */
export function locale(): Locale {
  return current;
}

export function setLocale(next: Locale): void {
  current = next;
}

/** The words for a key, in the language of the page. */
export function t<K extends MessageKey>(key: K, ...params: MessageParams<K>): string {
  const [given] = params;
  return given === undefined ? plain(key) : translate(key, { ...given, lng: current });
}

function plain(key: MessageKey): string {
  const words = found[current];
  let said = words.get(key);
  if (said === undefined) words.set(key, (said = translate(key, { lng: current })));
  return said;
}

/** Sentences one after the other. */
export function sentences(all: readonly string[]): string {
  return all.join(current === 'zh-CN' ? '' : ' ');
}

/** Words that a core spec brings along. */
export function text(words: Text): string {
  return current === 'zh-CN' ? words.zh : words.en;
}
