import { parseMember } from '../../../core/experiment/parse-choice.ts';
import { lossIds, losses as registry } from '../../../core/losses/index.ts';
import { sumTerms, termWeight } from '../../../core/losses/reduction.ts';
import { judgeCase, type CaseResult } from '../case-result.ts';
import { Recorded } from '../comparison.ts';
import type { LossCase, ReferenceFile } from '../format.ts';
import { lossChoice } from '../loss-ids.ts';

/** Losses of single terms, their sum and mean, and the gradients of both. */
export function losses({ cases }: ReferenceFile): readonly CaseResult[] {
  return (cases as unknown as readonly LossCase[]).map((given) =>
    judgeCase(given.id, () => compare(given)),
  );
}

const widthOf = (rows: readonly (number | readonly number[])[]): number =>
  Array.isArray(rows[0]) ? rows[0].length : 1;

function compare(given: LossCase): Recorded {
  const { kind, params, predictions, targets, none, tolerance } = given;
  const result = new Recorded(tolerance);
  const rows = predictions.length;
  const outputs = widthOf(predictions);
  for (const reduction of ['mean', 'sum'] as const) {
    const { id, params: values } = parseMember(
      lossChoice(kind, params, reduction),
      kind,
      lossIds,
      registry,
    );
    const loss = registry[id].create(values as never, { outputs, targets: widthOf(targets) });
    const terms = new Float64Array(rows * loss.terms);
    const grad = new Float64Array(rows * outputs);
    const weight = termWeight(loss, rows);
    const sum = sumTerms(
      loss,
      Float64Array.from(predictions.flat()),
      Float64Array.from(targets.flat()),
      rows,
      outputs,
      weight,
      terms,
      grad,
      0,
    );
    if (none) result.list('none', terms, none);
    const recorded = given[reduction];
    if (!recorded) continue;
    result.number(reduction, sum * weight, recorded.value);
    result.list(`gradient of the ${reduction}`, grad, recorded.grad.flat());
  }
  return result;
}
