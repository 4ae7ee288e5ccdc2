import { readingCurves } from './curves/guide.ts';
import { firstRate } from './first-rate/guide.ts';
import type { Guide, GuideId } from './guide.ts';
import { plateauSettings } from './plateau/guide.ts';
import { scheduleForABudget } from './schedule/guide.ts';
import { warmUp } from './warm-up/guide.ts';

export const guides: Readonly<Record<GuideId, Guide>> = {
  'first-rate': firstRate,
  schedule: scheduleForABudget,
  'warm-up': warmUp,
  plateau: plateauSettings,
  curves: readingCurves,
};
