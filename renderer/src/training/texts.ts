import type { Locale } from '../../../electron/ipc/preferences.ts';
import { guideIds, type GuideId } from './guide.ts';
import type { GuideText } from './guide-text.ts';

const texts = import.meta.glob<GuideText>('./*/*.md', { eager: true, import: 'default' });

function textOf(id: GuideId, locale: Locale): GuideText {
  const text = texts[`./${id}/${locale}.md`];
  if (!text) throw new Error(`no text: ${id}/${locale}.md`);
  return text;
}

/** The words of every guide, in both languages. */
export const guideTexts = Object.fromEntries(
  guideIds.map((id) => [id, { en: textOf(id, 'en'), 'zh-CN': textOf(id, 'zh-CN') }]),
) as Readonly<Record<GuideId, Readonly<Record<Locale, GuideText>>>>;
