import { locale, t } from '../../i18n/i18n.svelte.ts';
import { numbered } from '../../i18n/names-apart.ts';
import { formatMoment } from '../date.ts';
import type { RunRow } from './run-row.ts';

/**
 * What the experiments of these runs are called where they stand side by side: those of one name by when they were
 * begun as well, to the second where that is needed, and by their order where even that is the same.
 */
export function experimentTitles(
  rows: readonly RunRow[],
  now: number = Date.now(),
): ReadonlyMap<string, string> {
  const experiments = new Map<string, Experiment>();
  for (const { run, experiment } of rows) {
    const begun = experiments.get(run.experimentId)?.begun ?? Infinity;
    const one = { name: experiment, begun: Math.min(begun, run.createdAt) };
    experiments.set(run.experimentId, one);
  }
  const words = locale();
  const dated = (moment: string, { name }: Experiment): string =>
    t('runs.experiment.dated', { name, moment });
  const sayings: readonly ((one: Experiment) => string)[] = [
    (one) => dated(formatMoment(one.begun, now, words), one),
    (one) => dated(formatMoment(one.begun, now, words, 'minute'), one),
    (one) => dated(formatMoment(one.begun, now, words, 'second'), one),
  ];
  const all = [...experiments];
  let titles = all.map(([, { name }]) => name);
  for (const saying of sayings) {
    const counts = new Map<string, number>();
    for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
    titles = titles.map((title, i) => (counts.get(title)! > 1 ? saying(all[i]![1]) : title));
  }
  const told = numbered(titles);
  return new Map(all.map(([id], i) => [id, told[i]!]));
}

interface Experiment {
  readonly name: string;
  /** When its first run was made, in milliseconds since 1970. */
  readonly begun: number;
}
