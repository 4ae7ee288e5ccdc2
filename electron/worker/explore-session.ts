import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { ExploredRun } from '../../core/training/explored-run.ts';
import { isSameChunk } from '../../core/training/metrics.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import type { WorkerCommand } from './protocol.ts';
import type { Surroundings } from './run-session.ts';
import { startInSlices } from './start-in-slices.ts';

/** Updates between two looks at the mailbox, over all seeds of a run. */
const SLICE = 20_000;

/**
 * Computes runs ahead while somebody turns a control: whole, in one go, kept nowhere. The latest
 * request wins; an earlier one that is not finished is dropped without an answer.
 */
export class ExploreSession {
  readonly #around: Pick<Surroundings, 'post' | 'breathe' | 'now'>;
  #latest = -1;

  constructor(around: Pick<Surroundings, 'post' | 'breathe' | 'now'>) {
    this.#around = around;
  }

  async explore({ request, configs }: Extract<WorkerCommand, { kind: 'explore' }>): Promise<void> {
    this.#latest = request;
    const runs: ExploredRun[] = [];
    for (const config of configs) {
      const run = await this.#compute(config, request);
      if (!run) return;
      runs.push(lighten(run, runs));
    }
    this.#around.post({ kind: 'explored', request, runs });
  }

  /** The run, or null if something newer has been asked for meanwhile. */
  async #compute(config: ExperimentConfig, request: number): Promise<ExploredRun | null> {
    const start = { config, assets: {}, checkpoint: null };
    const now = (): number => this.#around.now();
    const trainer = await startInSlices(start, now, () => this.#isStillAsked(request));
    if (!trainer) return null;
    const recorder = createRecorder();
    const steps = Math.max(1, Math.floor(SLICE / config.replicates));
    for (;;) {
      trainer.advance(steps, recorder);
      const { step, outcome } = trainer;
      if (outcome) return { step, outcome, result: trainer.result(), chunks: recorder.flush() };
      if (!(await this.#isStillAsked(request))) return null;
    }
  }

  async #isStillAsked(request: number): Promise<boolean> {
    await this.#around.breathe();
    return this.#latest === request;
  }
}

/**
 * What nobody looks at before a run is run is left out, and columns equal to those of a run before are held once: runs
 * of one schedule have the same rates. So much less has to cross to the page for each movement of a control.
 */
function lighten(run: ExploredRun, before: readonly ExploredRun[]): ExploredRun {
  const known = before.flatMap(({ chunks }) => chunks);
  const chunks = run.chunks
    .filter(({ metric }) => metric !== 'optim/grad_norm')
    .map((chunk) => known.find((other) => isSameChunk(other, chunk)) ?? chunk);
  return { ...run, chunks };
}
