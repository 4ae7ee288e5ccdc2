import type { Choice, Values } from '../params.ts';
import { plainRule, type LinearRule } from './linear-rule.ts';

/** The rule of an update; `momentum` is this update's β where a schedule cycles it, else null. */
export type LinearRuleAt = (momentum: number | null) => LinearRule;

/** The optimizers that are linear in the gradient. */
const linearRules: Readonly<Record<string, (params: Values) => LinearRuleAt>> = {
  sgd: () => () => plainRule,
};

/** The linear rule of an optimizer, or null where it divides by, or takes signs of, what it remembers. */
export function linearRuleOf({ id, params }: Choice): LinearRuleAt | null {
  return linearRules[id]?.(params) ?? null;
}
