import { expect, it } from 'vitest';
import { notBegun, type LessonProgress } from '../../../electron/ipc/lesson-progress.ts';
import { lacking, stoppedAt } from '../../../renderer/src/lessons/given.ts';
import { sectionNames } from '../../../renderer/src/lessons/sections.ts';

const done: LessonProgress = { ...notBegun, ran: true, checked: 'a', conclusion: 'so' };

it('one stops where one has read last', () => {
  for (const section of sectionNames) {
    expect(stoppedAt({ ...notBegun, section })).toBe(section);
  }
});

it('one does not stop at what has been given', () => {
  expect(stoppedAt({ ...notBegun, section: 'predict', predicted: 'a' })).toBe('run');
  expect(stoppedAt({ ...notBegun, section: 'run', predicted: 'a', ran: true })).toBe('seen');
  expect(stoppedAt({ ...notBegun, section: 'check', checked: 'a' })).toBe('challenge');
  const met = { ...notBegun, ran: true, checked: 'a', met: true, section: 'challenge' } as const;
  expect(stoppedAt(met)).toBe('conclusion');
  expect(stoppedAt({ ...met, met: false })).toBe('challenge');
});

it('where everything behind has been given, one goes on at what is lacking', () => {
  const end = { ...done, met: true, section: 'challenge' } as const;
  expect(stoppedAt({ ...end, checked: null })).toBe('check');
  expect(stoppedAt({ ...end, ran: false, checked: null })).toBe('run');
});

it('a lesson that is done is opened where it was left', () => {
  expect(stoppedAt({ ...done, section: 'run' })).toBe('run');
});

it('says in the order of reading what a lesson lacks', () => {
  expect(lacking(notBegun)).toBe('run');
  expect(lacking({ ...done, conclusion: '', checked: null })).toBe('check');
  expect(lacking({ ...done, conclusion: '' })).toBe('conclusion');
  expect(lacking(done)).toBeNull();
});
