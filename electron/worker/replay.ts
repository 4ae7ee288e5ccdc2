import { firstSeedAt, firstSeedOf } from '../../core/training/explain-step.ts';
import { runAt } from '../../core/training/fork.ts';
import type { Checkpoint, Trainer } from '../../core/training/trainer.ts';
import type { Surroundings } from './run-session.ts';
import { Slice } from './slice.ts';
import { startInSlices, type TrainerStart } from './start-in-slices.ts';

/** Computing time between two places that are kept, and how many are. */
const KEEP_EVERY_MS = 16;
const MOST_KEPT = 64;

/** Which state of which run; the checkpoint is at or before the step. */
interface Wanted extends TrainerStart {
  readonly step: number;
}

/**
 * Goes over the first seed of a run again up to a step, to the same bits. Places on the way are kept while the
 * same run is asked about, so that going back a step is instant.
 */
export class Replay {
  readonly #around: Pick<Surroundings, 'breathe' | 'now'>;
  /** The run that the kept places belong to, and these in the order of their steps. */
  #run = '';
  #kept: Checkpoint[] = [];

  constructor(around: Pick<Surroundings, 'breathe' | 'now'>) {
    this.#around = around;
  }

  /** The run at the step, or where it ended before; null where it is not wanted any more. */
  async goTo(wanted: Wanted, stillWanted: () => boolean): Promise<Trainer | null> {
    const { step, assets } = wanted;
    const config = firstSeedOf(runAt(wanted.config, step));
    const run = JSON.stringify(config);
    if (run !== this.#run) this.#kept = [];
    this.#run = run;
    const now = (): number => this.#around.now();
    const goOn = async (): Promise<boolean> => {
      await this.#around.breathe();
      return stillWanted();
    };
    const start = { config, assets, checkpoint: this.#nearest(wanted) };
    const trainer = await startInSlices(start, now, goOn);
    if (!trainer) return null;
    if (trainer.step > (start.checkpoint?.step ?? 0)) this.#keep(trainer.checkpoint());
    const slice = new Slice(now);
    let since = now();
    while (trainer.outcome === null && trainer.step < step) {
      slice.make((steps) => trainer.advance(steps, null), step - trainer.step);
      if (now() - since >= KEEP_EVERY_MS) {
        this.#keep(trainer.checkpoint());
        since = now();
      }
      if (!(await goOn())) return null;
    }
    return trainer;
  }

  /** The nearest state at or before the step: one that was kept, or the stored one. */
  #nearest({ step, checkpoint }: Wanted): Checkpoint | null {
    const kept = this.#kept.findLast((place) => place.step <= step) ?? null;
    if (!checkpoint || (kept && kept.step >= checkpoint.step)) return kept;
    return firstSeedAt(checkpoint);
  }

  #keep(place: Checkpoint): void {
    this.#kept.push(place);
    this.#kept.sort((a, b) => a.step - b.step);
    if (this.#kept.length > MOST_KEPT) this.#kept = this.#kept.filter((_, i) => i % 2 === 0);
  }
}
