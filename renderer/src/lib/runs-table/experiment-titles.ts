import { locale, t } from '../../i18n/i18n.svelte.ts';
import { formatFullMoment, formatMoment } from '../date.ts';
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
    ({ name }) => name,
    (one) => dated(formatMoment(one.begun, now, words), one),
    (one) => dated(formatFullMoment(one.begun, words), one),
  ];
  const all = [...experiments];
  const titles = all.map(([, one]) => {
    const says = sayings.find((saying) =>
      all.every(([, other]) => other === one || saying(other) !== saying(one)),
    );
    return (says ?? sayings[2]!)(one);
  });
  return new Map(
    all.map(([id], i) => {
      const before = titles.slice(0, i).filter((title) => title === titles[i]).length;
      return [id, before === 0 ? titles[i]! : `${titles[i]!} (${before + 1})`];
    }),
  );
}

interface Experiment {
  readonly name: string;
  /** When its first run was made, in milliseconds since 1970. */
  readonly begun: number;
}
