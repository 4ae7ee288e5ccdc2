import { appendFileSync } from 'node:fs';

/** A line of the battery's table: what was done to the app, how often, and what it cost at worst. */
export interface BatteryRow {
  readonly what: string;
  readonly tried: string;
  readonly lost: string;
  /** The longest, largest or closest that was seen, with its unit. */
  readonly worst: string;
}

/** The file, if any, that `npm run battery` reads the rows of its suites from; a JSON line each. */
export const ROWS_FILE = 'DOWNHILL_BATTERY_ROWS';

/** Says what a harness found; a harness says it before it asserts, so that a failure is in the table, too. */
export function reportRow(row: BatteryRow): void {
  console.log([row.what, row.tried, `lost: ${row.lost}`, `worst: ${row.worst}`].join(' | '));
  const file = process.env[ROWS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
}

/** 28,064 as it stands in a sentence. */
export function count(value: number): string {
  return value.toLocaleString('en');
}
