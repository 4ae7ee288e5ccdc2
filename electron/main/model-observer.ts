import type { Assets } from '../../core/datasets/dataset.ts';
import type { ModelAtStep } from '../../core/model-views/model-view.ts';
import type { ModelQuery } from '../ipc/queries.ts';
import { AppError } from '../ipc/reply.ts';
import type { Store } from '../store/store.ts';
import type { WorkerCommand } from '../worker/protocol.ts';
import { MOST_EXPLORED_UPDATES } from './explorer.ts';
import { LatestAnswer } from './latest-answer.ts';
import type { RunService } from './run-service.ts';

interface ModelObserverOptions {
  readonly workerScript: URL;
  readonly assets: Assets;
  readonly store: Pick<Store, 'readRun' | 'readConfig' | 'readCheckpoint'>;
  readonly runs: Pick<RunService, 'snapshot'>;
}

type Source = Pick<Extract<WorkerCommand, { kind: 'view' }>, 'config' | 'at'>;

/**
 * Shows the model of a run after so many updates: from the nearest stored checkpoint of a stored run, from the
 * start of one that is only planned; of one that goes on, as its worker has it. The latest request wins.
 */
export class ModelObserver {
  readonly #options: ModelObserverOptions;
  readonly #answers: LatestAnswer<ModelAtStep>;
  #asked = 0;

  constructor(options: ModelObserverOptions) {
    this.#options = options;
    this.#answers = new LatestAnswer(options.workerScript, (event) =>
      event.kind === 'viewed' ? { request: event.request, value: event.seen } : null,
    );
  }

  /**
   * Throws AppError 'bad-arguments' for a run without a model, 'too-large' for a planned run that would have
   * to be computed for long, 'superseded' where something newer is asked for meanwhile.
   */
  async view(query: ModelQuery): Promise<ModelAtStep> {
    const asked = ++this.#asked;
    const { config, at } = await this.#source(query);
    if (config.problem.kind !== 'model') {
      throw new AppError('bad-arguments', `a ${config.problem.kind} is no model`, {
        given: config.problem.kind,
        allowed: 'model',
      });
    }
    if (asked !== this.#asked) throw new AppError('superseded', 'something newer was asked for');
    const { assets } = this.#options;
    return this.#answers.ask((request) => ({ kind: 'view', request, config, assets, at }));
  }

  shutdown(): Promise<void> {
    this.#asked++;
    return this.#answers.shutdown();
  }

  async #source({ of, step }: ModelQuery): Promise<Source> {
    const { store, runs } = this.#options;
    if (of.kind === 'ahead') {
      const last = Math.min(step ?? Infinity, of.config.totalSteps);
      if (last > MOST_EXPLORED_UPDATES) {
        throw new AppError('too-large', `step ${last} of a run that is not stored`, {
          given: String(last),
          allowed: String(MOST_EXPLORED_UPDATES),
        });
      }
      return { config: of.config, at: { step: last, checkpoint: null } };
    }
    const config = store.readConfig(of.id);
    const snapshot = step === null ? await runs.snapshot(of.id) : null;
    if (snapshot) return { config, at: { step: snapshot.step, params: snapshot.params } };
    // It may have ended while its worker was asked.
    const at = step ?? store.readRun(of.id).run.step;
    return { config, at: { step: at, checkpoint: store.readCheckpoint(of.id, at) } };
  }
}
