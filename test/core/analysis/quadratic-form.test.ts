import { describe, expect, test } from 'vitest';
import { coordinates, directions, quadraticForm } from '../../../core/analysis/quadratic-form.ts';
import { objectives } from '../../../core/objectives/index.ts';
import type { Objective } from '../../../core/objectives/objective.ts';
import { quadraticBowl } from '../../../core/objectives/quadratic-bowl.ts';
import { defaultParams } from '../../../core/params.ts';

/** f = 5 + ½ (λ₁ u² + λ₂ v²), with u and v along axes turned by `angle`, around (1, −2). */
function turned(lambda1: number, lambda2: number, angle: number): Objective {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return {
    dim: 2,
    start: [3, 0.5],
    domain: [
      [-4, 4],
      [-4, 4],
    ],
    minima: [[1, -2]],
    valueAndGrad(x, grad) {
      const [dx, dy] = [x[0]! - 1, x[1]! + 2];
      const [u, v] = [c * dx + s * dy, -s * dx + c * dy];
      grad[0] = lambda1 * u * c - lambda2 * v * s;
      grad[1] = lambda1 * u * s + lambda2 * v * c;
      return 5 + 0.5 * (lambda1 * u * u + lambda2 * v * v);
    },
    hessian(_x, out) {
      out[0] = lambda1 * c * c + lambda2 * s * s;
      out[1] = out[2] = (lambda1 - lambda2) * c * s;
      out[3] = lambda1 * s * s + lambda2 * c * c;
    },
  };
}

describe('a turned and shifted quadratic', () => {
  const form = quadraticForm(turned(10, 0.5, 0.7))!;

  test('gives its curvatures, its centre and its value there', () => {
    expect(form.curvatures[0]).toBeCloseTo(10, 12);
    expect(form.curvatures[1]).toBeCloseTo(0.5, 12);
    expect(form.centre[0]).toBeCloseTo(1, 12);
    expect(form.centre[1]).toBeCloseTo(-2, 12);
    expect(form.value).toBeCloseTo(5, 12);
  });

  test('splits the start along its axes: the loss is the sum over the directions', () => {
    const along = directions(form, [3, 0.5]);
    const loss = along.reduce((sum, { curvature, start }) => sum + 0.5 * curvature * start ** 2, 5);
    const scratch = new Float64Array(2);
    expect(loss).toBeCloseTo(
      turned(10, 0.5, 0.7).valueAndGrad(Float64Array.of(3, 0.5), scratch),
      12,
    );
    const origin = coordinates(form, [0, 0]);
    along.forEach(({ centre }, i) => expect(centre).toBeCloseTo(-origin[i]!, 12));
  });
});

test('with their defaults, these and no others of the registry are quadratics', () => {
  const forms = Object.values(objectives).flatMap((spec) => {
    const form = quadraticForm(spec.create(defaultParams(spec.params) as never));
    return form ? [spec.id] : [];
  });
  expect(forms.sort()).toEqual(
    [
      'booth',
      'formula',
      'parabola',
      'quadratic',
      'quadratic-bowl',
      'saddle',
      'shifted-parabola',
    ].sort(),
  );
});

test('turned by a seed, with a flat direction: the eigenvalues come back', () => {
  const spec = objectives.quadratic;
  const eigenvalues = [3, 0, 0.02, 11];
  const form = quadraticForm(spec.create({ eigenvalues, angle: 0, seed: 5 }))!;
  form.curvatures.forEach((curvature, i) => {
    expect(curvature).toBeCloseTo([11, 3, 0.02, 0][i]!, 12);
  });
  expect(form.value).toBeCloseTo(0, 12);
});

test('the bowl keeps its curvatures to the bit', () => {
  const form = quadraticForm(quadraticBowl.create({ lambda1: 1, lambda2: 0.05 }))!;
  expect(form.curvatures).toEqual([1, 0.05]);
  expect(directions(form, [1, 1])).toEqual([
    { curvature: 1, start: 1, centre: 0 },
    { curvature: 0.05, start: 1, centre: 0 },
  ]);
});

test('a saddle is a quadratic, too; a plane, a quartic and a kink are none', () => {
  expect(quadraticForm(turned(2, -2, 0.3))!.curvatures[1]).toBeCloseTo(-2, 12);
  const oneDimensional = (
    f: (x: number) => number,
    df: (x: number) => number,
    ddf: (x: number) => number,
  ): Objective => ({
    dim: 1,
    start: [2],
    domain: [[-3, 3]],
    minima: [[0]],
    valueAndGrad(x, grad) {
      grad[0] = df(x[0]!);
      return f(x[0]!);
    },
    hessian(x, out) {
      out[0] = ddf(x[0]!);
    },
  });
  const quartic = oneDimensional(
    (x) => x ** 4 / 4,
    (x) => x ** 3,
    (x) => 3 * x * x,
  );
  const kink = oneDimensional(Math.abs, Math.sign, () => 0);
  const twoSlopes = oneDimensional(
    (x) => (x > 0 ? 1 : 5) * 0.5 * x * x,
    (x) => (x > 0 ? 1 : 5) * x,
    (x) => (x > 0 ? 1 : 5),
  );
  for (const none of [quartic, kink, twoSlopes]) expect(quadraticForm(none)).toBeNull();
});
