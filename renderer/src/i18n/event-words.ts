import type { RunComparison, RunEvent } from '../../../electron/ipc/library.ts';
import { formatCount } from '../lib/format.ts';
import { sentences, t } from './i18n.svelte.ts';

/** A run and what happened to it. */
interface Eventful {
  readonly name: string;
  readonly events: readonly RunEvent[];
}

/** What happened to runs after their start, in sentences; null where nothing did. */
export function eventWords(runs: readonly Eventful[]): string | null {
  const said = [...continuedWords(runs), ...extendedWords(runs), ...comparedWords(runs)];
  return said.length === 0 ? null : sentences(said);
}

/** From which steps runs went on after they had ended before their time. */
function continuedWords(runs: readonly Eventful[]): readonly string[] {
  const steps = runs.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'continued' ? event.step : [])),
  );
  if (steps.length === 0) return [];
  const words = [...new Set(steps)].toSorted((a, b) => a - b).map(formatCount);
  return [t('run.continued', { steps: words.join(t('listSeparator')) })];
}

/** Beyond which last steps runs went on, and where what they had was computed again from. */
function extendedWords(runs: readonly Eventful[]): readonly string[] {
  const found = runs.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'extended' ? event : [])),
  );
  const words = found
    .toSorted((a, b) => a.step - b.step)
    .map(({ step, totalSteps, from }) =>
      t('run.extended', {
        step: formatCount(step),
        total: formatCount(totalSteps),
        from: formatCount(from),
      }),
    );
  return [...new Set(words)];
}

/** Whether runs that repeat others came to the same bits. */
function comparedWords(runs: readonly Eventful[]): readonly string[] {
  const compared = runs.flatMap(({ name, events }) => {
    const last = events.findLast((event) => event.kind === 'compared');
    return last ? [{ name, ...last }] : [];
  });
  const same = compared.filter(({ differs }) => differs === null);
  const others = [...new Set(compared.flatMap(({ otherEngine }) => otherEngine ?? []))];
  return [
    ...(same.length === 0 ? [] : [sameWords(same)]),
    ...compared.flatMap(({ name, differs }) =>
      differs ? [t('run.differs', { run: name, step: formatCount(differs.step) })] : [],
    ),
    ...others.map((engine) => t('run.otherEngine', { engine })),
  ];
}

/** Where stored bytes are damaged, only the rest was compared, and nothing more is claimed. */
function sameWords(same: readonly Pick<RunComparison, 'step' | 'values' | 'unread'>[]): string {
  const step = formatCount(Math.min(...same.map((one) => one.step)));
  const values = same.reduce((sum, one) => sum + one.values, 0);
  const unread = same.reduce((sum, one) => sum + (one.unread ?? 0), 0);
  if (unread === 0) return t('run.same', { step, values: formatCount(values) });
  if (values === 0) return t('run.same.unreadable');
  const counts = { values: formatCount(values), unread: formatCount(unread) };
  return t('run.same.unread', { step, ...counts });
}
