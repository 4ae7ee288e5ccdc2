import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { LockablePart } from '../../../electron/ipc/assignment.ts';
import { MOST_TRY_LABEL, type LessonTry } from '../../../electron/ipc/lesson-progress.ts';
import type { Challenge } from '../lessons/lesson.ts';
import { configOf } from '../lessons/tried.ts';
import { formatSetting } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';
import { compareSettings, scheduleWords, settingsOf } from './settings-words.ts';

/** What was tried, in the language of the page where its settings were kept, else as it was said then. */
export function triedWords(tried: LessonTry, { experiment: { runs, locked } }: Challenge): string {
  const begun = runs[0]!.config;
  const config = configOf(begun, tried);
  return config ? triedSettings(begun, config, locked) : tried.label;
}

/** What was tried, as one says it: `η₀ = 0.4`; the rate and the schedule where they are open, the rest where it differs. */
export function triedSettings(
  begun: ExperimentConfig,
  config: ExperimentConfig,
  locked: readonly LockablePart[],
): string {
  const differing = new Set(compareSettings([begun, config]).differing.map(({ key }) => key));
  const others = settingsOf(config).filter(
    ({ key }) => differing.has(key) && key !== 'lr' && !key.startsWith('schedule'),
  );
  const words = [
    ...(!locked.includes('rate') ? [`η₀ = ${formatSetting(config.lr)}`] : []),
    ...(!locked.includes('schedule') ? [scheduleWords(config)] : []),
    ...others.map(({ phrase }) => phrase).filter((phrase) => phrase !== ''),
  ].join(t('listSeparator'));
  return words.length <= MOST_TRY_LABEL ? words : `${words.slice(0, MOST_TRY_LABEL - 1)}…`;
}
