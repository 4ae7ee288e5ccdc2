import type { ParamSpecs } from '../../../core/params.ts';

/** Those of the parameters that have these names, in their own order. */
export function specsNamed(specs: ParamSpecs, names: readonly string[]): ParamSpecs {
  return Object.fromEntries(Object.entries(specs).filter(([name]) => names.includes(name)));
}
