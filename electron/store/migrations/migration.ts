/** One step of the schema. Never edited once released; SQL runs inside the migration's transaction. */
export interface Migration {
  /** Schema version after it: 1, 2, 3, … without a gap. */
  readonly version: number;
  readonly sql: string;
}
