import { presets, type Preset } from '../../../core/experiment/presets.ts';
import type { Assignment, LockablePart } from '../../../electron/ipc/assignment.ts';
import type {
  ExperimentPlan,
  RaceKind,
  StartedExperiment,
} from '../../../electron/ipc/experiment.ts';
import type { Continued } from '../../../electron/ipc/continuing.ts';
import {
  canContinue,
  isComputed,
  type ComputedRun,
  type ExperimentId,
  type RunId,
} from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { endedByItself } from '../i18n/ended-run.ts';
import { localName } from '../i18n/local-name.ts';
import { MOST_RUNS } from './draft-values.ts';
import { ExperimentDraft, type KeptDraft } from './experiment-draft.svelte.ts';
import { ExplorerState, isExplorable } from './explorer.svelte.ts';
import { InspectorFold, type WindowWidth } from './inspector-fold.svelte.ts';
import { LiveRun, type FrameTimer, type RunSeed } from './live-run.svelte.ts';
import type { EditFault } from './locked-parts.ts';
import { tellError } from './notices.ts';
import { StageCursor } from './stage-cursor.svelte.ts';
import type { StageRun } from './stage-run.ts';

/** Runs that are on the stage together: one experiment. */
interface Staged {
  readonly experimentId: ExperimentId;
  readonly name: string;
  readonly race: RaceKind | null;
  readonly runs: readonly LiveRun[];
}

/** The Lab as it is kept outside of the page. */
export interface KeptSession {
  readonly draft: KeptDraft;
  /** The runs on the stage, in their order. */
  readonly staged: readonly RunId[];
  readonly sealed: boolean;
  readonly pinned: number | null;
}

/** How a run ended by itself: with its last step, by a stop rule, or because its numbers did. */
export type ForkHindrance = 'end' | 'stopped' | 'diverged';

/** At full speed a playback takes this long, whatever its length. */
const FULL_SPEED_SECONDS = 4;

/**
 * What is on the Lab's stage: the draft, and the runs of the experiment that was started or opened.
 * Results are shown while they belong to what the inspector says; change a setting and the stage shows
 * what is planned, change it back and the results return.
 */
