import type { InPieces } from '../../core/analysis/in-pieces.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { firstSeedAt, firstSeedOf } from '../../core/training/explain-step.ts';
import { runAt } from '../../core/training/fork.ts';
import { SurveyPart, Surveyor, type Surveyed } from '../../core/training/run-survey.ts';
import type { Trainer } from '../../core/training/trainer.ts';
import type { WorkerCommand } from './protocol.ts';
import type { Surroundings } from './run-session.ts';
import { Slice } from './slice.ts';
import { startInSlices } from './start-in-slices.ts';

type Ask = Extract<WorkerCommand, { kind: 'survey' }>;

/** An answer is sent after so long, with what was found until then: the page draws it and asks on. */
const ANSWER_AFTER_MS = 250;
/** Messages are let in as often. */
const BREATHE_AFTER_MS = 8;

/** A run on its way, and who looks at its updates. */
interface Walk {
  /** As it was asked for, and the settings of its first seed in full. */
  readonly asked: ExperimentConfig;
  readonly run: string;
  readonly trainer: Trainer;
  readonly surveyor: Surveyor;
}

/**
 * Goes over the first seed of a run again and tells what theory says of its updates. The walk is kept between
 * requests, so that asking on costs no step twice. The latest request wins.
 */
export class SurveySession {
  readonly #around: Pick<Surroundings, 'post' | 'breathe' | 'now'>;
  #latest = -1;
  #breathed = 0;
  #walk: Walk | null = null;

  constructor(around: Pick<Surroundings, 'post' | 'breathe' | 'now'>) {
    this.#around = around;
  }

  async survey(ask: Ask): Promise<void> {
    const { request, config, topics } = ask;
    this.#latest = request;
    const begin = this.#around.now();
    const part = new SurveyPart(config, topics, ask);
    while (part.next !== null) {
      if (!part.empty && this.#around.now() - begin >= ANSWER_AFTER_MS) break;
      const walk = await this.#goTo(part.next, ask);
      if (!walk) return;
      const { trainer, surveyor } = walk;
      const before = trainer.checkpoint();
      trainer.advance(1, null);
      const made = before.step === part.next && trainer.step > before.step;
      const seen = made ? await this.#done(surveyor.look(before.members[0]!, part.due), ask) : null;
      if (!(await this.#goesOn(request))) return;
      part.add(seen);
    }
    this.#around.post({ kind: 'surveyed', request, survey: part.survey() });
  }

  /** What was seen; null where it is not wanted any more. */
  async #done(looking: InPieces<Surveyed>, { request }: Ask): Promise<Surveyed | null> {
    for (;;) {
      const piece = looking.next();
      if (piece.done) return piece.value;
      if (!(await this.#goesOn(request))) return null;
    }
  }

  /** The run at the step, or where it ended before; null where it is not wanted any more. */
  async #goTo(step: number, ask: Ask): Promise<Walk | null> {
    const walk = await this.#walkTowards(step, ask);
    if (!walk) return null;
    const { trainer } = walk;
    const slice = new Slice(() => this.#around.now());
    while (trainer.outcome === null && trainer.step < step) {
      slice.make((steps) => trainer.advance(steps, null), step - trainer.step);
      if (!(await this.#goesOn(ask.request))) return null;
    }
    return walk;
  }

  /** The walk that is under way, where it goes there; else one from the nearest stored state. */
  async #walkTowards(step: number, ask: Ask): Promise<Walk | null> {
    const { request, assets, checkpoint } = ask;
    const asked = runAt(ask.config, step);
    const known = this.#walk;
    if (known?.asked === asked && known.trainer.step <= step) return known;
    const config = firstSeedOf(asked);
    const run = JSON.stringify(config);
    if (known?.run === run && known.trainer.step <= step) {
      return (this.#walk = { ...known, asked });
    }
    const stored = checkpoint && checkpoint.step <= step ? firstSeedAt(checkpoint) : null;
    const start = { config, assets, checkpoint: stored };
    const now = (): number => this.#around.now();
    const trainer = await startInSlices(start, now, () => this.#goesOn(request));
    if (!trainer) return null;
    return (this.#walk = { asked, run, trainer, surveyor: new Surveyor(config, assets) });
  }

  /** Whether the request is still wanted, after a look at the mailbox where one is due. */
  async #goesOn(request: number): Promise<boolean> {
    if (this.#around.now() - this.#breathed >= BREATHE_AFTER_MS) {
      await this.#around.breathe();
      this.#breathed = this.#around.now();
    }
    return this.#latest === request;
  }
}
