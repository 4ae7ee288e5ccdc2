import type { Extension } from '../../../electron/ipc/continuing.ts';
import type { StartedExperiment } from '../../../electron/ipc/experiment.ts';
import type { ComputedRun, RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { LatestWork } from './latest-work.ts';
import { tellError } from './notices.ts';
import { togetherAgain } from './run-verbs.ts';

/** What is asked about a run that may get more steps. */
export type Extendable = Pick<
  ComputedRun,
  'id' | 'name' | 'config' | 'experimentId' | 'experimentName'
>;

/** A run, and whether it can go on for so many more steps; null: not known yet. */
export interface ExtensionLine {
  readonly run: Extendable;
  readonly extension: Extension | null;
}

/** Finished runs that are to get more steps: asks main which of them can, then lets them go on. */
export class RunExtension {
  readonly #lab: Lab;
  readonly #work = new LatestWork();
  #runs = $state.raw<readonly Extendable[]>([]);
  #steps = $state(1);
  #pace: number | null = null;
  #found = $state.raw<ReadonlyMap<RunId, Extension>>(new Map());

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get open(): boolean {
    return this.#runs.length > 0;
  }
  get steps(): number {
    return this.#steps;
  }
  get lines(): readonly ExtensionLine[] {
    return this.#runs.map((run) => ({ run, extension: this.#found.get(run.id) ?? null }));
  }
  /** Those that can go on. */
  get ready(): readonly Extendable[] {
    return this.#those(({ refusal }) => refusal === null);
  }
  /** Those whose schedule would have used other rates: so long from the start they can be had. */
  get others(): readonly Extendable[] {
    return this.#those(({ refusal }) => refusal?.code === 'other-rates');
  }

  /** As many steps again as the longest of these runs has. */
  ask(runs: readonly Extendable[], pace: number | null = null): void {
    this.#runs = runs;
    this.#pace = pace;
    this.setSteps(Math.max(1, ...runs.map(({ config }) => config.totalSteps)));
  }

  setSteps(steps: number): void {
    this.#steps = steps;
    this.#found = new Map();
    const runs = this.#runs;
    const ids = runs.map(({ id }) => id);
    const asked = (): boolean => runs === this.#runs && steps === this.#steps;
    this.#work.want(async () => {
      try {
        const found = await this.#lab.request('run:extensions', ids, steps);
        if (!asked()) return;
        this.#found = new Map(found.map((one) => [one.id, one]));
      } catch (error) {
        if (!asked()) return;
        // Without an answer there is nothing to choose from.
        this.close();
        tellError(error);
      }
    });
  }

  close(): void {
    this.#runs = [];
    this.#work.want(null);
  }

  async goOn(): Promise<void> {
    const ids = this.ready.map(({ id }) => id);
    const [steps, pace] = [this.#steps, this.#pace];
    this.close();
    await this.#lab.request('run:extend', ids, steps, pace);
  }

  /** Runs those that cannot go on once more, so long from the start. */
  async runAgain(): Promise<readonly StartedExperiment[]> {
    const groups = togetherAgain(this.others);
    const [steps, pace] = [this.#steps, this.#pace];
    this.close();
    const started: StartedExperiment[] = [];
    for (const group of groups) {
      const runs = group.map(({ name, config }) => ({
        name,
        config: { ...config, totalSteps: config.totalSteps + steps },
      }));
      const plan = { name: group[0]!.experimentName, runs, pace };
      started.push(await this.#lab.request('experiment:start', plan));
    }
    return started;
  }

  #those(suits: (extension: Extension) => boolean): readonly Extendable[] {
    return this.#runs.filter(({ id }) => {
      const extension = this.#found.get(id);
      return extension !== undefined && suits(extension);
    });
  }
}
