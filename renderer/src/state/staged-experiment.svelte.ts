import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Continued } from '../../../electron/ipc/continuing.ts';
import type {
  ExperimentPlan,
  RaceKind,
  StartedExperiment,
} from '../../../electron/ipc/experiment.ts';
import {
  canContinue,
  isComputed,
  type ComputedRun,
  type ExperimentId,
  type RunId,
} from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { LiveRun, type FrameTimer, type RunSeed } from './live-run.svelte.ts';

/** An experiment that comes on the stage: of its runs, what is known before they are read. */
interface Coming<Run> {
  readonly experimentId: ExperimentId;
  readonly name: string;
  readonly race: RaceKind | null;
  readonly runs: readonly Run[];
}

/** Of what is asked of main, what does not depend on the answer. */
type Planned = Pick<ExperimentPlan, 'name' | 'race' | 'runs'>;

const nothing = (): void => undefined;

/**
 * The experiment whose runs are on the stage, from when it is started or opened until another takes its place.
 * What belongs to the stage but not to its runs is told by `onleave` that they have left.
 */
export class StagedExperiment {
  /** It is saved and looked at: its settings do not change until a copy is asked for. */
  sealed = $state(false);
  readonly #lab: Lab;
  readonly #columns: number;
  readonly #onleave: () => void;
  readonly #onFrame: FrameTimer | undefined;
  #staged = $state.raw<Coming<LiveRun> | null>(null);
  #starting = $state(false);
  /** Until the runs that came last are read, or could not be; it does not reject. */
  #reading: Promise<void> = Promise.resolve();

  constructor(lab: Lab, columns: number, onleave: () => void, onFrame?: FrameTimer) {
    this.#lab = lab;
    this.#columns = columns;
    this.#onleave = onleave;
    this.#onFrame = onFrame;
  }

