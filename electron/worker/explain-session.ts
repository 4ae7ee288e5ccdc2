import { explainStep, firstSeedAt, firstSeedOf } from '../../core/training/explain-step.ts';
import { runAt } from '../../core/training/fork.ts';
import type { Checkpoint, Trainer } from '../../core/training/trainer.ts';
import type { WorkerCommand } from './protocol.ts';
import type { Surroundings } from './run-session.ts';
import { Slice } from './slice.ts';
import { startInSlices } from './start-in-slices.ts';

/** Computing time between two places that are kept, and how many are. */
const KEEP_EVERY_MS = 16;
const MOST_KEPT = 64;

type Explain = Extract<WorkerCommand, { kind: 'explain' }>;

/**
 * Goes over a run again up to a step and tells the update that follows, to the same bits. The latest request
 * wins. Places on the way are kept while the same run is asked about, so that going back a step is instant.
 */
export class ExplainSession {
  readonly #around: Pick<Surroundings, 'post' | 'breathe' | 'now'>;
  #latest = -1;
  /** The run that the kept places belong to, and these in the order of their steps. */
  #run = '';
  #kept: Checkpoint[] = [];

  constructor(around: Pick<Surroundings, 'post' | 'breathe' | 'now'>) {
    this.#around = around;
  }

  async explain(command: Explain): Promise<void> {
    const { request, assets, index } = command;
    this.#latest = request;
    const config = firstSeedOf(runAt(command.config, command.step));
    const run = JSON.stringify(config);
    if (run !== this.#run) this.#kept = [];
    this.#run = run;
    const start = { config, assets, checkpoint: this.#nearest(command) };
    const now = (): number => this.#around.now();
    const trainer = await startInSlices(start, now, () => this.#isStillAsked(request));
    if (!trainer) return;
    if (trainer.step > (start.checkpoint?.step ?? 0)) this.#keep(trainer.checkpoint());
    if (!(await this.#goTo(command.step, trainer, request))) return;
    const before = trainer.checkpoint();
    const explanation = explainStep(config, assets, before, index);
    this.#around.post({ kind: 'explained', request, explanation });
  }

  /** The nearest state at or before the step: one that was kept, or the stored one. */
  #nearest({ step, checkpoint }: Explain): Checkpoint | null {
    const kept = this.#kept.findLast((place) => place.step <= step) ?? null;
    if (!checkpoint || (kept && kept.step >= checkpoint.step)) return kept;
    return firstSeedAt(checkpoint);
  }

  /** False where something newer has been asked for meanwhile. */
  async #goTo(step: number, trainer: Trainer, request: number): Promise<boolean> {
    const slice = new Slice(() => this.#around.now());
    let since = this.#around.now();
    while (trainer.outcome === null && trainer.step < step) {
      slice.make((steps) => trainer.advance(steps, null), step - trainer.step);
      const now = this.#around.now();
      if (now - since >= KEEP_EVERY_MS) {
        this.#keep(trainer.checkpoint());
        since = now;
      }
      if (!(await this.#isStillAsked(request))) return false;
    }
    return true;
  }

  async #isStillAsked(request: number): Promise<boolean> {
    await this.#around.breathe();
    return this.#latest === request;
  }

  #keep(place: Checkpoint): void {
    this.#kept.push(place);
    this.#kept.sort((a, b) => a.step - b.step);
    if (this.#kept.length > MOST_KEPT) this.#kept = this.#kept.filter((_, i) => i % 2 === 0);
  }
}
