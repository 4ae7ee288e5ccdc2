import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { Challenge } from './lesson.ts';

/** What of a try is compared with what it began with: all but what may be changed. */
type Rest = (config: ExperimentConfig) => unknown;

export const allButRate: Rest = (config) => ({ ...config, lr: null });

/** All but one parameter of the optimizer. */
export const allButParameter =
  (parameter: string): Rest =>
  ({ optimizer, ...others }) => [others, optimizer.id, { ...optimizer.params, [parameter]: null }];

/** All but the rate and one parameter of the optimizer. */
export const allButRateAnd =
  (parameter: string): Rest =>
  ({ lr: _, ...others }) =>
    allButParameter(parameter)({ ...others, lr: 0 });

/** All but the schedule, and what it counts and looks at. */
export const allButSchedule: Rest = (config) => ({
  ...config,
  schedule: null,
  scheduleUnit: null,
  scheduleStart: null,
  scheduleMetric: null,
  stepsPerEpoch: null,
});

/**
 * Judges tries that leave the rest as it began; others have broken the terms, and nothing of them is measured. Both
 * are compared in their normal form: a draft writes the same fields in another order.
 */
export function under(
  rest: Rest,
  begun: ExperimentConfig,
  judge: Challenge['judge'],
): Challenge['judge'] {
  const termsOf = (config: ExperimentConfig): string =>
    JSON.stringify(rest(parseExperimentConfig(config)));
  const terms = termsOf(begun);
  return (config, assets) =>
    termsOf(config) === terms ? judge(config, assets) : { met: false, measured: null };
}
