import { ConfigError } from '../../../core/errors.ts';
import type {
  ExperimentConfig,
  ProblemConfig,
  ScheduleUnit,
  StopConfig,
} from '../../../core/experiment/config.ts';
import {
  presetIds,
  presets,
  type Preset,
  type PresetId,
} from '../../../core/experiment/presets.ts';
import type { Values } from '../../../core/params.ts';
import type { DatasetId } from '../../../core/datasets/index.ts';
import type { Scaling } from '../../../core/datasets/scaling.ts';
import type { ModelId } from '../../../core/models/index.ts';
import type { ObjectiveId } from '../../../core/objectives/index.ts';
import type { OptimizerId } from '../../../core/optimizers/index.ts';
import type { RunScheduleId } from '../../../core/schedules/index.ts';
import type { GradientStreamId } from '../../../core/streams/index.ts';
import type { Assignment, LockablePart } from '../../../electron/ipc/assignment.ts';
import type { ExperimentPlan, RaceKind } from '../../../electron/ipc/experiment.ts';
import { runNames } from '../i18n/run-names.ts';
import { text } from '../i18n/i18n.svelte.ts';
import { stepsPerEpoch } from '../lib/theory.ts';
import {
  configOf,
  draftOf,
  fromPreset,
  withBase,
  type Draft,
  type DraftRun,
} from './draft-values.ts';
import { EditHistory } from './edit-history.svelte.ts';
import * as problemEdits from './edit-problem.ts';
import * as runEdits from './edit-runs.ts';
import { assignedDraft, changedPart, fits, LockedError, type EditFault } from './locked-parts.ts';
import { streamDraft } from './stream-problem.ts';
import { usualName } from './usual-name.ts';

/** What one edit changes. */
interface Edited {
  readonly values: Draft;
  readonly preset: Preset | null;
  readonly selected: number;
  /** What it is made for; null: for its own sake. */
  readonly assignment: Assignment | null;
}

/** A draft as it is kept outside of the page. */
export interface KeptDraft {
  readonly values: Draft;
  /** It names an experiment that has no name of its own. */
  readonly preset: PresetId | null;
  readonly selected: number;
  readonly race: RaceKind | null;
  readonly assignment: Assignment | null;
}

/** The experiment being put together. Always holds values that can run; typed nonsense stays outside. */
export class ExperimentDraft {
  #values = $state.raw<Draft>(fromPreset(presets.pair));
  #preset = $state.raw<Preset | null>(presets.pair);
  #selected = $state(0);
  #assignment = $state.raw<Assignment | null>(null);
  /** The draft as it was when an assignment was left. */
  #leftBehind = $state.raw<Edited | null>(null);
  /** The last race the rates were set for, and the settings it was for: with any other they mean nothing. */
  #raced = $state.raw<{ readonly kind: RaceKind; readonly configs: string } | null>(null);
  /** Fields whose typed text is not a value, by name. */
  #refused = $state.raw<ReadonlySet<string>>(new Set());
  readonly #configs = $derived(this.#values.runs.map((run) => configOf(this.#values.base, run)));
  readonly #runNames = $derived(runNames(this.#configs, this.race !== null));
  /** What each kind of problem looked like when it was left. */
  readonly #left = new Map<ProblemConfig['kind'], Draft>();
  readonly #history: EditHistory<Edited>;
  readonly #onfault: (fault: EditFault) => void;

  /** `onfault` is told why an edit was not made. */
  constructor(onfault: (fault: EditFault) => void, now?: () => number) {
    this.#onfault = onfault;
    this.#history = new EditHistory(now);
  }

