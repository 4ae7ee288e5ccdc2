import type { Database, Statement } from 'better-sqlite3';
import type { RunEvent } from '../ipc/library.ts';
import { parse, stringify } from './json-values.ts';

/** An event that is to be stored; the library adds the time. */
export type NewRunEvent = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'at'>
    : never
  : never;

interface EventRow {
  readonly kind: string;
  readonly step: number;
  readonly at: number;
  readonly detail_json: string;
}

/** What happened to runs after their start, in order. */
export class RunEvents {
  readonly #now: () => number;
  readonly #insert: Statement;
  readonly #rows: Statement<[number]>;

  constructor(db: Database, now: () => number) {
    this.#now = now;
    this.#insert = db.prepare(
      'INSERT INTO run_event(run_id, kind, step, at, detail_json) VALUES (?, ?, ?, ?, ?)',
    );
    this.#rows = db.prepare(
      'SELECT kind, step, at, detail_json FROM run_event WHERE run_id = ? ORDER BY id',
    );
  }

  /** The caller holds the transaction. */
  add(run: number, event: NewRunEvent): RunEvent {
    const stored = { ...event, at: this.#now() };
    this.restore(run, stored);
    return stored;
  }

  /** Writes down what happened before the run came here; the caller holds the transaction. */
  restore(run: number, { kind, step, at, ...detail }: RunEvent): void {
    this.#insert.run(run, kind, step, at, stringify(detail));
  }

  list(run: number): readonly RunEvent[] {
    return (this.#rows.all(run) as EventRow[]).map(
      ({ kind, step, at, detail_json: detail }) =>
        ({ kind, step, at, ...(parse(detail) as object) }) as RunEvent,
    );
  }
}
