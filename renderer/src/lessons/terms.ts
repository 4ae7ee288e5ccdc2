import type { ExperimentConfig } from '../../../core/experiment/config.ts';

/** Whether a try differs from what it began with in its rate and in one parameter of its optimizer at most. */
export function changesOnlyRateAnd(
  parameter: string,
  begun: ExperimentConfig,
  tried: ExperimentConfig,
): boolean {
  const rest = ({ lr: _, optimizer, ...others }: ExperimentConfig): string =>
    JSON.stringify([others, optimizer.id, { ...optimizer.params, [parameter]: null }]);
  return rest(begun) === rest(tried);
}
