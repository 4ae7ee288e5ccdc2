import { hasPredicted, type LessonProgress } from '../../../../electron/ipc/lesson-progress.ts';
import { sectionNames, type SectionName } from '../../lessons/sections.ts';

/** How a section stands: done, still to be done, or not shown before the run. */
export interface RailEntry {
  readonly section: SectionName;
  readonly state: 'done' | 'open' | 'folded';
}

/** What is read in passing is done once something after it is read; what asks for something, once that is given. */
export function railEntries(progress: LessonProgress, unfolded: boolean): readonly RailEntry[] {
  const done: Readonly<Partial<Record<SectionName, boolean>>> = {
    predict: hasPredicted(progress),
    run: progress.ran,
    check: progress.checked !== null,
    challenge: progress.met,
    conclusion: progress.conclusion !== '',
  };
  const here = sectionNames.indexOf(progress.section);
  return sectionNames.map((section, i) => {
    if (i > sectionNames.indexOf('run') && !unfolded) return { section, state: 'folded' };
    return { section, state: (done[section] ?? i < here) ? 'done' : 'open' };
  });
}
