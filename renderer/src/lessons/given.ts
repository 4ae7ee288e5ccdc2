import {
  hasPredicted,
  isDone,
  type LessonProgress,
} from '../../../electron/ipc/lesson-progress.ts';
import { sectionNames, type SectionName } from './sections.ts';

/** Whether what a section asks for was given; a section that only is read asks for nothing. */
export function givenIn(progress: LessonProgress): Readonly<Partial<Record<SectionName, boolean>>> {
  return {
    predict: hasPredicted(progress),
    run: progress.ran,
    check: progress.checked !== null,
    challenge: progress.met,
    conclusion: progress.conclusion !== '',
  };
}

/** What a lesson asks for before it is done, in the order in which it is read. */
const asked = ['run', 'check', 'conclusion'] as const;

/** What a lesson is not done without, and was not given yet; null: it is done. */
export function lacking(progress: LessonProgress): (typeof asked)[number] | null {
  const given = givenIn(progress);
  return asked.find((section) => !given[section]) ?? null;
}

/**
 * Where somebody goes on in a lesson: where was read last, or behind it where that has been given; behind the end, at
 * what is still lacking. A lesson that is done is opened where it was left.
 */
export function stoppedAt(progress: LessonProgress): SectionName {
  const { section } = progress;
  if (isDone(progress)) return section;
  const given = givenIn(progress);
  const ahead = sectionNames.slice(sectionNames.indexOf(section)).find((name) => !given[name]);
  return ahead ?? lacking(progress) ?? section;
}
