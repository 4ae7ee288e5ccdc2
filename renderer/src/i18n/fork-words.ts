import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { runAt } from '../../../core/training/fork.ts';
import { formatCount, formatSetting } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/** Of a fork that diverged after `step` updates: that the run it leaves did so, before it left; else null. */
export function divergedBeforeFork(
  run: string,
  config: ExperimentConfig,
  step: number,
): string | null {
  if (!config.fork || step > config.fork.step) return null;
  const { lr } = runAt(config, step - 1);
  const values = { run, fork: formatCount(config.fork.step), rate: formatSetting(lr) };
  return t('diverged.beforeFork', values);
}
