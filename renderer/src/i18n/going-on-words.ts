import type { LessonProgress } from '../../../electron/ipc/lesson-progress.ts';
import { t } from './i18n.svelte.ts';

/** Where in a lesson somebody stopped, and what comes there. */
export function goingOnSentence({ section, tries }: LessonProgress): string {
  if (section === 'challenge' && tries.length > 0) {
    return t('start.at.challenge.tried', { count: tries.length });
  }
  return t(`start.at.${section}`);
}
