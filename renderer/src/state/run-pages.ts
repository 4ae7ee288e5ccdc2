import type { ListPlace, ListQuery } from '../../../electron/ipc/queries.ts';
import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';

/** Which runs: those in use or those in the trash, all or pinned ones only. */
export type RunList = Pick<ListQuery, 'trashed' | 'pinned'>;

/**
 * One reading of the list of runs, page by page: every run that was there when it began, once, whatever is added or
 * put away meanwhile. Runs that come back from the trash may be missing.
 */
export class RunPages {
  readonly #lab: Lab;
  readonly #list: RunList;
  #place: ListPlace | null = null;
  /** Of the last row. */
  #experiment: string | null = null;
  /** An experiment moves down when its newest run is put away, and would be told once more. */
  readonly #told = new Set<RunId>();
  #complete = false;

  constructor(lab: Lab, list: RunList) {
    this.#lab = lab;
    this.#list = list;
  }

  /** There is no further page. */
  get complete(): boolean {
    return this.#complete;
  }

  /** The next page, of so many rows at most; one at a time. */
  async next(limit: number): Promise<readonly RunSummary[]> {
    const query = { ...this.#list, limit };
    const after = this.#place;
    const rows = await this.#lab.request('run:list', after ? { ...query, after } : query);
    this.#complete = rows.length < limit;
    this.#advance(rows);
    const fresh = rows.filter(({ id }) => !this.#told.has(id));
    for (const { id } of fresh) this.#told.add(id);
    return fresh;
  }

  #advance(rows: readonly RunSummary[]): void {
    const last = rows.at(-1);
    if (!last) return;
    const newest = rows.find(({ experimentId }) => experimentId === last.experimentId)!;
    this.#place = {
      first: this.#place?.first ?? rows[0]!.id,
      newest: this.#experiment === last.experimentId ? this.#place!.newest : newest.id,
      last: last.id,
    };
    this.#experiment = last.experimentId;
  }
}
