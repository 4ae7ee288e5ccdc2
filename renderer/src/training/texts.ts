import type { Locale } from '../../../electron/ipc/preferences.ts';
import curvesEn from './curves/en.md?raw';
import curvesZh from './curves/zh-CN.md?raw';
import firstRateEn from './first-rate/en.md?raw';
import firstRateZh from './first-rate/zh-CN.md?raw';
import { guideIds, type GuideId } from './guide.ts';
import { readGuideText, type GuideText } from './guide-text.ts';
import plateauEn from './plateau/en.md?raw';
import plateauZh from './plateau/zh-CN.md?raw';
import scheduleEn from './schedule/en.md?raw';
import scheduleZh from './schedule/zh-CN.md?raw';
import warmUpEn from './warm-up/en.md?raw';
import warmUpZh from './warm-up/zh-CN.md?raw';

const files: Readonly<Record<GuideId, Readonly<Record<Locale, string>>>> = {
  'first-rate': { en: firstRateEn, 'zh-CN': firstRateZh },
  schedule: { en: scheduleEn, 'zh-CN': scheduleZh },
  'warm-up': { en: warmUpEn, 'zh-CN': warmUpZh },
  plateau: { en: plateauEn, 'zh-CN': plateauZh },
  curves: { en: curvesEn, 'zh-CN': curvesZh },
};

const read = (id: GuideId): Readonly<Record<Locale, GuideText>> => ({
  en: readGuideText(files[id].en),
  'zh-CN': readGuideText(files[id]['zh-CN']),
});

/** The words of every guide, in both languages. */
export const guideTexts = Object.fromEntries(guideIds.map((id) => [id, read(id)])) as Readonly<
  Record<GuideId, Readonly<Record<Locale, GuideText>>>
>;