export class LabSession {
  readonly draft: ExperimentDraft;
  readonly #cursor = new StageCursor({
    newest: () => (this.shown.length > 0 ? this.#reached : null),
    end: () => this.step,
  });
  readonly #fold = new InspectorFold();
  readonly #explorer: ExplorerState;
  readonly #lab: Lab;
  readonly #columns: number;
  readonly #onFrame: FrameTimer | undefined;
  readonly #stop: () => void;
  #staged = $state.raw<Staged | null>(null);
  /** A saved experiment is looked at; its settings do not change until a copy is asked for. */
  #sealed = $state(false);
  /** Whether the settings are still those of the runs on the stage. */
  readonly #unchanged = $derived.by(() => this.#sameAsDraft(this.#staged?.runs ?? []));
  #starting = $state(false);

  constructor(
    lab: Lab,
    columns: number,
    onfault: (fault: EditFault) => void,
    onFrame?: FrameTimer,
  ) {
    this.draft = new ExperimentDraft(onfault);
    this.#lab = lab;
    this.#explorer = new ExplorerState(lab);
    this.#columns = columns;
    this.#onFrame = onFrame;
    this.#stop = lab.on('run:event', ({ id, event }) => {
      if (event.kind === 'extended') this.#lengthen(id, event.totalSteps).catch(tellError);
    });
  }

  /** The runs whose results are drawn; empty while the stage shows a plan. */
  get runs(): readonly LiveRun[] {
    if (!this.#staged || !this.#resultsShown) return [];
    return this.#staged.runs;
  }
  /** What the stage draws: results, or what was computed ahead for the settings as they are. */
  get shown(): readonly StageRun[] {
    return this.runs.length > 0 ? this.runs : this.#ahead;
  }
  /** The stage draws what was computed ahead and is stored nowhere. */
  get exploring(): boolean {
    return this.runs.length === 0 && this.#ahead.length > 0;
  }
  /** The experiment whose results are on the stage; null: none. */
  get experimentId(): ExperimentId | null {
    return this.runs.length > 0 ? this.#staged!.experimentId : null;
  }
  get experimentName(): string {
    return this.#staged && this.#resultsShown ? this.#staged.name : this.draft.name;
  }
  /** Names of the runs on the stage; of a plan those they would get. */
  get runNames(): readonly string[] {
    const planned = this.draft.runNames;
    return planned.map((name, i) => (this.runs[i] ? localName(this.runs[i].name) : name));
  }
  get sealed(): boolean {
    return this.#sealed;
  }
  get starting(): boolean {
    return this.#starting;
  }
  get going(): boolean {
    return this.#staged?.runs.some((run) => !run.ended) ?? false;
  }
  get paused(): boolean {
    const moving = this.#staged?.runs.filter((run) => !run.ended) ?? [];
    return (
      moving.length > 0 && moving.every(({ state }) => state === 'paused' || state === 'pausing')
    );
  }
  /** Runs on the stage ended before their time and can go on. */
  get continuable(): boolean {
    return !this.going && this.runs.some(canContinue);
  }
  /** Settings can be changed: nothing runs and nothing saved is being looked at. */
  get editable(): boolean {
    return !this.#sealed && !this.going && !this.#starting;
  }
  /** Settings of this part can be changed: no assignment has locked them. */
  canEdit(part: LockablePart): boolean {
    return this.editable && !this.draft.locks(part);
  }
  /** Results exist that the stage does not show because a setting was changed. */
  get hasHiddenResults(): boolean {
    return this.#staged !== null && !this.#resultsShown;
  }
  /** Largest step any run on the stage has reached. */
  get step(): number {
    return Math.max(0, ...this.shown.map((run) => run.step));
  }
  get totalSteps(): number {
    // Of runs of which some went on, the draft knows one length only.
    const configs =
      this.runs.length > 0 ? this.runs.map(({ config }) => config) : this.draft.configs;
    return Math.max(...configs.map((config) => config.totalSteps));
  }
  /** The step that tables and pills speak of; null: none yet. */
  get cursor(): number | null {
    const { step } = this.#cursor;
    return step === null ? null : Math.min(step, this.totalSteps);
  }
  /** The cursor is where the runs are, neither pointed nor put elsewhere. */
  get following(): boolean {
    return this.#cursor.following;
  }
  /** The cursor stays where it was put instead of following the newest step. */
  get pinned(): boolean {
    return this.#cursor.pinned !== null;
  }

  get playing(): boolean {
    return this.#cursor.playing;
  }

  /** Plays what is known from the cursor (from its end: from the start), or holds where it is. */
  playOrHold(): void {
    const pace = (): number => this.draft.pace ?? this.step / FULL_SPEED_SECONDS;
    this.#cursor.playOrHold(this.cursor ?? 0, pace);
  }

  /** Lets the cursor follow what is newest. */
  follow(): void {
    this.#cursor.follow();
  }

  /** Puts the cursor on a step and holds it there. */
  goTo(step: number): void {
    this.#cursor.goTo(step);
  }

  /** Computes ahead what the settings say, if it is short enough; forgets what was computed before. */
  async explore(): Promise<void> {
    const { configs, runNames, runs } = this.draft;
    if (!this.editable || this.#resultsShown || !isExplorable(configs)) {
      this.#explorer.clear();
      return;
    }
    await this.#explorer.explore({ configs, names: runNames, slots: runs.map(({ slot }) => slot) });
  }

  /** A fork can be made: something is on the stage, nothing moves, and there is a colour left. */
  get forkable(): boolean {
    const moves = this.going || this.#starting;
    const room = this.draft.runs.length < MOST_RUNS && !this.draft.locks('runs');
    return this.shown.length > 0 && !moves && room;
  }

  /** Why there is no other future at the cursor: there the selected run has ended by itself; null: there is one. */
  get forkHindrance(): ForkHindrance | null {
    const run = this.shown[this.draft.selected];
    if (!run || (this.cursor ?? 0) < run.step || !endedByItself(run)) return null;
    if (run.state === 'diverged') return 'diverged';
    return run.step < run.config.totalSteps ? 'stopped' : 'end';
  }

  /** Leaves the selected run at the cursor, where it holds. */
  forkHere(): void {
    if (!this.forkable || this.forkHindrance) return;
    const end = this.shown[this.draft.selected]?.step ?? this.step;
    const step = Math.min(this.cursor ?? 0, end);
    this.editCopy();
    this.goTo(step);
    this.draft.forkRun(step);
  }

  inspectorFolded(width: WindowWidth): boolean {
    return this.#fold.folded(width);
  }
  foldInspector(width: WindowWidth, folded: boolean): void {
    this.#fold.fold(width, folded);
  }

  /** The pointer is over a step; null: it has left. */
  point(step: number | null): void {
    this.#cursor.point(step);
  }

  /** Puts the cursor on a step, or lets it follow the newest one again (null). */
  pin(step: number | null): void {
    this.#cursor.pin(step);
  }

  /** Puts a preset on the stage without running it. */
  setUp(preset: Preset): void {
    this.#leave();
    this.draft.loadPreset(preset);
  }

  /** Puts the experiment of an assignment on the stage without running it. */
  assign(assignment: Assignment): void {
    this.#leave();
    this.draft.assign(assignment);
  }

  /** Takes back that an assignment was begun, unless runs hold the settings still. */
  unassign(assignment: Assignment): void {
    if (this.editable) this.draft.unassign(assignment);
  }

  /** Goes back to the assignment that was left. */
  returnToAssignment(): void {
    this.#leave();
    this.draft.returnToAssignment();
  }

  newExperiment(): void {
    this.setUp(presets.pair);
  }

  /** Starts the runs of the draft together; where the stage shows their results, it repeats those runs. */
  async run(): Promise<void> {
    if (this.runs.length > 0) {
      await this.#runAgain(this.runs);
      return;
    }
    await this.#begin(() => {
      const plan = this.draft.plan();
      return { ...plan, started: this.#lab.request('experiment:start', plan) };
    });
  }

  async #runAgain(before: readonly LiveRun[]): Promise<void> {
    const ids = before.map(({ id }) => id);
    const race = this.#staged?.race;
    await this.#begin(() => ({
      name: this.experimentName,
      ...(race ? { race } : {}),
      runs: before.map(({ name, config }) => ({ name, config })),
      started: this.#lab.request('run:again', ids, this.draft.pace),
    }));
  }

  async #begin(
    start: () => Pick<ExperimentPlan, 'name' | 'race' | 'runs'> & {
      started: Promise<StartedExperiment>;
    },
  ): Promise<void> {
    if (this.#starting || !this.draft.runnable) return;
    this.#starting = true;
    try {
      const { name, race, runs: planned, started } = start();
      const { experimentId, runIds } = await started;
      const runs = planned.map((one, i) => this.#stage({ ...one, id: runIds[i]! }));
      this.#leave();
      this.#staged = { experimentId, name, race: race ?? null, runs };
      await Promise.all(runs.map((run) => run.load()));
    } finally {
      this.#starting = false;
    }
  }

  /** Puts runs of one stored experiment on the stage, in the order of the experiment; selects one. */
  async open(summaries: readonly ComputedRun[], selected?: RunId): Promise<void> {
    const first = summaries[0];
    if (!first) return;
    const runs = summaries.map((summary) => this.#stage(summary));
    this.#leave();
    this.draft.loadRuns(
      first.experimentName,
      summaries.map(({ config }) => config),
      null,
      first.race,
    );
    this.draft.select(
      Math.max(
        0,
        summaries.findIndex(({ id }) => id === selected),
      ),
    );
    const { experimentId, experimentName: name, race } = first;
    this.#staged = { experimentId, name, race, runs };
    this.#sealed = true;
    await Promise.all(runs.map((run) => run.load()));
  }

  get kept(): KeptSession {
    const staged = this.#staged?.runs.map(({ id }) => id) ?? [];
    return { draft: this.draft.kept, staged, sealed: this.#sealed, pinned: this.#cursor.pinned };
  }

  /** Goes on where a page was that is gone; `staged` are its runs that are still there. */
  async restore(
    { draft, sealed, pinned }: KeptSession,
    staged: readonly ComputedRun[],
  ): Promise<void> {
    const loaded = this.open(staged);
    this.draft.restore(draft);
    this.#sealed = sealed && staged.length > 0;
    this.#cursor.pin(pinned);
    await loaded;
  }

  /** Goes on with the runs on the stage that ended before their time; new runs that take their place come on it. */
  async continueRuns(): Promise<Continued> {
    const ids = this.runs.filter(canContinue).map(({ id }) => id);
    const continued = await this.#lab.request('run:continue', ids, this.draft.pace);
    if (continued.asNew.length > 0) await this.openRuns(continued.asNew.map(({ id }) => id));
    return continued;
  }

  /** Puts runs of one experiment on the stage that were just made. */
  async openRuns(ids: readonly RunId[]): Promise<void> {
    const summaries = await this.#lab.request('run:summaries', ids);
    await this.open(summaries.filter(isComputed).toReversed());
  }

  /** Makes the settings of a saved experiment changeable; the saved one stays as it is. */
  editCopy(): void {
    this.#sealed = false;
  }

  /** A stored run has been given another name. */
  renamed(id: RunId, name: string): void {
    this.#staged?.runs.find((run) => run.id === id)?.rename(name);
  }

  /** Brings the draft back to the settings of the last results. */
  showResults(): void {
    if (!this.#staged) return;
    const { name, race, runs } = this.#staged;
    const configs = runs.map(({ config }) => config);
    this.draft.loadRuns(name, configs, this.draft.pace, race);
  }

  async pauseOrResume(): Promise<void> {
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
    this.draft.setPace(stepsPerSecond);
    await Promise.all(this.#moving.map((run) => run.setPace(stepsPerSecond)));
  }

  dispose(): void {
    this.#stop();
    this.#leave();
  }

  /** The step that every run still going has reached; the largest of all once none is. */
  get #reached(): number {
    const going = this.shown.filter(({ ended }) => !ended);
    return going.length > 0 ? Math.min(...going.map(({ step }) => step)) : this.step;
  }

  /** Runs computed ahead, while there is one for every run of the draft. */
  get #ahead(): readonly StageRun[] {
    const { runs } = this.#explorer;
    return this.editable && runs.length === this.draft.runs.length ? runs : [];
  }

  get #moving(): readonly LiveRun[] {
    return this.#staged?.runs.filter((run) => !run.ended) ?? [];
  }

  get #resultsShown(): boolean {
    if (!this.#staged) return false;
    return this.#sealed || this.going || this.#unchanged;
  }

  /** A run on the stage goes on beyond its last step: it is read anew, because its last step is none any more. */
  async #lengthen(id: RunId, totalSteps: number): Promise<void> {
    const staged = this.#staged;
    const before = staged?.runs.find((run) => run.id === id);
    if (!staged || !before) return;
    const shown = this.#resultsShown;
    const { name, config } = before;
    const longer = this.#stage({ id, name, config: { ...config, totalSteps } });
    const runs = staged.runs.map((run) => (run === before ? longer : run));
    before.dispose();
    this.#staged = { ...staged, runs };
    this.#cursor.pin(null);
    if (shown) {
      const { selected } = this.draft;
      this.showResults();
      this.draft.select(selected);
      // A draft has one length for all: it may never again say what runs of several lengths do.
      this.#sealed = true;
    }
    await longer.load();
  }

  #sameAsDraft(runs: readonly LiveRun[]): boolean {
    const { configs } = this.draft;
    if (configs.length !== runs.length) return false;
    return configs.every((config, i) => JSON.stringify(config) === JSON.stringify(runs[i]!.config));
  }

  #stage(seed: RunSeed): LiveRun {
    return new LiveRun(this.#lab, seed, this.#columns, this.#onFrame);
  }

  #leave(): void {
    for (const run of this.#staged?.runs ?? []) run.dispose();
    this.#staged = null;
    this.#sealed = false;
    this.#cursor.follow();
  }
}
