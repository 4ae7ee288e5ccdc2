import { explainStep, firstSeedOf } from '../../core/training/explain-step.ts';
import { runAt } from '../../core/training/fork.ts';
import type { WorkerCommand } from './protocol.ts';
import { Replay } from './replay.ts';
import type { Surroundings } from './run-session.ts';

type Explain = Extract<WorkerCommand, { kind: 'explain' }>;

/** Goes over a run again up to a step and tells the update that follows. The latest request wins. */
export class ExplainSession {
  readonly #post: Surroundings['post'];
  readonly #replay: Replay;
  #latest = -1;

  constructor(around: Pick<Surroundings, 'post' | 'breathe' | 'now'>) {
    this.#post = around.post;
    this.#replay = new Replay(around);
  }

  async explain(command: Explain): Promise<void> {
    const { request, assets, index, sample, step } = command;
    this.#latest = request;
    const trainer = await this.#replay.goTo(command, () => this.#latest === request);
    if (!trainer) return;
    const config = firstSeedOf(runAt(command.config, step));
    const explanation = explainStep(config, assets, trainer.checkpoint(), index, sample);
    this.#post({ kind: 'explained', request, explanation });
  }
}
