import { estimate } from '../../../core/analysis/verdict.ts';
import type { RunSummary } from '../../../electron/ipc/run.ts';
import { t } from './i18n.svelte.ts';

/** A loss that a run came to, and whose it is where there are several seeds. */
export interface ResultLoss {
  readonly id: 'tail' | 'last' | 'best';
  readonly label: string;
  readonly value: number;
  /** Twice the standard error of a mean of seeds; null: there is none worth a word. */
  readonly error: number | null;
}

/** Seeds that agree to so many digits have no spread worth a word. */
const NEGLIGIBLE = 1e-6;

/** The tail is the mean of all seeds, the last and the lowest loss are those of the first. */
export function resultLosses({
  result,
  config,
}: Pick<RunSummary, 'result' | 'config'>): readonly ResultLoss[] {
  if (!result) return [];
  const { mean, standardError, n } = estimate(result.tail.means);
  const spread = n > 1 && standardError > NEGLIGIBLE * Math.abs(mean);
  const firstOf = (id: 'last' | 'best'): string =>
    t(config && config.replicates > 1 ? `run.result.${id}.firstSeed` : `runs.column.${id}`);
  return [
    {
      id: 'tail',
      label: n > 1 ? t('run.result.tail.seeds', { count: n }) : t('runs.column.tail'),
      value: mean,
      error: spread ? 2 * standardError : null,
    },
    { id: 'last', label: firstOf('last'), value: result.finalLoss, error: null },
    { id: 'best', label: firstOf('best'), value: result.bestLoss, error: null },
  ];
}
