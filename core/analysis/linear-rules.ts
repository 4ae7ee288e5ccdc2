import { weightDecayOf } from '../optimizers/weight-decay.ts';
import type { Choice, Values } from '../params.ts';
import { plainRule, type LinearRule } from './linear-rule.ts';

/** The rule of an update; `momentum` is this update's β where a schedule cycles it, else null. */
export type LinearRuleAt = (momentum: number | null) => LinearRule;

/** The optimizers that are linear in the gradient. */
const linearRules: Readonly<Record<string, (params: Values) => LinearRuleAt>> = {
  sgd: (params) => () => ({ ...plainRule, l2: params['weightDecay'] as number }),

  momentum: (params) => (cycled) => ({
    ...plainRule,
    ...decayAndRate(params),
    memory: cycled ?? (params['momentum'] as number),
    intake: 1 - (params['dampening'] as number),
  }),

  nesterov: (params) => (cycled) => {
    const beta = cycled ?? (params['momentum'] as number);
    return { ...plainRule, ...decayAndRate(params), memory: beta, viaMemory: beta, direct: 1 };
  },
};

/** The linear rule of an optimizer, or null where it divides by, or takes signs of, what it remembers. */
export function linearRuleOf({ id, params }: Choice): LinearRuleAt | null {
  return linearRules[id]?.(params) ?? null;
}

/** What the dialects of the momentum methods differ in. */
function decayAndRate(params: Values): Pick<LinearRule, 'l2' | 'decoupled' | 'rateInside'> {
  const dialect = params['dialect'] as string;
  const { coupled, decoupled } = weightDecayOf(params['weightDecay'] as number, dialect);
  return { l2: coupled, decoupled, rateInside: dialect === 'keras' };
}
