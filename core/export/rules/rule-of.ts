import type { ParamSpecs, ParamValues } from '../../params.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Writes the closed rule of a schedule with the given values. */
export type RuleOf<Spec extends { readonly params: ParamSpecs }> = (
  values: ParamValues<Spec['params']>,
  context: RuleContext,
) => Rule;
