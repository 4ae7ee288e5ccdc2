import type { LessonTry } from '../../../electron/ipc/lesson-progress.ts';
import type { Measure } from '../lessons/lesson.ts';
import { formatCount, formatNumber, formatPercent } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/** A value of what a challenge measures, in its unit. */
export function measureValue(measure: Measure, value: number): string {
  if (measure === 'steps') return formatCount(value);
  if (measure === 'below-limit') return formatPercent(value, 2);
  return measure === 'share' ? formatPercent(value) : formatNumber(value);
}

/** What a try came to, in words. */
export function measuredWords(measure: Measure, measured: LessonTry['measured']): string {
  if (measured === null) return t('lesson.measure.broken');
  if (measured === 'never') return t(`lesson.measure.${measure}.never`);
  const value = measureValue(measure, measured);
  if (measure === 'steps') return t('lesson.measure.steps', { count: measured, value });
  return t(`lesson.measure.${measure}`, { value });
}
