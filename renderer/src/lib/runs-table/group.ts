import type { ViewSettings } from '../../../../electron/ipc/library.ts';
import { sameProblem } from '../same-problem.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { exactValue } from '../../i18n/settings-words.ts';
import type { RunRow } from './run-row.ts';

type Grouping = ViewSettings['group'];

export interface RowGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly RunRow[];
  /** The lowest tail loss; null where there is none, or where losses cannot be compared. */
  readonly best: RunRow | null;
}

/** Groups in the order of their first rows; the rows keep theirs. */
export function groupRows(
  rows: readonly RunRow[],
  by: Grouping,
  /** Of experiments, where their names alone do not tell them apart. */
  titles: ReadonlyMap<string, string> = new Map(),
): readonly RowGroup[] {
  if (by === 'none') return rows.length === 0 ? [] : [groupOf('', '', rows)];
  const groups = new Map<string, { title: string; rows: RunRow[] }>();
  for (const row of rows) {
    const { key, title } = placeOf(row, by, titles);
    const group = groups.get(key) ?? { title, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups].map(([key, group]) => groupOf(key, group.title, group.rows));
}

function groupOf(key: string, title: string, rows: readonly RunRow[]): RowGroup {
  return { key, title, rows, best: lowest(rows) };
}

function placeOf(
  row: RunRow,
  by: Grouping,
  titles: ReadonlyMap<string, string>,
): { readonly key: string; readonly title: string } {
  if (by === 'experiment') {
    const { experimentId: key } = row.run;
    return { key, title: titles.get(key) ?? row.experiment };
  }
  if (by === 'state') return stateOf(row);
  const setting = row.settings.get(by);
  if (!setting) return { key: '', title: t('runs.group.without') };
  // Of a name its word alone, of a number what it is the value of.
  const title = setting.phrase === '' ? `${setting.label} ${setting.value}` : setting.phrase;
  return { key: exactValue(setting), title };
}

/** What froze is over like the others, and yet another case: its column gives way to the headings. */
function stateOf({ run, frozen }: RunRow): { readonly key: string; readonly title: string } {
  const title = t(`state.kind.${run.state}`);
  if (!frozen) return { key: run.state, title };
  const words = [title, t('state.kind.frozen')];
  return { key: `${run.state} frozen`, title: words.join(t('listSeparator')) };
}

function lowest(rows: readonly RunRow[]): RunRow | null {
  if (!sameProblem(rows.map(({ run }) => run.config))) return null;
  return rows.reduce<RunRow | null>((best, row) => {
    if (row.tail === null || !Number.isFinite(row.tail)) return best;
    return best === null || row.tail < best.tail! ? row : best;
  }, null);
}

/** Settings in which these runs differ: what grouping by them would tell apart. */
export function groupings(
  rows: readonly RunRow[],
): readonly { readonly key: Grouping; readonly label: string }[] {
  const found = new Map<string, { label: string; values: Set<string | null>; rows: number }>();
  for (const { settings } of rows) {
    for (const setting of settings.values()) {
      const { key, label } = setting;
      const one = found.get(key) ?? { label, values: new Set(), rows: 0 };
      found.set(key, one);
      one.values.add(exactValue(setting));
      one.rows++;
    }
  }
  return [...found]
    .filter(([, { values, rows: having }]) => values.size > 1 || having < rows.length)
    .map(([key, { label }]) => ({ key, label }));
}
