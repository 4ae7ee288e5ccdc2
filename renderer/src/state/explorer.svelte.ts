import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Exploration } from '../../../electron/ipc/experiment.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';
import { drawAtOnce } from '../lib/on-next-frame.ts';
import { ExploredRun } from './explored-run.ts';

/** What is to be computed ahead: one entry per run of the draft. */
export interface Plan {
  readonly configs: readonly ExperimentConfig[];
  readonly names: readonly string[];
  readonly slots: readonly number[];
}

/** A request under way. */
interface Asked {
  readonly plan: Plan;
  readonly answer: Promise<Exploration | AppError>;
}

/** The same limits as main's; what is larger is only run. */
const MOST_UPDATES = 2_000_000;
const MOST_POINTS = 200_000;

/** Whether runs are there in an instant: short, and without a model to train. */
export function isExplorable(configs: readonly ExperimentConfig[]): boolean {
  const sum = (of: (config: ExperimentConfig) => number): number =>
    configs.reduce((total, config) => total + of(config), 0);
  return (
    configs.every(({ problem }) => problem.kind !== 'model') &&
    sum(({ totalSteps, replicates }) => totalSteps * replicates) <= MOST_UPDATES &&
    sum(({ totalSteps, recordEvery }) => totalSteps / recordEvery) <= MOST_POINTS
  );
}

/**
 * Runs computed ahead of being run, while settings change. One request is under way at a time, and the
 * newest settings follow it: so the picture moves on during a drag instead of waiting for its end.
 */
export class ExplorerState {
  readonly #lab: Lab;
  #runs = $state.raw<readonly ExploredRun[]>([]);
  #wanted: Plan | null = null;
  #busy = false;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** The newest runs computed; a moment behind the settings while these change. */
  get runs(): readonly ExploredRun[] {
    return this.#runs;
  }

  clear(): void {
    this.#wanted = null;
    this.#runs = [];
  }

  /** Computes these runs, or as soon as what is under way is done; resolves when nothing is left to do. */
  async explore(plan: Plan): Promise<void> {
    this.#wanted = plan;
    if (this.#busy) return;
    this.#busy = true;
    try {
      let asked = this.#ask();
      while (asked) {
        const { plan: of, answer } = asked;
        const answered = await answer;
        const wanted = this.#wanted !== null;
        if (this.#wanted === of) this.#wanted = null;
        // The next one is computed while this one is drawn.
        asked = this.#ask();
        if (wanted) this.#show(of, answered);
      }
    } finally {
      this.#busy = false;
    }
  }

  #ask(): Asked | null {
    const plan = this.#wanted;
    if (!plan) return null;
    const answer = this.#lab.request('experiment:explore', plan.configs).catch((error: unknown) => {
      if (error instanceof AppError) return error;
      this.clear();
      throw error;
    });
    return { plan, answer };
  }

  #show(plan: Plan, answered: Exploration | AppError): void {
    if (answered instanceof AppError) {
      if (answered.code !== 'superseded') this.#runs = [];
      return;
    }
    drawAtOnce(() => {
      const before = new Map(this.#runs.map((run) => [run.slot, run]));
      this.#runs = answered.runs.map((run, i) => {
        const slot = plan.slots[i]!;
        const [name, config] = [plan.names[i]!, plan.configs[i]!];
        return new ExploredRun(slot, name, config, run, before.get(slot));
      });
    });
  }
}
