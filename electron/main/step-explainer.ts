import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { StepExplanation } from '../../core/training/explain-step.ts';
import type { Checkpoint } from '../../core/training/trainer.ts';
import type { StepQuery } from '../ipc/contract.ts';
import { AppError } from '../ipc/reply.ts';
import type { Store } from '../store/store.ts';
import { MOST_EXPLORED_UPDATES } from './explorer.ts';
import { LatestAnswer } from './latest-answer.ts';

interface StepExplainerOptions {
  readonly workerScript: URL;
  readonly assets: Assets;
  readonly store: Pick<Store, 'readConfig' | 'readCheckpoint'>;
}

/**
 * Makes one update of a run once more and tells what it did: from the nearest stored checkpoint of a stored
 * run, from the start of one that is only planned. The latest request wins.
 */
export class StepExplainer {
  readonly #options: StepExplainerOptions;
  readonly #answers: LatestAnswer<StepExplanation>;

  constructor(options: StepExplainerOptions) {
    this.#options = options;
    this.#answers = new LatestAnswer(options.workerScript, (event) =>
      event.kind === 'explained' ? { request: event.request, value: event.explanation } : null,
    );
  }

  /** Throws AppError 'too-large' for a planned run that would have to be computed for long. */
  explain({ of, step, index, sample = 0 }: StepQuery): Promise<StepExplanation> {
    const { config, checkpoint } = this.#source(of, step);
    const assets = config.problem.kind === 'model' ? this.#options.assets : {};
    return this.#answers.ask((request) => ({
      kind: 'explain',
      request,
      config,
      assets,
      checkpoint,
      step,
      index,
      sample,
    }));
  }

  shutdown(): Promise<void> {
    return this.#answers.shutdown();
  }

  #source(
    of: StepQuery['of'],
    step: number,
  ): { readonly config: ExperimentConfig; readonly checkpoint: Checkpoint | null } {
    const { store } = this.#options;
    if (of.kind === 'run') {
      return { config: store.readConfig(of.id), checkpoint: store.readCheckpoint(of.id, step) };
    }
    if (Math.min(step, of.config.totalSteps) > MOST_EXPLORED_UPDATES) {
      throw new AppError('too-large', `step ${step} of a run that is not stored`, {
        given: String(step),
        allowed: String(MOST_EXPLORED_UPDATES),
      });
    }
    return { config: of.config, checkpoint: null };
  }
}