  /** Null: no runs are on the stage. */
  get experiment(): Coming<LiveRun> | null {
    return this.#staged;
  }
  get runs(): readonly LiveRun[] {
    return this.#staged?.runs ?? [];
  }
  /** Main has been asked for runs that are not on the stage yet. */
  get starting(): boolean {
    return this.#starting;
  }
  get going(): boolean {
    return this.#moving.length > 0;
  }
  get paused(): boolean {
    const moving = this.#moving;
    return (
      moving.length > 0 && moving.every(({ state }) => state === 'paused' || state === 'pausing')
    );
  }
  get #moving(): readonly LiveRun[] {
    return this.runs.filter((run) => !run.ended);
  }

  /** Its runs have these settings, in this order. */
  has(configs: readonly ExperimentConfig[]): boolean {
    if (configs.length !== this.runs.length) return false;
    return configs.every(
      (config, i) => JSON.stringify(config) === JSON.stringify(this.runs[i]!.config),
    );
  }

  /** Starts new runs together. */
  start(plan: ExperimentPlan): Promise<void> {
    return this.#begin(plan, () => this.#lab.request('experiment:start', plan));
  }

  /** Starts more runs beside those on the stage, in their experiment, which is no race. */
  async add(added: ExperimentPlan['runs'], pace: number | null): Promise<void> {
    const staged = this.#staged;
    const beside = staged?.runs[0]?.id;
    if (!staged || beside === undefined) return;
    const addition = { beside, runs: added, pace };
    const planned = { name: staged.name, runs: added };
    await this.#begin(planned, () => this.#lab.request('experiment:add', addition), this.runs);
  }

  /** Starts the runs on the stage once more, as runs of another experiment. */
  async runAgain(pace: number | null): Promise<void> {
    const staged = this.#staged;
    if (!staged) return;
    const ids = staged.runs.map(({ id }) => id);
    const { name, race } = staged;
    const runs = staged.runs.map(({ name: of, config }) => ({ name: of, config }));
    const planned = { name, ...(race ? { race } : {}), runs };
    await this.#begin(planned, () => this.#lab.request('run:again', ids, pace));
  }

  /** `beside`: runs of that experiment that are there already. */
  async #begin(
    planned: Planned,
    ask: () => Promise<StartedExperiment>,
    beside: readonly RunSeed[] = [],
  ): Promise<void> {
    if (this.#starting) return;
    this.#starting = true;
    try {
      const { experimentId, runIds } = await ask();
      const runs = planned.runs.map((one, i) => ({ ...one, id: runIds[i]! }));
      const { name, race = null } = planned;
      const there = beside.map(({ id, name: called, config }) => ({ id, name: called, config }));
      await this.#put({ experimentId, name, race, runs: [...there, ...runs] });
    } finally {
      this.#starting = false;
    }
  }

  /** Puts runs of one stored experiment on the stage, in the order of the experiment; resolves when they are read. */
  async open([first, ...others]: readonly ComputedRun[]): Promise<void> {
    if (!first) return;
    const { experimentId, experimentName: name, race } = first;
    const read = this.#put({ experimentId, name, race, runs: [first, ...others] });
    this.sealed = true;
    await read;
  }

  /** Lets those go on that ended before their time; what goes on in place of some, as new runs, is returned too. */
  async continueRuns(
    pace: number | null,
  ): Promise<{ readonly continued: Continued; readonly anew: readonly ComputedRun[] }> {
    const ids = this.runs.filter(canContinue).map(({ id }) => id);
    const continued = await this.#lab.request('run:continue', ids, pace);
    const { asNew } = continued;
    return { continued, anew: asNew.length > 0 ? await this.read(asNew.map(({ id }) => id)) : [] };
  }

  /** What is known of runs that were just made, in the order of their experiment. */
  async read(ids: readonly RunId[]): Promise<readonly ComputedRun[]> {
    const summaries = await this.#lab.request('run:summaries', ids);
    return summaries.filter(isComputed).toReversed();
  }

  /** Takes the runs from the stage. */
  leave(): void {
    for (const run of this.runs) run.dispose();
    this.#staged = null;
    this.sealed = false;
    this.#onleave();
  }

  /** A stored run has been given another name. */
  renamed(id: RunId, name: string): void {
    this.runs.find((run) => run.id === id)?.rename(name);
  }

  /** A run goes on beyond its last step: it is read anew, because its last step is none any more. Null: it is not here. */
  lengthen(id: RunId, totalSteps: number): LiveRun | null {
    const before = this.runs.find((run) => run.id === id);
    if (!this.#staged || !before) return null;
    const { name, config } = before;
    const longer = this.#live({ id, name, config: { ...config, totalSteps } });
    before.dispose();
    const runs = this.runs.map((run) => (run === before ? longer : run));
    this.#staged = { ...this.#staged, runs };
    return longer;
  }

  async pauseOrResume(): Promise<void> {
    // That runs which were just started have begun is known only when they are read.
    await this.#reading;
    const moving = this.#moving;
    if (this.paused) await Promise.all(moving.map((run) => run.resume()));
    else
      await Promise.all(
        moving.filter(({ state }) => state === 'running').map((run) => run.pause()),
      );
  }

  async stop(): Promise<void> {
    await Promise.all(this.#moving.map((run) => run.stop()));
  }

  async setPace(stepsPerSecond: number | null): Promise<void> {
    await Promise.all(this.#moving.map((run) => run.setPace(stepsPerSecond)));
  }

  async #put(coming: Coming<RunSeed>): Promise<void> {
    const runs = coming.runs.map((run) => this.#live(run));
    this.leave();
    this.#staged = { ...coming, runs };
    const read = Promise.all(runs.map((run) => run.load()));
    this.#reading = read.then(nothing, nothing);
    await read;
  }

  #live(seed: RunSeed): LiveRun {
    return new LiveRun(this.#lab, seed, this.#columns, this.#onFrame);
  }
}
