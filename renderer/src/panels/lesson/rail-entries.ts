import type { LessonProgress } from '../../../../electron/ipc/lesson-progress.ts';
import { givenIn } from '../../lessons/given.ts';
import { sectionNames, type SectionName } from '../../lessons/sections.ts';

/** How a section stands: done, still to be done, or not shown before the run. */
export interface RailEntry {
  readonly section: SectionName;
  readonly state: 'done' | 'open' | 'folded';
}

/** What is read in passing is done once something after it is read; what asks for something, once that is given. */
export function railEntries(progress: LessonProgress, unfolded: boolean): readonly RailEntry[] {
  const given = givenIn(progress);
  const here = sectionNames.indexOf(progress.section);
  return sectionNames.map((section, i) => {
    if (i > sectionNames.indexOf('run') && !unfolded) return { section, state: 'folded' };
    return { section, state: (given[section] ?? i < here) ? 'done' : 'open' };
  });
}
