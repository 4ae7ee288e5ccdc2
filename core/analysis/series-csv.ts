import { csvRows, type CsvCursor } from './csv-rows.ts';

/** A column of a table: values at steps in ascending order, arrays of equal length. */
export interface CsvColumn {
  readonly title: string;
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * Series side by side as comma-separated values: a line of titles, then rows as `csvRows` writes them. Titles are
 * quoted where they must be, and one a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function seriesCsv(columns: readonly CsvColumn[], stepTitle = 'step'): string {
  const titles = [stepTitle, ...columns.map(({ title }) => title)].map(titleCell).join(',');
  return `${[titles, ...csvRows(columns.map(cursorOf))].join('\n')}\n`;
}

function cursorOf({ steps, values }: CsvColumn): CsvCursor {
  let at = 0;
  return {
    get step() {
      return steps[at] ?? Infinity;
    },
    take: () => values[at++]!,
  };
}

function titleCell(title: string): string {
  const safe = /^[=+\-@\t\r]/.test(title) ? `'${title}` : title;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
