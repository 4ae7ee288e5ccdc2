import { expect } from 'vitest';
import { prepareEvaluation } from '../../core/formula/evaluate.ts';
import { parseFormula } from '../../core/formula/parse.ts';
import { readHessian } from '../../core/math/dual.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import type { Objective } from '../../core/objectives/objective.ts';

const POINTS = 1000;

/**
 * Value, gradient and Hessian written by hand against the same function typed as a formula, whose
 * derivatives come from dual numbers, at 1,000 points of the domain. Compared are lengths of differences:
 * |Δf| to 1e-12 (1 + |f|), ‖Δ∇f‖ to 1e-12 (1 + ‖∇f‖) and, in the Frobenius norm, ‖Δ∇²f‖ to
 * 1e-12 (1 + the smaller of ‖∇f‖ and ‖∇²f‖): where the slope is small the curvature has no excuse.
 * Points for which `avoid` holds (kinks) are drawn again.
 */
export function expectDerivatives(
  objective: Objective,
  text: string,
  variables: readonly string[] = ['x', 'y'].slice(0, objective.dim),
  avoid: (x: Float64Array) => boolean = () => false,
): void {
  const n = objective.dim;
  const formula = prepareEvaluation(parseFormula(text, variables), n, 2);
  const rng = mulberry32(2026);
  const grad = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const exact = new Float64Array(n * n);
  const draw = (): Float64Array => {
    const x = Float64Array.from(objective.domain, ([lo, hi]) => lo + (hi - lo) * rng.uniform());
    return avoid(x) ? draw() : x;
  };
  for (let trial = 0; trial < POINTS; trial++) {
    const x = draw();
    const f = objective.valueAndGrad(x, grad);
    objective.hessian(x, hessian);
    const dual = formula.at(x);
    readHessian(dual, n, exact);
    const slope = Math.hypot(...grad);
    const least = Math.min(slope, Math.hypot(...exact));
    const where = `at ${x.join(', ')}`;
    expect(Math.abs(f - dual[0]!), `value ${where}`).toBeLessThan(1e-12 * (1 + Math.abs(f)));
    expect(distance(grad, dual.subarray(1, 1 + n)), `gradient ${where}`).toBeLessThan(
      1e-12 * (1 + slope),
    );
    expect(distance(hessian, exact), `Hessian ${where}`).toBeLessThan(1e-12 * (1 + least));
  }
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}
