/** The columns of one run in a table of several. */
export interface RunColumns {
  readonly run: string;
  /** Which columns of the table, from 0: those of all runs first, then its own. */
  readonly columns: readonly number[];
  /** The names of these, without the run. */
  readonly names: readonly string[];
}

const SEPARATOR = ' - ';

/**
 * The runs of a table as the charts of Weights & Biases are exported: `RUN - METRIC`, and beside each such column its
 * least and greatest values, `RUN - METRIC__MIN` and `RUN - METRIC__MAX`; null where a table is of one run. Where a name
 * is there again it is of another run that is called the same.
 */
export function runsAmongColumns(table: readonly string[]): readonly RunColumns[] | null {
  const all = new Set(table);
  const shared: number[] = [];
  const own = new Map<string, { readonly run: string; readonly columns: number[] }>();
  const seen = new Map<string, number>();
  for (const [at, name] of table.entries()) {
    const metric = name.replace(/__(?:MIN|MAX)$/, '');
    const cut = metric.lastIndexOf(SEPARATOR);
    if (cut < 0 || !all.has(`${metric}__MIN`) || !all.has(`${metric}__MAX`)) {
      shared.push(at);
      continue;
    }
    const again = seen.get(name) ?? 0;
    seen.set(name, again + 1);
    const run = name.slice(0, cut);
    const key = `${again} ${run}`;
    const columns = own.get(key)?.columns ?? [];
    columns.push(at);
    own.set(key, { run, columns });
  }
  if (own.size === 0) return null;
  return [...own.values()].map(({ run, columns }) => ({
    run,
    columns: [...shared, ...columns],
    names: [
      ...shared.map((at) => table[at]!),
      ...columns.map((at) => table[at]!.slice(run.length + SEPARATOR.length)),
    ],
  }));
}
