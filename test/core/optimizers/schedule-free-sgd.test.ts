import { expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { scheduleFreeSgd } from '../../../core/optimizers/schedule-free-sgd.ts';
import { sgd } from '../../../core/optimizers/sgd.ts';
import {
  build,
  dialectDefaults,
  line,
  points,
  stream,
  written,
  type Descent,
} from '../../support/optimizer-walk.ts';

type ScheduleFree = ReturnType<typeof scheduleFreeSgd.create>;

/** The averaged point x at steps 0 … steps, one coordinate. */
function judged(optimizer: ScheduleFree, descent: Descent, steps: number): number[] {
  const state = optimizer.init(1);
  const out = new Float64Array(1);
  const path: number[] = [];
  for (const y of points(optimizer, descent, state)) {
    optimizer.evaluationPoint!(y, state, out);
    path.push(out[0]!);
    if (path.length > steps) break;
  }
  return path;
}

test('at a constant rate x is the mean of the fast points, y lies between', () => {
  // z = 4, 3, 1, −2;  x = 3, 2, 2/3;  y = ¼ z + ¾ x
  const descent = { start: [4], gradient: stream([1, 2, 3]), lr: 1 };
  const optimizer = build(scheduleFreeSgd, { momentum: 0.75 });
  [4, 3, 2, 2 / 3].forEach((x, s) => expect(judged(optimizer, descent, 3)[s]).toBeCloseTo(x, 14));
  const y = line(optimizer, descent, 3);
  [4, 3, 1.75, 0].forEach((x, s) => expect(y[s]).toBeCloseTo(x, 14));
});

test('the paper keeps the start in the mean', () => {
  const descent = { start: [4], gradient: stream([1, 2, 3]), lr: 1 };
  const optimizer = build(scheduleFreeSgd, { momentum: 0.75, dialect: 'paper' });
  // x = 3.5, 8/3, 1.5
  const x = judged(optimizer, descent, 3);
  [4, 3.5, 8 / 3, 1.5].forEach((value, s) => expect(x[s]).toBeCloseTo(value, 14));
  const y = line(optimizer, descent, 3);
  [4, 3.375, 2.25, 0.625].forEach((value, s) => expect(y[s]).toBeCloseTo(value, 14));
});

test('a point counts by the square of the largest rate so far; the paper counts all alike', () => {
  const descent = { start: [0], gradient: () => [-1], lr: (s: number) => [1, 3, 2][s]! };
  // z = 1, 4, 6 with weights 1, 9, 9
  const x = judged(build(scheduleFreeSgd), descent, 3);
  [0, 1, 37 / 10, 91 / 19].forEach((value, s) => expect(x[s]).toBeCloseTo(value, 14));
  const plain = judged(build(scheduleFreeSgd, { dialect: 'paper' }), descent, 3);
  [0, 1 / 2, 5 / 3, 11 / 4].forEach((value, s) => expect(plain[s]).toBeCloseTo(value, 14));
});

test('rates of zero at the start neither move nor count', () => {
  const descent = { start: [5], gradient: () => [1], lr: (s: number) => (s < 2 ? 0 : 1) };
  expect(judged(build(scheduleFreeSgd), descent, 3)).toEqual([5, 5, 5, 4]);
  expect(line(build(scheduleFreeSgd), descent, 3)).toEqual([5, 5, 5, 4]);
});

test('the form that never computes x gives the same points', () => {
  const slope = (x: number) => Math.sin(x) + x / 3;
  const [beta, eta] = [0.9, 0.3];
  const path = line(
    build(scheduleFreeSgd),
    { start: [2], gradient: (x) => [slope(x[0]!)], lr: eta },
    50,
  );
  let [y, z] = [2, 2];
  for (let t = 1; t <= 50; t++) {
    const g = slope(y);
    const c = 1 / t;
    y = (1 - c) * y + c * z + eta * (beta * (1 - c) - 1) * g;
    z -= eta * g;
    expect(path[t]).toBeCloseTo(y, 12);
  }
});

test('weight decay counts as gradient; a cycled momentum moves y', () => {
  const still = { start: [4], gradient: () => [0], lr: 0.5 };
  expect(line(build(scheduleFreeSgd, { weightDecay: 0.5 }), still, 1)).toEqual([4, 3]);
  const cycled = { start: [4], gradient: () => [1], lr: 1, momentum: (s: number) => [0.5, 0][s]! };
  // z = 3, 2;  x = 3, 2.5;  y = z where β = 0
  expect(line(build(scheduleFreeSgd), cycled, 2)).toEqual([4, 3, 2]);
});

test('what it was invented for: it ends closer than a decay that knew the end, wherever that is', () => {
  const meanSquare = (end: (gradient: Descent['gradient']) => number): number => {
    let sum = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const rng = mulberry32(seed);
      sum += end((x) => [x[0]! + rng.normal()]) ** 2;
    }
    return sum / 200;
  };
  for (const steps of [250, 1000]) {
    const linear = (step: number) => 1 - step / steps;
    const decayed = meanSquare(
      (gradient) => line(build(sgd), { start: [1], gradient, lr: linear }, steps)[steps]!,
    );
    const free = meanSquare(
      (gradient) => judged(build(scheduleFreeSgd), { start: [1], gradient, lr: 1 }, steps)[steps]!,
    );
    expect(free).toBeLessThan(0.8 * decayed);
    expect(free * steps).toBeLessThan(6);
  }
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(scheduleFreeSgd)).toEqual({ pytorch: {}, paper: {} });
});

test('its arithmetic gives the average no weight while the rate has been zero', () => {
  const share = (values: { dialect?: 'paper' }, at: Readonly<Record<string, number>>) =>
    written(scheduleFreeSgd, values, { t: 2, ...at })['c'];
  expect(share({}, { eta: 0, peak: 0 })).toBe('0');
  expect(share({}, { eta: 0.1, peak: 0 })).toBe('peak^2/total');
  expect(share({}, { eta: 0, peak: 0.1 })).toBe('peak^2/total');
  expect(share({ dialect: 'paper' }, { eta: 0, peak: 0 })).toBe('1/total');
});
