import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { Lab } from '../api.ts';
import { plainSymbol } from '../lib/plain-symbol.ts';
import { rateOf } from '../lib/theory.ts';
import { wholeSeries } from '../state/whole-series.ts';
import { mainLoss, type StageLine } from './stage-panes.ts';

/** The columns of a pane's table: one for each run, or one for each of a run's coordinates. */
export async function paneColumns(
  lab: Lab,
  pane: 'loss' | 'accuracy' | 'rate' | 'where',
  lines: readonly StageLine[],
  dim = 0,
): Promise<readonly CsvColumn[]> {
  const columns = lines.flatMap((line): Promise<CsvColumn>[] => {
    const { run, name, config } = line;
    if (!run) return pane === 'rate' ? [Promise.resolve(planned(line))] : [];
    const whole = (metric: MetricName, title: string): Promise<CsvColumn> =>
      wholeSeries(lab, run, metric, title);
    if (pane === 'where') {
      return Array.from({ length: dim }, (_, i) =>
        whole(`param/${i as 0 | 1}`, `${name}: ${plainSymbol(`\\theta_${i + 1}`)}`),
      );
    }
    const metrics = {
      loss: mainLoss(config),
      accuracy: 'eval/test_accuracy',
      rate: 'optim/lr',
    } as const;
    return [whole(metrics[pane], name)];
  });
  return Promise.all(columns);
}

/** The rates of a run that is only a plan, as far as they are known. */
function planned({ name, config }: StageLine): CsvColumn {
  const rate = rateOf(config);
  const steps = Array.from({ length: config.totalSteps }, (_, step) => step);
  const known = steps.flatMap((step) => {
    const value = rate(step);
    return value === null ? [] : [{ step, value }];
  });
  return {
    title: name,
    steps: known.map(({ step }) => step),
    values: known.map(({ value }) => value),
  };
}
