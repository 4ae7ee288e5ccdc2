import { folded } from '../../../../electron/ipc/found-words.ts';
import type { ProblemConfig } from '../../../../core/experiment/config.ts';
import type { RunId, RunState, RunSummary } from '../../../../electron/ipc/run.ts';
import { viewFields, type ViewField, type ViewSettings } from '../../../../electron/ipc/library.ts';
import { locale, t } from '../../i18n/i18n.svelte.ts';
import type { RunRow } from './run-row.ts';

const marks = ['pinned', 'baseline', 'archived'] as const;
type Mark = (typeof marks)[number];

/** A run that froze is found among its state, too. */
const FROZEN = 'frozen';

export type RunFilter = ViewSettings['filter'];

export const onlyFrozen = { state: [FROZEN] } as const satisfies RunFilter;

/** A value of a field: how it is kept, whatever the language, and how it is said. */
export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Kept in saved views: ids, never words of one language. */
function valuesOf({ run, frozen }: RunRow, field: ViewField): readonly string[] {
  const { config } = run;
  switch (field) {
    case 'experiment':
      return [run.experimentId];
    case 'state':
      return frozen ? [run.state, FROZEN] : [run.state];
    case 'problem':
      return config ? [problemId(config.problem)] : [];
    case 'optimizer':
      return config ? [config.optimizer.id] : [];
    case 'schedule':
      return config ? [config.schedule.id] : [];
    case 'seed':
      return config ? [String(config.seed)] : [];
    case 'tag':
      return run.tags;
    case 'mark':
      return marks.filter((mark) => run[mark]);
  }
}

function problemId(problem: ProblemConfig): string {
  switch (problem.kind) {
    case 'objective':
      return problem.objective.id;
    case 'stream':
      return problem.stream.id;
    case 'model':
      return problem.dataset.id;
  }
}

/** A state that runs are filtered by, in words. */
export function stateLabel(value: string): string {
  return t(`state.kind.${value as RunState | typeof FROZEN}`);
}

function labelOf(row: RunRow, field: ViewField, value: string): string {
  switch (field) {
    case 'experiment':
      return row.experiment;
    case 'state':
      return stateLabel(value);
    case 'problem':
    case 'optimizer':
    case 'schedule':
      return row.settings.get(field)!.value;
    case 'seed':
    case 'tag':
      return value;
    case 'mark':
      return t(`runs.mark.${value as Mark}`);
  }
}

/** What there is to pick from in a field, in the order of its words; experiments by these titles. */
export function choicesOf(
  rows: readonly RunRow[],
  field: ViewField,
  titles: ReadonlyMap<string, string> = new Map(),
): readonly FilterChoice[] {
  const found = new Map<string, { label: string; count: number }>();
  for (const row of rows) {
    for (const value of valuesOf(row, field)) {
      const known = found.get(value);
      const title = field === 'experiment' ? titles.get(value) : undefined;
      const label = title ?? labelOf(row, field, value);
      if (known) known.count++;
      else found.set(value, { label, count: 1 });
    }
  }
  const words = new Intl.Collator(locale(), { numeric: true });
  return [...found]
    .map(([value, rest]) => ({ value, ...rest }))
    .toSorted((a, b) => words.compare(a.label, b.label));
}

/** The same of the runs that are in sight or would be by this field: archived ones only where they are asked for. */
export function choicesInSight(
  rows: readonly RunRow[],
  field: ViewField,
  { mark }: RunFilter,
  titles?: ReadonlyMap<string, string>,
): readonly FilterChoice[] {
  if (field !== 'mark') {
    const inSight = passing(rows, mark ? { mark } : {});
    return choicesOf(inSight, field, titles);
  }
  const counted = (value: string): number => passing(rows, { mark: [value] }).length;
  return choicesOf(rows, field)
    .map((choice) => ({ ...choice, count: counted(choice.value) }))
    .filter(({ count }) => count > 0);
}

