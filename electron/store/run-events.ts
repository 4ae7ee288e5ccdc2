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
    const { kind, step, ...detail } = event;
    const at = this.#now();
    this.#insert.run(run, kind, step, at, stringify(detail));
    return { ...event, at };
  }

  list(run: number): readonly RunEvent[] {
    return (this.#rows.all(run) as EventRow[]).map(
      ({ kind, step, at, detail_json: detail }) =>
        ({ kind, step, at, ...(parse(detail) as object) }) as RunEvent,
    );
  }
}
