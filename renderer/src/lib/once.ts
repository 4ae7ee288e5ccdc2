import type { ExperimentConfig } from '../../../core/experiment/config.ts';

/** Settings that are equal to one of the last so many are not computed again. */
const MOST_KEPT = 8;

/**
 * A function of a configuration that is computed once for each: charts ask for the same theory at every
 * frame. Configurations are never changed, only replaced; one that is replaced by its equal, as at the start of
 * a run, is known by what it says, as far as the function depends on it.
 */
export function once<T>(
  compute: (config: ExperimentConfig) => T,
  dependsOn: (config: ExperimentConfig) => unknown = (config) => config,
): (config: ExperimentConfig) => T {
  const known = new WeakMap<ExperimentConfig, { readonly value: T }>();
  const equal = new Map<string, { readonly value: T }>();
  const find = (config: ExperimentConfig): { readonly value: T } => {
    // A model may be given with a million numbers, and has no theory that would take long.
    if (config.problem.kind === 'model') return { value: compute(config) };
    const key = JSON.stringify(dependsOn(config));
    const found = equal.get(key) ?? { value: compute(config) };
    equal.delete(key);
    equal.set(key, found);
    if (equal.size > MOST_KEPT) equal.delete(equal.keys().next().value!);
    return found;
  };
  return (config) => {
    let found = known.get(config);
    if (!found) known.set(config, (found = find(config)));
    return found.value;
  };
}
