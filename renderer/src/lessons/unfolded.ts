import type { LessonProgress } from '../../../electron/ipc/lesson-progress.ts';
import { sectionNames } from './sections.ts';

/** Whether what is to be seen was shown: after the run, or without one, so that something behind it was read or done. */
export function wasUnfolded({ section, ran, checked, tries, conclusion }: LessonProgress): boolean {
  const isBehind = sectionNames.indexOf(section) > sectionNames.indexOf('run');
  return ran || isBehind || checked !== null || tries.length > 0 || conclusion !== '';
}
