import { beforeEach, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { divergedBeforeFork } from '../../../renderer/src/i18n/fork-words.ts';
import { bowl } from '../../support/experiments.ts';

const from = bowl({ lr: 2.5 });
const fork = parseExperimentConfig({ ...from, lr: 0.0195, fork: { step: 300, from } });
const forkOfFork = parseExperimentConfig({ ...fork, lr: 9, fork: { step: 900, from: fork } });

beforeEach(() => setLocale('en'));

test('a fork of a run that diverged first did nothing itself', () => {
  for (const step of [161, 300]) {
    const words = divergedBeforeFork('cosine', fork, step);
    expect(words).toContain('cosine: the run it leaves (η₀ = 2.5) diverged before step 300');
  }
  expect(divergedBeforeFork('cosine', forkOfFork, 161)).toContain('η₀ = 2.5');
  expect(divergedBeforeFork('cosine', forkOfFork, 700)).toContain('η₀ = 0.0195');
});

test('what diverges after the fork is its own doing, and so is that of a run that is no fork', () => {
  expect(divergedBeforeFork('cosine', fork, 301)).toBeNull();
  expect(divergedBeforeFork('constant', from, 161)).toBeNull();
});
