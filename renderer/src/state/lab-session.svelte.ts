import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { presets, type Preset } from '../../../core/experiment/presets.ts';
import { changesNothing } from '../../../core/training/fork.ts';
import type { Assignment, LockablePart } from '../../../electron/ipc/assignment.ts';
import type { Continued } from '../../../electron/ipc/continuing.ts';
import type { ExperimentPlan } from '../../../electron/ipc/experiment.ts';
import { AppError, type AppErrorCode } from '../../../electron/ipc/reply.ts';
import {
  canContinue,
  type ComputedRun,
  type ExperimentId,
  type RunId,
} from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { localName } from '../i18n/local-name.ts';
import type { KeptDraft } from './editable-draft.svelte.ts';
import { ExperimentDraft } from './experiment-draft.svelte.ts';
import { ExplorerState, isExplorable } from './explorer.svelte.ts';
import { InspectorFold } from './inspector-fold.svelte.ts';
import type { FrameTimer, LiveRun } from './live-run.svelte.ts';
import type { EditFault } from './locked-parts.ts';
import { tell, tellError } from './notices.ts';
import { StageCursor } from './stage-cursor.svelte.ts';
import { lastToldStep, type StageRun } from './stage-run.ts';
import { StagedExperiment } from './staged-experiment.svelte.ts';

/** The Lab as it is kept outside of the page. */
export interface KeptSession {
  readonly draft: KeptDraft;
  /** The runs on the stage, in their order. */
  readonly staged: readonly RunId[];
  readonly sealed: boolean;
  readonly pinned: number | null;
}

/** What main says where runs cannot come to the experiment on the stage: it is gone, in the trash, or full. */
const NO_PLACE: readonly AppErrorCode[] = ['unknown-run', 'in-trash', 'bad-arguments'];

/** At full speed a playback takes this long, whatever its length. */
const FULL_SPEED_SECONDS = 4;

/**
 * What is on the Lab's stage: the draft, and the runs of the experiment that was started or opened.
 * Results are shown while they belong to what the inspector says; change a setting and the stage shows
 * what is planned, change it back and the results return.
 */
