/** A walk through one series, in ascending order of its steps. */
export interface CsvCursor {
  /** Step of the next value; Infinity at the end. */
  readonly step: number;
  /** Takes the next value out. */
  take(): number;
}

/**
 * Series side by side as rows of comma-separated values, without line ends: the step, then one cell each; one row
 * per step at which any of them has a value, an empty cell where one has none. Numbers are the shortest decimals
 * that read back to the same double; NaN, Infinity, −Infinity and −0 are `NaN`, `Infinity`, `-Infinity` and `-0`.
 */
export function* csvRows(cursors: readonly CsvCursor[]): Generator<string, void> {
  for (;;) {
    const step = Math.min(...cursors.map((cursor) => cursor.step));
    if (step === Infinity) return;
    yield [
      step,
      ...cursors.map((cursor) => (cursor.step === step ? cell(cursor.take()) : '')),
    ].join(',');
  }
}

function cell(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
