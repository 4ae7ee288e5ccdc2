import { beforeEach, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { endNotes, type Ended } from '../../../renderer/src/i18n/end-notes.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

const heldPoint = (): undefined => undefined;

function ended(name: string, config: ExperimentConfig): Ended {
  const step = config.totalSteps;
  return {
    name,
    config,
    run: { state: 'finished', reason: 'max-steps', step, result: null, heldPoint },
  };
}

const decaying = (decay: number): ExperimentConfig =>
  parseExperimentConfig({
    ...bowl({ totalSteps: 1000, lr: 0.1 }),
    schedule: { id: 'literal-recurrence', params: { decay } },
  });

test('a run whose rate died out is told in numbers why it lost, and what to do', () => {
  const [note, ...others] = endNotes(
    [ended('fast', decaying(0.1)), ended('steady', bowl({ totalSteps: 1000 }))],
    false,
  );
  expect(others).toEqual([]);
  expect(note!.title).toBe('Frozen: the decay was too fast.');
  // 0.1 (1 + 1/1.1 + 1/(1.1 · 1.2) + …) = 0.433, of which 0.191 by step 2 and 0.267 by step 3; needed are ln 100/0.05 = 92.1.
  expect(note!.words).toMatch(/^fast: the rate died out before it arrived\. How far a run gets /);
  expect(note!.words).toMatch(
    /Half of that sum was spent by step 3 of 1\s000, and all of it is 0\.47\s% of what /,
  );
  expect(note!.words).toMatch(/About 98\s% of that error is left/);
  expect(note!.words).toMatch(/Let η fall more slowly, or begin higher\.$/);
});

test('where there is little room it is told without how it comes', () => {
  const [note] = endNotes([ended('fast', decaying(0.1))], false, { room: 'brief' });
  expect(note).toMatchObject({
    title: 'Frozen: the decay was too fast.',
    words: 'fast: the rate died out before it arrived. Let η fall more slowly, or begin higher.',
  });
});

test('where there is room for a title only, the table says which runs froze', () => {
  const runs = [0.1, 0.5].map((decay) => ended(`decay ${decay}`, decaying(decay)));
  expect(endNotes(runs, false, { room: 'title' })).toEqual([
    { title: 'Frozen: the decay was too fast.', words: '', marked: true },
  ]);
});

test('of many that froze it is said once', () => {
  const notes = endNotes(
    [0.1, 0.2, 0.5].map((decay) => ended(`decay ${decay}`, decaying(decay))),
    false,
  );
  expect(notes).toHaveLength(1);
  expect(notes[0]!.words).toMatch(/^decay 0\.1, decay 0\.2, decay 0\.5: their rates died out/);
});

test('a plan, and a run under way, have not frozen', () => {
  const { run, ...plan } = ended('fast', decaying(0.1));
  expect(endNotes([{ ...plan, run: null }], false)).toEqual([]);
  expect(endNotes([{ ...plan, run: { ...run!, state: 'running', reason: null } }], false)).toEqual(
    [],
  );
});