  get name(): string {
    if (this.#values.name !== null) return this.#values.name;
    return text(usualName(this.#values, this.#preset));
  }
  get problem(): ProblemConfig {
    return this.#values.base.problem;
  }
  /** The seed of the selected run: that of all, unless it has its own. */
  get seed(): number {
    return this.config.seed;
  }
  get replicates(): number {
    return this.#values.base.replicates;
  }
  get totalSteps(): number {
    return this.#values.base.totalSteps;
  }
  get stepsPerEpoch(): number {
    return stepsPerEpoch(this.problem, this.#values.base.stepsPerEpoch);
  }
  get epochs(): number {
    return problemEdits.epochsOf(this.#values);
  }
  /** The run of the draft that the selected fork leaves; null where it changed since, or is not here. */
  get forkParent(): DraftRun | null {
    const from = JSON.stringify(this.config.fork?.from);
    return this.runs[this.#configs.findIndex((config) => JSON.stringify(config) === from)] ?? null;
  }
  /** The checked configuration of the selected run. */
  get config(): ExperimentConfig {
    return this.#configs[this.selected]!;
  }
  get scheduleUnit(): ScheduleUnit {
    return this.#values.base.scheduleUnit;
  }
  get stop(): StopConfig {
    return this.#values.base.stop;
  }
  get pace(): number | null {
    return this.#values.pace;
  }
  get runs(): readonly DraftRun[] {
    return this.#values.runs;
  }
  get selected(): number {
    return Math.min(this.#selected, this.#values.runs.length - 1);
  }
  get run(): DraftRun {
    return this.#values.runs[this.selected]!;
  }
  /** One checked configuration per run. */
  get configs(): readonly ExperimentConfig[] {
    return this.#configs;
  }
  /** The runs' names, told apart by what differs. */
  get runNames(): readonly string[] {
    return this.#runNames;
  }
  /** How the first rates were chosen, while the settings are those they were chosen for; null: by hand. */
  get race(): RaceKind | null {
    if (!this.#raced) return null;
    return this.#raced.configs === JSON.stringify(this.#configs) ? this.#raced.kind : null;
  }
  /** What the draft is made for; null: for its own sake. */
  get assignment(): Assignment | null {
    return this.#assignment;
  }
  /** The assignment that was left last, while there is none and it can be gone back to. */
  get left(): Assignment | null {
    return this.#assignment ? null : (this.#leftBehind?.assignment ?? null);
  }
  locks(part: LockablePart): boolean {
    return this.#assignment?.locked.includes(part) ?? false;
  }
  get runnable(): boolean {
    return this.#refused.size === 0;
  }
  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  undo(): void {
    this.#return(this.#history.undo(this.#present));
  }
  redo(): void {
    this.#return(this.#history.redo(this.#present));
  }

  plan(): ExperimentPlan {
    const names = this.runNames;
    const { race } = this;
    return {
      name: this.name,
      ...(race ? { race } : {}),
      runs: this.#configs.map((config, i) => ({ name: names[i]!, config })),
      pace: this.pace,
    };
  }

  /** Begins an assignment: one edit, so that an undo brings back the draft it takes the place of. */
  assign(assignment: Assignment): void {
    this.#history.keep(this.#present, 'assignment');
    this.#return({ values: assignedDraft(assignment), preset: null, selected: 0, assignment });
  }

  /** Takes back that an assignment was begun, and with it what was edited since; redo brings it back. */
  unassign(assignment: Assignment): void {
    while (this.#assignment === assignment && this.canUndo) this.undo();
  }

  /** Ends the assignment; the draft stays as it is. */
  leaveAssignment(): void {
    if (!this.#assignment) return;
    this.#leftBehind = this.#present;
    this.#history.keep(this.#present, 'assignment');
    this.#assignment = null;
  }

  /** Goes back to the assignment that was left, and to the draft as it was then. */
  returnToAssignment(): void {
    if (!this.#leftBehind) return;
    this.#history.keep(this.#present, 'assignment');
    this.#return(this.#leftBehind);
  }

  /** The assignment that was left is not gone back to. */
  forgetAssignment(): void {
    this.#leftBehind = null;
  }

  loadPreset(preset: Preset): void {
    this.#replace(fromPreset(preset), preset);
  }

  get kept(): KeptDraft {
    const preset = presetIds.find((id) => presets[id] === this.#preset) ?? null;
    const { selected, race, assignment } = this;
    return { values: this.#values, preset, selected, race, assignment };
  }

  /** Goes on with a draft that was kept; throws ConfigError, and changes nothing, where it could not run. */
  restore({ values, preset, selected, race, assignment }: KeptDraft): void {
    for (const run of values.runs) configOf(values.base, run);
    this.#return({ values, preset: preset && presets[preset], selected, assignment });
    this.#setRace(race);
  }

  /** Takes over a saved experiment, to look at it or to change a copy. */
  loadRuns(
    name: string,
    configs: readonly ExperimentConfig[],
    pace: number | null,
    race: RaceKind | null = null,
  ): void {
    this.#replace(draftOf(name, configs, pace), null);
    this.#setRace(race);
  }

  rename(name: string): void {
    this.#set({ name: name.trim() === '' ? null : name.trim() });
  }
  setPace(pace: number | null): void {
    this.#set({ pace });
  }
  setReplicates(replicates: number): void {
    this.#setBase({ replicates });
  }
  setTotalSteps(totalSteps: number): void {
    this.#setBase({ totalSteps });
  }
  setEpochs(epochs: number): void {
    this.#change((draft) => problemEdits.setEpochs(draft, epochs), 'length');
  }
  setScheduleUnit(scheduleUnit: ScheduleUnit): void {
    this.#setBase({ scheduleUnit });
  }

  /** Sets stop rules, or with null leaves them out. Patience makes sure that there is something to wait for. */
  setStop(change: Partial<StopConfig>): void {
    const { evaluateEvery } = this.#values.base;
    const waits = change.patience && evaluateEvery === 0;
    this.#setBase(
      {
        stop: { ...this.stop, ...change },
        evaluateEvery: waits ? this.stepsPerEpoch : evaluateEvery,
      },
      `stop ${Object.keys(change).join()}`,
    );
  }

  chooseProblem(kind: ProblemConfig['kind']): void {
    this.#chooseProblem(this.#draftOn(kind));
  }
  chooseObjective(id: ObjectiveId): void {
    this.#chooseProblem(problemEdits.chooseObjective(this.#draftOn('objective'), id));
  }
  chooseStream(id: GradientStreamId): void {
    this.#chooseProblem(problemEdits.chooseStream(this.#draftOn('stream'), id));
  }
  chooseDataset(id: DatasetId): void {
    this.#chooseProblem(problemEdits.chooseDataset(this.#draftOn('model'), id));
  }

  setNoise(noise: number): void {
    this.#change((draft) => problemEdits.setNoise(draft, noise), 'noise');
  }
  setStart(start: readonly number[]): void {
    this.#change((draft) => problemEdits.setStart(draft, start), 'start');
  }
  setObjectiveParams(change: Values): void {
    const what = `objective ${Object.keys(change).join()}`;
    this.#change((draft) => problemEdits.setObjectiveParams(draft, change), what);
  }
  setStreamParams(change: Values): void {
    const what = `stream ${Object.keys(change).join()}`;
    this.#change((draft) => problemEdits.setStreamParams(draft, change), what);
  }
  chooseModel(id: ModelId): void {
    this.#change((draft) => problemEdits.chooseModel(draft, id), 'model');
  }
  setModelParams(change: Values): void {
    const what = `model ${Object.keys(change).join()}`;
    this.#change((draft) => problemEdits.setModelParams(draft, change), what);
  }
  setDatasetParams(change: Values): void {
    const what = `dataset ${Object.keys(change).join()}`;
    this.#change((draft) => problemEdits.setDatasetParams(draft, change), what);
  }
  setScaling(scaling: Scaling): void {
    this.#change((draft) => problemEdits.setScaling(draft, scaling), 'scaling');
  }
  setBatchSize(batchSize: number): void {
    this.#change((draft) => problemEdits.setBatchSize(draft, batchSize), 'batch');
  }

  select(index: number): void {
    this.#selected = index;
  }

  /** Adds a run beside the others and selects it. */
  addRun(): void {
    this.#add(runEdits.addRun(this.#values, this.selected, this.locks('schedule')));
  }
  /** Adds a run that leaves the selected one after `step` updates, and selects it. */
  forkRun(step: number): void {
    this.#add(runEdits.forkRun(this.#values, this.selected, step));
  }
  /** Adds a run with the settings of the selected one and another seed, and selects it. */
  repeatRun(): void {
    this.#add(runEdits.repeatRun(this.#values, this.selected));
  }
  removeRun(index: number): void {
    const { length } = this.runs;
    const values = runEdits.removeRun(this.#values, index);
    if (values === this.#values) return;
    const selected = Math.min(this.#selected, values.runs.length - 1);
    this.#edit({ values, selected }, `remove ${index} of ${length}`);
  }

  setSeed(seed: number): void {
    this.#changeRun('seed', (draft, index) => runEdits.setSeed(draft, index, seed));
  }
  /** Whether the selected run has a seed of its own. */
  setOwnSeed(own: boolean): void {
    this.#changeRun('own seed', (draft, index) => runEdits.setOwnSeed(draft, index, own));
  }
  setLr(lr: number): void {
    this.#changeRun('lr', (draft, index) => runEdits.setRun(draft, index, { lr }));
  }
  /** Gives the runs the rates of a race, in their order. */
  setRates(rates: readonly number[], race: RaceKind): void {
    if (this.#change((draft) => runEdits.setRates(draft, rates), 'runs')) this.#setRace(race);
  }
  chooseOptimizer(id: OptimizerId): void {
    this.#changeRun('optimizer', (draft, index) => runEdits.chooseOptimizer(draft, index, id));
  }
  setOptimizerParams(change: Values): void {
    this.#changeRun('optimizer', (draft, index) =>
      runEdits.setOptimizerParams(draft, index, change),
    );
  }
  chooseSchedule(id: RunScheduleId): void {
    this.#changeRun('schedule', (draft, index) => runEdits.chooseSchedule(draft, index, id));
  }
  setScheduleParams(change: Values): void {
    this.#changeRun('schedule', (draft, index) => runEdits.setScheduleParams(draft, index, change));
  }
  setForkAnew(anew: boolean): void {
    this.#changeRun('fork', (draft, index) => runEdits.setForkAnew(draft, index, anew));
  }

  /** A field says that what is typed in it is no value (true) or that it is one again (false). */
  refuse(field: string, refused: boolean): void {
    if (this.#refused.has(field) === refused) return;
    const fields = new Set(this.#refused);
    if (refused) fields.add(field);
    else fields.delete(field);
    this.#refused = fields;
  }

  /** The draft as it is on a problem of this kind: the present one, the one that was left, or a preset. */
  #draftOn(kind: ProblemConfig['kind']): Draft {
    if (kind === this.problem.kind) return this.#values;
    const left = this.#left.get(kind);
    if (left) return left;
    return kind === 'stream'
      ? streamDraft()
      : fromPreset(kind === 'model' ? presets.digits : presets.pair);
  }

  /** One edit, also where it leads to another kind of problem. */
  #chooseProblem(values: Draft): void {
    const { kind } = this.problem;
    if (values === this.#values) return;
    const leaves = values.base.problem.kind !== kind;
    const left = this.#values;
    if (!this.#edit(leaves ? { values, preset: null, selected: 0 } : { values }, 'problem')) return;
    if (leaves) this.#left.set(kind, left);
  }

  #add(values: Draft): void {
    const added = values.runs.at(-1)!;
    if (values === this.#values) return;
    this.#edit({ values, selected: values.runs.length - 1 }, `add ${added.slot}`);
  }

  /**
   * Another experiment: one edit, so that an undo brings back the draft it takes the place of. An assignment is left,
   * unless these are saved runs of it.
   */
  #replace(values: Draft, preset: Preset | null): void {
    const same = JSON.stringify(values) === JSON.stringify(this.#values);
    if (!same) this.#history.keep(this.#present, 'experiment');
    const stays = this.#assignment && preset === null && fits(this.#assignment, values);
    if (this.#assignment && !stays) this.#leftBehind = this.#present;
    this.#return({ values, preset, selected: 0, assignment: stays ? this.#assignment : null });
  }

  get #present(): Edited {
    const { selected, assignment } = this;
    return { values: this.#values, preset: this.#preset, selected, assignment };
  }

  #return(edited: Edited | null): void {
    if (!edited) return;
    this.#values = edited.values;
    this.#preset = edited.preset;
    this.#selected = edited.selected;
    this.#assignment = edited.assignment;
  }

  /** How the rates of the settings as they are now were chosen. */
  #setRace(kind: RaceKind | null): void {
    this.#raced = kind && { kind, configs: JSON.stringify(this.#configs) };
  }

  /** Makes an edit and keeps the state before it; where the result could not run, or is locked, nothing changes. */
  #edit(change: Partial<Edited>, what: string): boolean {
    const before = this.#present;
    const after = { ...before, ...change };
    const { base, runs } = after.values;
    return this.#attempt(() => {
      const locked = changedPart(this.#assignment?.locked ?? [], before.values, after.values);
      if (locked) throw new LockedError(locked);
      for (const run of runs) configOf(base, run);
      this.#history.keep(before, what);
      this.#return(after);
    });
  }

  /** Whether it was done; if the settings did not fit each other, or are locked, that is said. */
  #attempt(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof ConfigError) && !(error instanceof LockedError)) throw error;
      this.#onfault(error);
      return false;
    }
  }

  /**
   * An edit of the draft; refused where it could not be made, or its result is locked or could not run. Whether the draft is now as
   * it was wanted.
   */
  #change(edit: (draft: Draft) => Draft, what: string): boolean {
    let done = true;
    const made = this.#attempt(() => {
      const values = edit(this.#values);
      if (values !== this.#values) done = this.#edit({ values }, what);
    });
    return made && done;
  }

  #changeRun(what: string, edit: (draft: Draft, index: number) => Draft): void {
    const { selected } = this;
    this.#change((draft) => edit(draft, selected), `${what} of ${selected}`);
  }

  #set(change: Partial<Draft>, what = Object.keys(change).join()): void {
    this.#change((draft) => ({ ...draft, ...change }), what);
  }

  #setBase(change: Partial<ExperimentConfig>, what = Object.keys(change).join()): void {
    this.#change((draft) => withBase(draft, change), what);
  }
}
