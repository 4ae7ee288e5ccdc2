import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { Lab } from '../api.ts';
import { plainSymbol } from '../lib/plain-symbol.ts';
import { rateOf } from '../lib/theory.ts';
import { wholeSeries } from '../state/whole-series.ts';
import { mainLoss, type StageLine, type TravelAxis } from './stage-panes.ts';

interface ColumnOptions {
  /** How many coordinates a point of the map has. */
  readonly dim?: number;
  /** On an axis of travel each run has a column of it before its own. */
  readonly along?: TravelAxis | null;
}

/** The columns of a pane's table: one for each run, or one for each of a run's coordinates. */
export async function paneColumns(
  lab: Lab,
  pane: 'loss' | 'accuracy' | 'rate' | 'where',
  lines: readonly StageLine[],
  { dim = 0, along = null }: ColumnOptions = {},
): Promise<readonly CsvColumn[]> {
  const columns = lines.flatMap((line): Promise<CsvColumn>[] => {
    const { run, name, config } = line;
    const travel = along ? [Promise.resolve(travelled(line, along))] : [];
    if (!run) return pane === 'rate' ? [...travel, Promise.resolve(planned(line))] : [];
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
    return [...travel, whole(metrics[pane], name)];
  });
  return Promise.all(columns);
}

/** Travel at the steps that a run has made, or would make. */
function travelled({ slot, name, run, config }: StageLine, { travels }: TravelAxis): CsvColumn {
  const travel = travels.get(slot)!;
  const last = Math.min(run ? run.step : config.totalSteps, travel.lastStep);
  const steps = Array.from({ length: last + 1 }, (_, step) => step);
  const title = `${name}: Ση`;
  return { title, steps, values: steps.map((step) => travel.at(step)) };
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
