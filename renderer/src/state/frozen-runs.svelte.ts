import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';
import { frozenEnd } from '../lib/travel-budget.ts';

/** So long rates are added up before the page may do something else, ms. */
const SLICE_MS = 8;

/**
 * Which runs of the library froze. To know that of a long run, all its rates are added up: this is done in slices,
 * once a run.
 */
export class FrozenRuns {
  #ids = $state.raw<ReadonlySet<RunId>>(new Set());
  /** Grows with every look: one before it stops at its next slice. */
  #looks = 0;

  has(id: RunId): boolean {
    return this.#ids.has(id);
  }

  /** Looks at these runs, and keeps what was found before until all are looked at. */
  async look(runs: readonly RunSummary[]): Promise<void> {
    const look = ++this.#looks;
    const ids = new Set<RunId>();
    let until = performance.now() + SLICE_MS;
    for (const run of runs) {
      if (frozenEnd(run)) ids.add(run.id);
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (look !== this.#looks) return;
      until = performance.now() + SLICE_MS;
    }
    if (!sameIds(ids, this.#ids)) this.#ids = ids;
  }
}

function sameIds(some: ReadonlySet<RunId>, others: ReadonlySet<RunId>): boolean {
  return some.size === others.size && [...some].every((id) => others.has(id));
}
