import i18next from 'i18next';
import type { Locale } from '../../ipc/preferences.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type MainKey = keyof typeof en;

const engine = i18next.createInstance();
void engine.init({
  initAsync: false,
  lng: 'en',
  resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** Words of main's own menus and dialogs. */
export function words(
  locale: Locale,
  key: MainKey,
  params: Readonly<Record<string, string>> = {},
): string {
  return engine.t(key, { ...params, lng: locale });
}
