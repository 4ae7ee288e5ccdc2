import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { RaceKind } from '../../../electron/ipc/experiment.ts';
import type { RunSummary } from '../../../electron/ipc/run.ts';
import { formatSetting } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/** How the first rates of runs that are compared were chosen; nothing where they are no race. */
export function raceWords(
  race: RaceKind | null,
  [first]: readonly (Pick<ExperimentConfig, 'lr'> | null)[],
): string {
  if (race === null || !first) return '';
  return race === 'own' ? t('raced.own') : t('raced.one', { rate: formatSetting(first.lr) });
}

/** The same of stored runs: two of one experiment raced, those of several did not race each other. */
export function raceWordsOf(
  runs: readonly Pick<RunSummary, 'experimentId' | 'race' | 'config'>[],
): string {
  const [first, ...others] = runs;
  const together = others.every(({ experimentId }) => experimentId === first!.experimentId);
  if (others.length === 0 || !together) return '';
  return raceWords(
    first!.race,
    runs.map(({ config }) => config),
  );
}
