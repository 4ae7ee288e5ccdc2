import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { StopThreshold } from '../../../core/experiment/parse-stop.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import { formatNumber, formatPercent, formatSetting } from '../lib/format.ts';
import { sentences, t } from './i18n.svelte.ts';

/** A stop rule that is on: its name, its threshold, and both in one phrase, `f ≤ 0.01`. */
export interface StopSetting {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly phrase: string;
}

/** The stop rules that are on, in the order in which they are judged. */
export function stopSettings({ problem, stop }: ExperimentConfig): readonly StopSetting[] {
  const loss = problem.kind === 'model' ? 'ℓ' : 'f';
  const relations: readonly (readonly [StopThreshold, string])[] = [
    ['targetLoss', `${loss} ≤`],
    ['gradNorm', '‖g‖ <'],
    ['lossChange', `|Δ${loss}| <`],
    ['lossLimit', `${loss} >`],
  ];
  const thresholds = relations.flatMap(([name, relation]): StopSetting[] => {
    const threshold = stop[name];
    if (threshold === null) return [];
    const value = formatSetting(threshold);
    const label = t(`stop.${name}`);
    return [{ key: `stop.${name}`, label, value, phrase: `${relation} ${value}` }];
  });
  if (!stop.patience) return thresholds;
  const { checks, metric, minDelta } = stop.patience;
  const phrase = t('stop.patience.phrase', { count: checks });
  const value = t('stop.patience.value', {
    checks,
    metric: t(`stop.watches.${metric}`),
    least: formatSetting(minDelta),
  });
  return [...thresholds, { key: 'stop.patience', label: t('stop.patience'), value, phrase }];
}

interface Stopped {
  readonly name: string;
  readonly result: RunResult | null;
}

/** Which runs stopped because the loss hardly changed though they had not arrived, and why; null: none. */
export function falseConvergenceWords(runs: readonly Stopped[]): string | null {
  const found = runs.flatMap(({ name: run, result }) => {
    const doubt = result?.falseConvergence;
    if (!doubt) return [];
    const norm = formatNumber(doubt.gradNorm);
    if (doubt.code === 'large-gradient') {
      const share = formatPercent(doubt.gradNorm / doubt.startGradNorm, 0);
      return [t('stop.doubt.large-gradient', { run, norm, share })];
    }
    const [rate, largest] = [doubt.lr, doubt.largestLr].map((lr) => formatNumber(lr));
    return [t('stop.doubt.small-rate', { run, norm, rate: rate!, largest: largest! })];
  });
  return found.length === 0 ? null : sentences(found);
}
