import { expect, test } from 'vitest';
import { presets } from '../../../core/experiment/presets.ts';
import { sameProblem } from '../../../renderer/src/lib/same-problem.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';

test('noise, batch, start and schedule leave the loss what it is', () => {
  const { problem } = bowl();
  const still = bowl({ problem: { ...problem, noise: 0, start: [3, 3] } as typeof problem });
  expect(sameProblem([bowl(), still, presets.tooLarge.runs[1].config])).toBe(true);
  const smallBatch = { ...shortDigits.problem, batchSize: 8 } as typeof shortDigits.problem;
  expect(sameProblem([shortDigits, { ...shortDigits, problem: smallBatch }])).toBe(true);
});

test('another objective, other constants of it, or a model are another loss', () => {
  const { problem } = bowl();
  if (problem.kind !== 'objective') throw new Error('The bowl is an objective.');
  const steeper = { ...problem.objective, params: { ...problem.objective.params, lambda1: 7 } };
  expect(sameProblem([bowl(), bowl({ problem: { ...problem, objective: steeper } })])).toBe(false);
  expect(sameProblem([bowl(), shortDigits])).toBe(false);
});
