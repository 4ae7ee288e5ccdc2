import type { LessonTry } from '../../../electron/ipc/lesson-progress.ts';
import { coarseShare } from '../lessons/coarse-share.ts';
import type { Measure } from '../lessons/lesson.ts';
import { formatCount, formatNumber, formatPercent } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/**
 * A value of what a challenge measures, in its unit. How far a rate is below the limit is said in wide steps until it is
 * near: the exact share and the rate would give the limit away.
 */
export function measureValue(measure: Measure, value: number): string {
  if (measure === 'steps') return formatCount(value);
  if (measure === 'below-limit') {
    const coarse = coarseShare(value);
    return coarse
      ? t('lesson.measure.moreThan', { value: formatPercent(coarse.above, 0) })
      : formatPercent(value, 2);
  }
  return measure === 'share' ? formatPercent(value) : formatNumber(value);
}

/** What a try came to, in words. */
export function measuredWords(measure: Measure, measured: LessonTry['measured']): string {
  if (measured === null) return t('lesson.measure.broken');
  if (measured === 'never') return t(`lesson.measure.${measure}.never`);
  const value = measureValue(measure, measured);
  if (measure === 'steps') return t('lesson.measure.steps', { count: measured, value });
  const coarse = measure === 'below-limit' ? coarseShare(measured) : null;
  if (coarse) return t('lesson.measure.below-limit.far', { value: formatPercent(coarse.above, 0) });
  return t(`lesson.measure.${measure}`, { value });
}