/** The filter with a value added, or taken away where it was there. */
export function withValue(filter: RunFilter, field: ViewField, value: string): RunFilter {
  const before = filter[field] ?? [];
  const values = before.includes(value)
    ? before.filter((one) => one !== value)
    : [...before, value];
  const { [field]: _, ...others } = filter;
  return values.length === 0 ? others : { ...others, [field]: values };
}

/** Those that pass a filter. What is archived is out of sight, unless it is asked for. */
export function passing(rows: readonly RunRow[], filter: RunFilter): readonly RunRow[] {
  const archivedToo = filter.mark?.includes('archived') ?? false;
  const asked = viewFields.flatMap((field) => {
    const wanted = filter[field];
    return wanted ? [{ field, wanted }] : [];
  });
  return rows.filter((row) => {
    if (row.run.archived && !archivedToo) return false;
    return asked.every(({ field, wanted }) => hasOneOf(row, field, wanted));
  });
}

function hasOneOf(row: RunRow, field: ViewField, wanted: readonly string[]): boolean {
  if (valuesOf(row, field).some((value) => wanted.includes(value))) return true;
  // Views that were saved before kept names of experiments.
  return field === 'experiment' && wanted.includes(row.run.experimentName);
}

/** Whether who types these words looks for runs that froze, by their name or by how one would say it. */
export function asksForFrozen(words: readonly string[]): boolean {
  const kind = folded(t('state.kind.frozen')).text;
  const said = folded(t('runs.search.frozen')).text;
  if (words.some((word) => kind.includes(word))) return true;
  return tellsOfFrozen(words) && words.every((word) => said.includes(word));
}

/** Whether one of the words says that a run froze; `rate` and `decay`, which may stand beside it, do not. */
function tellsOfFrozen(words: readonly string[]): boolean {
  const said = folded(t('runs.search.frozen')).text;
  const beside = folded(t('runs.search.frozen.beside')).text;
  return words.some((word) => said.includes(word) && !beside.includes(word));
}

/** What a row is found by that it does not show. */
export interface Hit {
  readonly of: 'note' | 'prediction' | 'conclusion';
  readonly text: string;
}

/** Where a run speaks of all these words beside its row: in its note, of which this is known, or in a line of its owner. */
export function hitOf(
  run: Pick<RunSummary, 'prediction' | 'conclusion'>,
  words: readonly string[],
  excerpt: string | null,
): Hit | null {
  if (excerpt !== null) return { of: 'note', text: excerpt };
  const kinds = ['conclusion', 'prediction'] as const;
  const of = kinds.find((kind) => {
    const said = folded(run[kind]).text;
    return words.every((word) => said.includes(word));
  });
  return of ? { of, text: run[of] } : null;
}

/** Every word stands somewhere in what the row says, or the library found the run by what it does not show. */
export function speaksOf(
  row: RunRow,
  words: readonly string[],
  found: ReadonlySet<RunId> | null,
): boolean {
  if (words.length === 0 || found?.has(row.run.id)) return true;
  const frozen = row.frozen && tellsOfFrozen(words) ? folded(t('runs.search.frozen')).text : '';
  const said = saidIn(row);
  return words.every((word) => said.includes(word) || frozen.includes(word));
}

/** What rows say as it is searched, and in which language; a row is never changed. */
const known = new WeakMap<RunRow, { readonly words: string; readonly said: string }>();

function saidIn(row: RunRow): string {
  const words = locale();
  let found = known.get(row);
  if (found?.words !== words) {
    const { name, experiment, problem, optimizer, schedule, run } = row;
    const { tags, prediction, conclusion } = run;
    const lines = [prediction, conclusion, ...tags, t(`state.kind.${run.state}`)];
    const texts = [name, run.name, experiment, problem, optimizer, schedule, ...lines];
    known.set(row, (found = { words, said: folded(texts.join('\n')).text }));
  }
  return found.said;
}
