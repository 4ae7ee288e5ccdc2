/** Several valleys: the start decides, saddles hold, noise and decay anneal. */
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import type { Values } from '../../../core/params.ts';
import type { ScheduleId } from '../../../core/schedules/index.ts';
import { scheduled } from '../../support/chains.ts';
import { expectPrinted } from './printed.ts';
import { mean, objective, updatesUntil, Walk } from './walk.ts';

const well = objective('tilted-double-well', { tilt: 0.1 });
const end = (start: number, rate: number, steps = 5000): Walk =>
  new Walk({ objective: well, start: [start], rate }).advance(steps);

describe('the tilted double well', () => {
  test('minima at −1.0467 (f = −.1024) and .9456 (f = .0974), with curvatures 2.287 and 1.683', () => {
    const [left, right] = [end(-1, 0.05), end(1, 0.05)];
    expectPrinted(
      [left.x[0]!, left.loss, right.x[0]!, right.loss],
      '-1.0467 -0.1024 0.9456 0.0974',
    );
    const curvatures = [left, right].map(({ x }) => {
      const out = new Float64Array(1);
      well.hessian(x, out);
      return out[0]!;
    });
    expectPrinted(curvatures, '2.287 1.683');
    expectPrinted(
      curvatures.map((curvature) => 2 / curvature),
      '0.875 1.19',
    );
  });

  test('the answer depends on the start: from .10 left, from .12 right', () => {
    expect(end(0.1, 0.05).x[0]!).toBeLessThan(-1);
    expect(end(0.12, 0.05).x[0]!).toBeGreaterThan(0.9);
  });

  test('from 1.6: η ≤ .3 ends right, .6 and .7 end left, .9 cycles', () => {
    for (const rate of [0.05, 0.1, 0.2, 0.3]) expectPrinted(end(1.6, rate).x[0]!, '0.9456');
    for (const rate of [0.6, 0.7]) expectPrinted(end(1.6, rate).x[0]!, '-1.0467');
    const cycling = end(1.6, 0.9);
    const here = cycling.x[0]!;
    expect(Math.abs(cycling.advance().x[0]! - here)).toBeGreaterThan(0.1);
    expect(cycling.advance().x[0]).toBeCloseTo(here, 9);
  });
});

describe('the saddle (x² − y²)/2 + y⁴/4, η = .1', () => {
  const from = (y: number): Walk =>
    new Walk({ objective: objective('curved-saddle'), start: [1, y], rate: 0.1 });

  test('on the axis it ends exactly on the saddle', () => {
    const walk = from(0).advance(10_000);
    expect(walk.x[1]).toBe(0);
    expect(Math.abs(walk.x[0]!)).toBeLessThan(1e-300);
  });

  test.each([
    [1e-12, 291],
    [1e-8, 194],
    [1e-4, 98],
    [1e-2, 49],
  ])('%s off the axis it has left, f < −.2, after %s updates', (y, updates) => {
    expect(updatesUntil(from(y), ({ loss }) => loss < -0.2, 1000)).toBe(updates);
  });
});

describe('annealing: from the worse valley with σ = 1, 2,000 updates, 400 runs with seeds 1 … 400', () => {
  const STEPS = 2000;
  /** Between the valleys f has its maximum at x = .1010. */
  const RIDGE = 0.101;
  const outcome = (rate: (t: number) => number): { better: number; loss: number } => {
    const walks = Array.from({ length: 400 }, (_, i) =>
      new Walk({ objective: well, start: [0.95], rate, noise: 1, rng: mulberry32(i + 1) }).advance(
        STEPS,
      ),
    );
    return {
      better: mean(walks.map(({ x }) => (x[0]! < RIDGE ? 100 : 0))),
      loss: mean(walks.map(({ loss }) => loss)),
    };
  };
  const from = (id: ScheduleId, params: Values = {}): ((t: number) => number) =>
    scheduled(id, params, 0.2, STEPS).lr;

  test.each<[string, (t: number) => number, string, string?]>([
    ['constant .02', () => 0.02, '0', '0.1026'],
    ['constant .2', () => 0.2, '85.0', '0.0131'],
    ['linear from .2', from('linear', { startFactor: 1, endFactor: 0 }), '93.8', '-0.0886'],
    ['cosine from .2', from('cosine'), '92.5', '-0.0864'],
    ['inverse time, k = .01', from('inverse-time', { decay: 0.01 }), '31.0'],
    ['literal recurrence, k = .01', from('literal-recurrence', { decay: 0.01 }), '5.8'],
  ])('%s', (_name, rate, better, loss) => {
    const found = outcome(rate);
    expectPrinted(found.better, better);
    if (loss) expectPrinted(found.loss, loss);
  });
});
