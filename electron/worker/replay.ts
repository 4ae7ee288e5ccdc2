import { firstSeedAt, firstSeedOf } from '../../core/training/explain-step.ts';
import { runAt } from '../../core/training/fork.ts';
import type { Checkpoint, Trainer } from '../../core/training/trainer.ts';
import type { Surroundings } from './run-session.ts';
import { Slice } from './slice.ts';
import { startInSlices, type TrainerStart } from './start-in-slices.ts';

/** Computing time between two places that are kept; how many are, in all, and of how many runs. */
const KEEP_EVERY_MS = 16;
const MOST_KEPT = 64;
const MOST_RUNS = 8;

/** Which state of which run; the checkpoint is at or before the step. */
interface Wanted extends TrainerStart {
  readonly step: number;
}

/**
 * Goes over the first seed of a run again up to a step, to the same bits. Places on the way are kept of the runs
 * asked about last, so that going back a step is instant, and so is going from one of these runs to another.
 */
export class Replay {
  readonly #around: Pick<Surroundings, 'breathe' | 'now'>;
  /** The places that are kept of each run, in the order of their steps; the run asked about last is last. */
  readonly #kept = new Map<string, Checkpoint[]>();

  constructor(around: Pick<Surroundings, 'breathe' | 'now'>) {
    this.#around = around;
  }

  /** The run at the step, or where it ended before; null where it is not wanted any more. */
  async goTo(wanted: Wanted, stillWanted: () => boolean): Promise<Trainer | null> {
    const { step, assets } = wanted;
    const config = firstSeedOf(runAt(wanted.config, step));
    const kept = this.#keptOf(JSON.stringify(config));
    const now = (): number => this.#around.now();
    const goOn = async (): Promise<boolean> => {
      await this.#around.breathe();
      return stillWanted();
    };
    const start = { config, assets, checkpoint: nearest(wanted, kept) };
    const trainer = await startInSlices(start, now, goOn);
    if (!trainer) return null;
    if (trainer.step > (start.checkpoint?.step ?? 0)) this.#keep(kept, trainer.checkpoint());
    const slice = new Slice(now);
    let since = now();
    while (trainer.outcome === null && trainer.step < step) {
      slice.make((steps) => trainer.advance(steps, null), step - trainer.step);
      if (now() - since >= KEEP_EVERY_MS) {
        this.#keep(kept, trainer.checkpoint());
        since = now();
      }
      if (!(await goOn())) return null;
    }
    return trainer;
  }

  #keptOf(run: string): Checkpoint[] {
    const kept = this.#kept.get(run) ?? [];
    this.#kept.delete(run);
    this.#kept.set(run, kept);
    if (this.#kept.size > MOST_RUNS) this.#kept.delete(this.#kept.keys().next().value!);
    return kept;
  }

  #keep(kept: Checkpoint[], place: Checkpoint): void {
    kept.push(place);
    kept.sort((a, b) => a.step - b.step);
    const all = [...this.#kept.values()];
    if (all.reduce((sum, { length }) => sum + length, 0) <= MOST_KEPT) return;
    // Every other one of the run that has the most.
    const longest = all.reduce((most, places) => (places.length > most.length ? places : most));
    longest.splice(0, longest.length, ...longest.filter((_, i) => i % 2 === 0));
  }
}

/** The nearest state at or before the step: one that was kept, or the stored one. */
function nearest({ step, checkpoint }: Wanted, kept: readonly Checkpoint[]): Checkpoint | null {
  const place = kept.findLast((other) => other.step <= step) ?? null;
  if (!checkpoint || (place && place.step >= checkpoint.step)) return place;
  return firstSeedAt(checkpoint);
}
