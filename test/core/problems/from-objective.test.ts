import { expect, test } from 'vitest';
import { quadraticBowl } from '../../../core/objectives/quadratic-bowl.ts';
import { stream } from '../../../core/math/rng.ts';
import { problemFromObjective } from '../../../core/problems/from-objective.ts';
import { createStreams } from '../../../core/training/streams.ts';

const bowl = quadraticBowl.create({ lambda1: 1, lambda2: 0.05 });

test('noise is σ times a normal of the stream "noise", coordinate by coordinate; the loss stays exact', () => {
  const problem = problemFromObjective(bowl, [1, 1], 2, 1);
  const grad = new Float64Array(2);
  const loss = problem.next(Float64Array.of(1, 1), grad, null, createStreams(5));
  const noise = stream(5, 'noise');
  expect(loss).toBe(0.525);
  expect([...grad]).toEqual([1 + 2 * noise.normal(), 0.05 + 2 * noise.normal()]);
});

test('without noise nothing is drawn', () => {
  const streams = createStreams(5);
  const before = streams.noise.state();
  const grad = new Float64Array(2);
  problemFromObjective(bowl, [1, 1], 0, 1).next(Float64Array.of(1, 1), grad, null, streams);
  expect(streams.noise.state()).toEqual(before);
});
