import { expect, test } from 'vitest';
import { sweepCurve, type SweepCurve } from '../../../core/analysis/sweep-curve.ts';
import type { TrialResult } from '../../../core/training/run-trial.ts';
import { sweepSettings } from '../../../renderer/src/lib/sweep-settings.ts';
import type { SweepJob } from '../../../renderer/src/state/sweep-job.ts';
import { beyond, edgeOf, outlookOf, widened } from '../../../renderer/src/state/wider-sweep.ts';
import { bowl } from '../../support/experiments.ts';

/** A training whose tail is at `loss`; it began at 10. */
function end(loss: number): TrialResult {
  const result = { finalLoss: loss, tail: { steps: 1, means: [loss] } };
  return { outcome: { status: 'finished' }, firstLoss: 10, result } as never;
}

const curveOf = (losses: readonly number[], values = losses.map((_, i) => i + 1)) =>
  sweepCurve(values, losses.map(end));

function jobOf(values: readonly number[], path = 'lr', optimizer = 'momentum'): SweepJob {
  const config = bowl({
    optimizer: { id: optimizer, params: optimizer === 'adam' ? {} : { beta: 0.9 } },
  });
  const setting = sweepSettings(config).find((one) => one.path === path)!;
  const plan = { kind: 'sweep', bases: [config, config], path, values } as const;
  const lines = [0, 1].map((slot) => ({ slot, config }));
  return { mode: 'race', plan, setting, values, lines, kept: [] };
}

test('a curve asks for more on the side where it is best, and for smaller rates where none is', () => {
  expect(edgeOf(curveOf([3, 2, 1]), 'lr')).toEqual({ below: false, above: true });
  expect(edgeOf(curveOf([1, 2, 3]), 'lr')).toEqual({ below: true, above: false });
  expect(edgeOf(curveOf([2, 1, 3]), 'lr')).toEqual({ below: false, above: false });
  expect(edgeOf(curveOf([20, 30]), 'lr')).toEqual({ below: true, above: false });
  expect(edgeOf(curveOf([20, 30]), 'problem.noise')).toEqual({ below: false, above: false });
  expect(edgeOf(curveOf([1]), 'lr')).toEqual({ below: false, above: false });
});

test('a race goes on to both sides where its runs ask for both', () => {
  const values = [0.1, 1, 10];
  const job = jobOf(values);
  const found = beyond(job, [curveOf([1, 2, 3], values), curveOf([3, 2, 1], values)]);
  expect(found).toEqual({ below: [0.01], above: [100] });
});

test('on a linear scale it goes on by half of its range, no further than the setting may be', () => {
  const values = [0, 0.2, 0.4, 0.6, 0.8];
  const job = jobOf(values, 'problem.noise');
  expect(beyond(job, [curveOf([5, 4, 3, 2, 1], values)])).toEqual({ below: [], above: [1, 1.2] });
  expect(beyond(job, [curveOf([1, 2, 3, 4, 5], values)])).toEqual({ below: [], above: [] });
});

test('two hundred values are enough', () => {
  const values = Array.from({ length: 190 }, (_, i) => 1.1 ** i);
  const losses = values.map((_, i) => 9 - i / 100);
  expect(beyond(jobOf(values), [curveOf(losses, values)])).toEqual({ below: [], above: [] });
});

test('what lies beyond an edge is told from the setting, not from what is offered', () => {
  const values = [0.1, 1, 10];
  const job = jobOf(values);
  const [high, inside, none] = [
    [3, 2, 1],
    [2, 1, 3],
    [20, 30, 40],
  ].map((losses) => curveOf(losses, values)) as [SweepCurve, SweepCurve, SweepCurve];
  const outlook = (curve: SweepCurve) => outlookOf(job, curve, beyond(job, [curve]));
  expect([high, inside, none].map(outlook)).toEqual(['beyond', null, 'lower']);
  // Cancelled, or as many values as a sweep may have: nothing is offered.
  expect([high, inside, none].map((one) => outlookOf(job, one, null))).toEqual([
    'edge',
    null,
    null,
  ]);
  // What is offered is for another curve, on the other side.
  expect(outlookOf(job, high, { below: [0.01], above: [] })).toBe('edge');
  // No noise is below none.
  const noise = jobOf([0, 0.2, 0.4], 'problem.noise');
  const least = curveOf([1, 2, 3], [...noise.values]);
  expect(outlookOf(noise, least, null)).toBe('end');
  // The sweep was cancelled before it got to the values beyond.
  const early = jobOf([0, 0.2, 0.4], 'problem.noise');
  expect(outlookOf(early, sweepCurve(early.values, [null, end(1), end(2)]), null)).toBe('edge');
});

test('what has ended is kept for every line, and only the rest is asked for', () => {
  const job = jobOf([1, 2]);
  const ends = [
    [end(1), end(2)],
    [end(3), null],
  ];
  const wider = widened(job, ends, { below: [0.5], above: [] });
  expect(wider.values).toEqual([0.5, 1, 2]);
  // Value 2 has not ended in one of the lines.
  expect(wider.plan).toMatchObject({ values: [0.5, 2] });
  expect(wider.kept.map((line) => [...line.keys()])).toEqual([[1, 2], [1]]);
  expect(wider.kept[1]!.get(1)).toBe(ends[1]![0]);
});
