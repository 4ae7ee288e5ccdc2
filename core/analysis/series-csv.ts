/** A column of a table: values at steps in ascending order, arrays of equal length. */
export interface CsvColumn {
  readonly title: string;
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * Series side by side as comma-separated values: the step, then one column each; one row per step at which any
 * of them has a value, an empty cell where one has none. Numbers as in `csvBlocks`. Titles are quoted where
 * they must be, and one a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function seriesCsv(columns: readonly CsvColumn[], stepTitle = 'step'): string {
  const at = columns.map(() => 0);
  const rows = [[stepTitle, ...columns.map(({ title }) => title)].map(cell).join(',')];
  for (;;) {
    const step = Math.min(...columns.map(({ steps }, i) => steps[at[i]!] ?? Infinity));
    if (step === Infinity) return `${rows.join('\n')}\n`;
    const values = columns.map(({ steps, values: given }, i) => {
      if (steps[at[i]!] !== step) return '';
      const value = given[at[i]!++]!;
      return Object.is(value, -0) ? '-0' : String(value);
    });
    rows.push([step, ...values].join(','));
  }
}

function cell(title: string): string {
  const safe = /^[=+\-@\t\r]/.test(title) ? `'${title}` : title;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
