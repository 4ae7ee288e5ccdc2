import { expect, it } from 'vitest';
import { notBegun } from '../../../electron/ipc/lesson-progress.ts';
import { sectionNames } from '../../../renderer/src/lessons/sections.ts';
import { wasUnfolded } from '../../../renderer/src/lessons/unfolded.ts';
import { railEntries } from '../../../renderer/src/panels/lesson/rail-entries.ts';

it('a section where somebody stopped is there again when the lesson is opened', () => {
  for (const section of sectionNames) {
    const progress = { ...notBegun, section };
    const here = railEntries(progress, wasUnfolded(progress)).find(
      (entry) => entry.section === section,
    );
    expect(here!.state, section).not.toBe('folded');
  }
});

it('what is to be seen stays folded until it was run, shown, or gone beyond', () => {
  expect(wasUnfolded(notBegun)).toBe(false);
  expect(wasUnfolded({ ...notBegun, section: 'run', predicted: 'a' })).toBe(false);
  expect(wasUnfolded({ ...notBegun, ran: true })).toBe(true);
  expect(wasUnfolded({ ...notBegun, checked: 'a' })).toBe(true);
  expect(wasUnfolded({ ...notBegun, conclusion: 'so' })).toBe(true);
});
