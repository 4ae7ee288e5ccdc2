import { parseMember } from '../../../core/experiment/parse-choice.ts';
import { objectiveIds, objectives as registry } from '../../../core/objectives/index.ts';
import { judgeCase, usingAll, type CaseResult } from '../case-result.ts';
import { Recorded } from '../comparison.ts';
import type { ObjectiveCase, ReferenceFile } from '../format.ts';
import { objectiveChoice } from '../objective-ids.ts';

/** Test functions: value, gradient and Hessian at given points; known minima. */
export function objectives({ cases }: ReferenceFile): readonly CaseResult[] {
  return (cases as unknown as readonly ObjectiveCase[]).map((given) =>
    judgeCase(given.id, () => compare(given)),
  );
}

function compare(given: ObjectiveCase): Recorded {
  const choice = usingAll(given.objectiveParams ?? {}, (all) =>
    objectiveChoice(given.objective, all as Readonly<Record<string, number>>),
  );
  const { id, params } = parseMember(choice, given.objective, objectiveIds, registry);
  const objective = registry[id].create(params as never);
  const { dim } = objective;
  const grad = new Float64Array(dim);
  const hessian = new Float64Array(dim * dim);
  const result = new Recorded(given.tolerance);
  const columns = given.columns.map((column, i) => [column, i] as const);

  given.rows.forEach((row, r) => {
    const at = (name: string): number => row[given.columns.indexOf(name)] ?? NaN;
    const point = Float64Array.of(at('x'), at('y'));
    const f = objective.valueAndGrad(point, grad);
    objective.hessian(point, hessian);
    const [gx = NaN, gy = NaN] = grad;
    const [hxx = NaN, hxy = NaN, hyx = NaN, hyy = NaN] = hessian;
    const computed: Readonly<Record<string, number>> = {
      ...{ x: point[0]!, y: point[1]!, f },
      ...{ gx, gy },
      ...{ hxx, hxy, hyx, hyy },
    };
    for (const [column, i] of columns) {
      const recorded = row[i];
      // At a cusp there is no curvature.
      if (recorded === null || recorded === undefined) continue;
      const value = computed[column];
      if (value === undefined) throw new RangeError(`no column is called '${column}'`);
      result.number(`${column} in row ${r}`, value, recorded);
    }
  });

  given.minima?.forEach((minimum, m) => {
    const [x = NaN, y = NaN, f = NaN] = minimum;
    const nearest = objective.minima.toSorted((a, b) => away(a, x, y) - away(b, x, y))[0] ?? [];
    result.number(`x of minimum ${m}`, nearest[0] ?? NaN, x);
    result.number(`y of minimum ${m}`, nearest[1] ?? NaN, y);
    const value = objective.valueAndGrad(Float64Array.from(nearest), grad);
    result.number(`f at minimum ${m}`, value, f);
  });
  return result;
}

const away = (point: readonly number[], x: number, y: number): number =>
  Math.hypot(point[0]! - x, point[1]! - y);
