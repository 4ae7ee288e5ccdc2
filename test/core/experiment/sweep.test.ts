import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { sweep, type SweepAxis } from '../../../core/experiment/sweep.ts';
import { bowl } from '../../support/experiments.ts';

const base = bowl();

describe('a sweep', () => {
  test('takes every combination, the last axis fastest, and nothing else changes', () => {
    const points = sweep(base, [
      { path: 'lr', values: [0.1, 0.2] },
      { path: 'problem.objective.params.lambda1', values: [1, 2, 3] },
    ]);
    expect(points.map(({ at }) => at)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    const { config } = points[5]!;
    expect(config).toEqual({
      ...base,
      lr: 0.2,
      problem: {
        ...base.problem,
        objective: { id: 'quadratic-bowl', params: { lambda1: 3, lambda2: 0.05 } },
      },
    });
    expect(base.lr).toBe(0.1);
  });

  test('may take whole members, starts and seeds', () => {
    const points = sweep(base, [
      { path: 'optimizer', values: [{ id: 'sgd' }, { id: 'adam', params: { beta1: 0.5 } }] },
      { path: 'problem.start.1', values: [7] },
      { path: 'seed', values: [4] },
    ]);
    expect(points.map(({ config }) => [config.optimizer.id, config.seed])).toEqual([
      ['sgd', 4],
      ['adam', 4],
    ]);
    expect(points[0]!.config.problem).toMatchObject({ start: [1, 7] });
  });

  test('without axes it is the run itself', () => {
    expect(sweep(base, [])).toEqual([{ at: [], config: base }]);
  });

  test.each<readonly [SweepAxis[], string]>([
    [[{ path: 'momentum', values: [1] }], 'sweep'],
    [[{ path: 'lr.x', values: [1] }], 'sweep'],
    [[{ path: 'lr', values: [] }], 'sweep'],
    [[{ path: 'lr', values: [-1] }], 'lr'],
    [[{ path: 'seed', values: Array.from({ length: 10_001 }, (_, i) => i) }], 'sweep'],
  ])('refuses what is not there or cannot run: %j', (axes, path) => {
    let refusal: unknown;
    try {
      sweep(base, axes);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(ConfigError);
    expect((refusal as ConfigError).path).toBe(path);
  });
});
