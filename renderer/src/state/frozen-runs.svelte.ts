import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';
import { frozenEnd, type FrozenEnd } from '../lib/travel-budget.ts';
import { whenIdle } from '../lib/when-idle.ts';

/** So long rates are added up before the page may do something else, ms. */
const SLICE_MS = 8;

/**
 * Which runs of the library froze. To know that of a long run, all its rates are added up: this is done in slices
 * while the page is idle, once a run.
 */
export class FrozenRuns {
  #ends = $state.raw<ReadonlyMap<RunId, FrozenEnd>>(new Map());
  /** Grows with every look: one before it stops at its next slice. */
  #looks = 0;

  /** Null: it did not freeze, or was not looked at. */
  end(id: RunId): FrozenEnd | null {
    return this.#ends.get(id) ?? null;
  }

  /** Looks at these runs, and keeps what was found before until all are looked at. */
  async look(runs: readonly RunSummary[]): Promise<void> {
    const look = ++this.#looks;
    const ends = new Map<RunId, FrozenEnd>();
    let until = -Infinity;
    for (const run of runs) {
      if (performance.now() >= until) {
        await whenIdle();
        if (look !== this.#looks) return;
        until = performance.now() + SLICE_MS;
      }
      const end = frozenEnd(run);
      if (end) ends.set(run.id, end);
    }
    if (!sameEnds(ends, this.#ends)) this.#ends = ends;
  }
}

type Ends = ReadonlyMap<RunId, FrozenEnd>;

function sameEnds(some: Ends, others: Ends): boolean {
  return some.size === others.size && [...some].every(([id, end]) => others.get(id) === end);
}
