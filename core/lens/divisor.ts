import { isNumber, type Evaluator } from './evaluate.ts';
import { mentions, within, type Expression } from './nodes.ts';

/** The constants of `numerator / (1 + k·counter)`, wherever it stands in an expression. */
export interface Divisor {
  readonly numerator: number | null;
  readonly decay: number;
}

/**
 * Finds `… / (1 + k·counter)` and works k out as what the divisor grows by when the counter does; null
 * where there is none, or where it does not grow evenly.
 */
export function divisorIn(node: Expression, counter: string, machine: Evaluator): Divisor | null {
  for (const part of within(node)) {
    if (part.kind !== 'operation' || part.operator !== '/') continue;
    const at = (n: number): number => {
      const kept = machine.variables.get(counter);
      machine.variables.set(counter, n);
      const value = machine.value(part.right);
      if (kept === undefined) machine.variables.delete(counter);
      else machine.variables.set(counter, kept);
      return isNumber(value) ? value : NaN;
    };
    const [first, second, third] = [at(0), at(1), at(2)];
    const decay = second - first;
    if (!(decay > 0) || Math.abs(third - second - decay) > 1e-9 * decay) continue;
    const left = mentions(part.left, counter) ? null : machine.value(part.left);
    const numerator = left !== null && isNumber(left) ? left : null;
    // 1 + k·(counter + 1) begins at 1 + k; the k is the same. What begins elsewhere is another divisor.
    const begins = [1, 1 + decay].some((start) => Math.abs(first - start) <= 1e-9 * start);
    if (begins && Number.isFinite(decay)) return { numerator, decay: tidy(decay) };
  }
  return null;
}

/** Without the rounding that subtracting 1 left behind. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
