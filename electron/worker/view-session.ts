import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { createModelViewer, type ModelViewer } from '../../core/model-views/model-view.ts';
import type { WorkerCommand } from './protocol.ts';
import { Replay } from './replay.ts';
import type { Surroundings } from './run-session.ts';

type View = Extract<WorkerCommand, { kind: 'view' }>;

/** As many runs are looked at side by side. */
const MOST_VIEWERS = 8;

/** Looks at the model of a run, as it was at a step or as it is handed over. The latest request wins. */
export class ViewSession {
  readonly #post: Surroundings['post'];
  readonly #replay: Replay;
  #latest = -1;
  /** The viewers used last: while runs are followed, the data of each are built once. */
  readonly #made = new Map<string, ModelViewer>();

  constructor(around: Pick<Surroundings, 'post' | 'breathe' | 'now'>) {
    this.#post = around.post;
    this.#replay = new Replay(around);
  }

  async view({ request, config, assets, at }: View): Promise<void> {
    this.#latest = request;
    const viewer = this.#viewerOf(config, assets);
    if ('params' in at) {
      this.#answer(request, at.step, viewer(at.params));
      return;
    }
    const wanted = { config, assets, ...at };
    const trainer = await this.#replay.goTo(wanted, () => this.#latest === request);
    if (trainer) this.#answer(request, trainer.step, viewer(trainer.judgedPoint()));
  }

  #answer(request: number, step: number, view: ReturnType<ModelViewer>): void {
    this.#post({ kind: 'viewed', request, seen: { step, view } });
  }

  #viewerOf(config: ExperimentConfig, assets: Assets): ModelViewer {
    const { problem, seed, streams } = config;
    const key = JSON.stringify([problem, seed, streams]);
    const viewer = this.#made.get(key) ?? createModelViewer(config, assets);
    this.#made.delete(key);
    this.#made.set(key, viewer);
    if (this.#made.size > MOST_VIEWERS) this.#made.delete(this.#made.keys().next().value!);
    return viewer;
  }
}
