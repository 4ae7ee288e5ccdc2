import type { LessonProgress } from '../../../electron/ipc/lesson-progress.ts';
import { stoppedAt } from '../lessons/given.ts';
import { t } from './i18n.svelte.ts';

/** Where in a lesson somebody stopped, and what comes there. */
export function goingOnSentence(progress: LessonProgress): string {
  const section = stoppedAt(progress);
  const { tries, met } = progress;
  if (section === 'challenge' && tries.length > 0) {
    return t('start.at.challenge.tried', { count: tries.length });
  }
  if (section === 'conclusion' && met) return t('start.at.conclusion.met');
  return t(`start.at.${section}`);
}

/** The same in a few words. */
export function stoppedWords(progress: LessonProgress): string {
  const section = stoppedAt(progress);
  if (section === 'conclusion' && progress.met) return t('learn.at.conclusion.met');
  return t(`learn.at.${section}`);
}