export class LabSession {
  readonly draft: ExperimentDraft;
  /** The step that tables and pills speak of. */
  readonly cursor = new StageCursor({
    newest: () => (this.shown.length > 0 ? this.#reached : null),
    end: () => this.step,
    last: () => this.totalSteps,
  });
  readonly inspectorFold = new InspectorFold();
  readonly #explorer: ExplorerState;
  readonly #staged: StagedExperiment;
  readonly #stopListening: () => void;
  /** Whether the settings are still those of the runs on the stage. */
  readonly #unchanged = $derived.by(() => this.#staged.has(this.draft.configs));

  constructor(
    lab: Lab,
    columns: number,
    onfault: (fault: EditFault) => void,
    onFrame?: FrameTimer,
  ) {
    this.draft = new ExperimentDraft(onfault);
    this.#explorer = new ExplorerState(lab);
    this.#staged = new StagedExperiment(lab, columns, () => this.cursor.follow(), onFrame);
    this.#stopListening = lab.on('run:event', ({ id, event }) => {
      if (event.kind === 'extended') this.#lengthen(id, event.totalSteps).catch(tellError);
    });
  }

  /** The runs whose results are drawn; empty while the stage shows a plan. */
  get runs(): readonly LiveRun[] {
    return this.#resultsShown ? this.#staged.runs : [];
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
    return this.#resultsShown ? (this.#staged.experiment?.experimentId ?? null) : null;
  }
  get experimentName(): string {
    const shown = this.#resultsShown ? this.#staged.experiment : null;
    return shown?.name ?? this.draft.name;
  }
  /** Names of the runs on the stage; of a plan those they would get. */
  get runNames(): readonly string[] {
    const planned = this.draft.runNames;
    return planned.map((name, i) => (this.runs[i] ? localName(this.runs[i].name) : name));
  }
  /** A saved experiment is looked at; its settings do not change until a copy is asked for. */
  get sealed(): boolean {
    return this.#staged.sealed;
  }
  get starting(): boolean {
    return this.#staged.starting;
  }
  get going(): boolean {
    return this.#staged.going;
  }
  get paused(): boolean {
    return this.#staged.paused;
  }
  /** Runs on the stage ended before their time and can go on. */
  get continuable(): boolean {
    return !this.going && this.runs.some(canContinue);
  }
  /** Settings can be changed: nothing runs and nothing saved is being looked at. */
  get editable(): boolean {
    return !this.sealed && !this.going && !this.starting;
  }
  /** Settings of this part can be changed: no assignment has locked them. */
  canEdit(part: LockablePart): boolean {
    return this.editable && !this.draft.locks(part);
  }
  /** Results exist that the stage does not show because a setting was changed. */
  get hasHiddenResults(): boolean {
    return this.#staged.experiment !== null && !this.#resultsShown;
  }
  /** Largest step of which any run on the stage has its numbers. */
  get step(): number {
    return Math.max(0, ...this.shown.map(lastToldStep));
  }
  get totalSteps(): number {
    // Of runs of which some went on, the draft knows one length only.
    const configs =
      this.runs.length > 0 ? this.runs.map(({ config }) => config) : this.draft.configs;
    return Math.max(...configs.map((config) => config.totalSteps));
  }
  /** Plays what is known from the cursor (from its end: from the start), or holds where it is. */
  playOrHold(): void {
    const pace = (): number => this.draft.pace ?? this.step / FULL_SPEED_SECONDS;
    this.cursor.playOrHold(pace);
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

  /** Puts a preset on the stage without running it. */
  setUp(preset: Preset): void {
    this.#staged.leave();
    this.draft.loadPreset(preset);
  }

  /** The same with settings that belong to no preset. */
  setUpRuns(name: string, configs: readonly ExperimentConfig[], pace: number | null): void {
    this.#staged.leave();
    this.draft.loadRuns(name, configs, pace);
  }

  /** Puts the experiment of an assignment on the stage without running it. */
  assign(assignment: Assignment): void {
    this.#staged.leave();
    this.draft.assign(assignment);
  }

  /** Takes back that an assignment was begun, unless runs hold the settings still. */
  unassign(assignment: Assignment): void {
    if (this.editable) this.draft.unassign(assignment);
  }

  /** Goes back to the assignment that was left. */
  returnToAssignment(): void {
    this.#staged.leave();
    this.draft.returnToAssignment();
  }

  newExperiment(): void {
    this.setUp(presets.pair);
  }

  /**
   * Starts the runs of the draft together; where the stage shows their results, it repeats those runs, and where they
   * are forks beside them, only the forks. None is started while a fork among them changes nothing.
   */
  async run(): Promise<void> {
    const { draft } = this;
    if (this.starting || !draft.runnable) return;
    if (this.runs.length > 0) await this.#staged.runAgain(draft.pace);
    else if (!this.#refusedUnchanged()) {
      const forks = this.#forksBeside();
      if (!forks || !(await this.#added(forks))) await this.#staged.start(draft.plan());
    }
  }

  /** Whether forks came to the experiment on the stage; elsewhere its runs may have been deleted, or others restored. */
  async #added(forks: ExperimentPlan['runs']): Promise<boolean> {
    try {
      await this.#staged.add(forks, this.draft.pace);
      return true;
    } catch (fault) {
      if (fault instanceof AppError && NO_PLACE.includes(fault.code)) return false;
      throw fault;
    }
  }

  /** The runs of the draft that are not on the stage, if they are forks of those that are, which nobody has changed. */
  #forksBeside(): ExperimentPlan['runs'] | null {
    const { experiment } = this.#staged;
    if (!experiment || experiment.race) return null;
    const there = experiment.runs.map(({ config }) => JSON.stringify(config));
    const { runs } = this.draft.plan();
    const same = there.every((config, i) => JSON.stringify(runs[i]?.config) === config);
    const added = runs.slice(there.length);
    const leaves = ({ fork }: ExperimentConfig): boolean =>
      fork !== undefined && there.includes(JSON.stringify(fork.from));
    return same && added.length > 0 && added.every(({ config }) => leaves(config)) ? added : null;
  }

  /** A fork that is the run it leaves, to the bit, is not computed a second time: it is said what to change, and selected. */
  #refusedUnchanged(): boolean {
    const { draft } = this;
    const index = draft.configs.findIndex(changesNothing);
    if (index < 0) return false;
    const run = localName(draft.runNames[index]!);
    draft.select(index);
    tell(() => t('fork.unchanged', { run }));
    return true;
  }

  /** Puts runs of one stored experiment on the stage, in the order of the experiment; selects one. */
  async open(summaries: readonly ComputedRun[], selected?: RunId): Promise<void> {
    const [first] = summaries;
    if (!first) return;
    const read = this.#staged.open(summaries);
    const { experimentName, race } = first;
    const configs = summaries.map(({ config }) => config);
    this.draft.loadRuns(experimentName, configs, null, race);
    const index = summaries.findIndex(({ id }) => id === selected);
    this.draft.select(Math.max(0, index));
    await read;
  }

  get kept(): KeptSession {
    const staged = this.#staged.runs.map(({ id }) => id);
    return { draft: this.draft.kept, staged, sealed: this.sealed, pinned: this.cursor.pinned };
  }

  /** Goes on where a page was that is gone; `staged` are its runs that are still there. */
  async restore(
    { draft, sealed, pinned }: KeptSession,
    staged: readonly ComputedRun[],
  ): Promise<void> {
    const loaded = this.open(staged);
    this.draft.restore(draft);
    this.#staged.sealed = sealed && staged.length > 0;
    this.cursor.pin(pinned);
    await loaded;
  }

  /** Goes on with the runs on the stage that ended before their time; new runs that take their place come on it. */
  async continueRuns(): Promise<Continued> {
    const { continued, anew } = await this.#staged.continueRuns(this.draft.pace);
    await this.open(anew);
    return continued;
  }

  /** Puts runs of one experiment on the stage that were just made. */
  async openRuns(ids: readonly RunId[]): Promise<void> {
    await this.open(await this.#staged.read(ids));
  }

  /** Makes the settings of a saved experiment changeable; the saved one stays as it is. */
  editCopy(): void {
    this.#staged.sealed = false;
  }

  /** A stored run has been given another name. */
  renamed(id: RunId, name: string): void {
    this.#staged.renamed(id, name);
  }

  /** Brings the draft back to the settings of the last results. */
  showResults(): void {
    const { experiment } = this.#staged;
    if (!experiment) return;
    const { name, race, runs } = experiment;
    const configs = runs.map(({ config }) => config);
    this.draft.loadRuns(name, configs, this.draft.pace, race);
  }

  pauseOrResume(): Promise<void> {
    return this.#staged.pauseOrResume();
  }

  stop(): Promise<void> {
    return this.#staged.stop();
  }

  async setPace(stepsPerSecond: number | null): Promise<void> {
    this.draft.setPace(stepsPerSecond);
    await this.#staged.setPace(stepsPerSecond);
  }

  dispose(): void {
    this.#stopListening();
    this.#staged.leave();
  }

  /** The step of which every run still going has its numbers; the largest of all once none is. */
  get #reached(): number {
    const going = this.shown.filter(({ ended }) => !ended);
    return going.length > 0 ? Math.min(...going.map(lastToldStep)) : this.step;
  }

  /** Runs computed ahead, while there is one for every run of the draft. */
  get #ahead(): readonly StageRun[] {
    const { runs } = this.#explorer;
    return this.editable && runs.length === this.draft.runs.length ? runs : [];
  }

  get #resultsShown(): boolean {
    if (this.#staged.experiment === null) return false;
    return this.sealed || this.going || this.#unchanged;
  }

  /** A run on the stage goes on beyond its last step. */
  async #lengthen(id: RunId, totalSteps: number): Promise<void> {
    const shown = this.#resultsShown;
    const longer = this.#staged.lengthen(id, totalSteps);
    if (!longer) return;
    this.cursor.pin(null);
    if (shown) {
      const { selected, assignment } = this.draft;
      this.showResults();
      this.draft.select(selected);
      // Steps were added where no lock is in the way, as in the list of runs.
      if (assignment && !this.draft.assignment) {
        const { title } = assignment;
        tell(() => t('assignment.left.longer', { title }));
      }
      // A draft has one length for all: it may never again say what runs of several lengths do.
      this.#staged.sealed = true;
    }
    await longer.load();
  }
}
