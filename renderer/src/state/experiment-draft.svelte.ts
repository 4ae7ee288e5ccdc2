import { ConfigError } from '../../../core/errors.ts';
import type {
  ExperimentConfig,
  ModelProblemConfig,
  ObjectiveProblemConfig,
  ProblemConfig,
  ScheduleUnit,
  StopConfig,
} from '../../../core/experiment/config.ts';
import { presets, type Preset } from '../../../core/experiment/presets.ts';
import { defaultParams, type Choice, type Values } from '../../../core/params.ts';
import { datasets, type DatasetId } from '../../../core/datasets/index.ts';
import type { Scaling } from '../../../core/datasets/scaling.ts';
import type { ModelId } from '../../../core/models/index.ts';
import { objectives, type ObjectiveId } from '../../../core/objectives/index.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';
import { gradientStreams, type GradientStreamId } from '../../../core/streams/index.ts';
import type { Text } from '../../../core/text.ts';
import type { ExperimentPlan } from '../../../electron/ipc/contract.ts';
import { runAt } from '../../../core/training/fork.ts';
import { runNames } from '../i18n/run-names.ts';
import { text } from '../i18n/i18n.svelte.ts';
import { offeredSchedules } from '../lib/offered-schedules.ts';
import { stepsPerEpoch } from '../lib/theory.ts';
import {
  baseOf,
  configOf,
  draftRunOf,
  firstFree,
  fromPreset,
  isValid,
  MOST_RUNS,
  type Draft,
  type DraftRun,
} from './draft-values.ts';
import { bearableRate } from './bearable-rate.ts';
import {
  fitted,
  fittedStop,
  lengthOf,
  usualEpochs,
  withDataset,
  withModel,
} from './model-problem.ts';
import { streamDraft, streamProblem, withStreamParams } from './stream-problem.ts';
import { EditHistory } from './edit-history.svelte.ts';

/** What one edit changes. */
interface Edited {
  readonly values: Draft;
  readonly preset: Preset | null;
  readonly selected: number;
}

/** The experiment being put together. Always holds values that can run; typed nonsense stays outside. */
export class ExperimentDraft {
  #values = $state.raw<Draft>(fromPreset(presets.pair));
  #preset = $state.raw<Preset | null>(presets.pair);
  #selected = $state(0);
  /** Fields whose typed text is not a value, by name. */
  #refused = $state.raw<ReadonlySet<string>>(new Set());
  readonly #configs = $derived(this.#values.runs.map((run) => configOf(this.#values.base, run)));
  readonly #runNames = $derived(runNames(this.#configs));
  /** What each kind of problem looked like when it was left. */
  readonly #left = new Map<ProblemConfig['kind'], Draft>();
  readonly #history: EditHistory<Edited>;
  readonly #onfault: (fault: ConfigError) => void;

  /** `onfault` is told why an edit was not made: together with the other settings it could not run. */
  constructor(onfault: (fault: ConfigError) => void, now?: () => number) {
    this.#onfault = onfault;
    this.#history = new EditHistory(now);
  }

  get name(): string {
    if (this.#values.name !== null) return this.#values.name;
    return text(this.#usualName);
  }
  get problem(): ProblemConfig {
    return this.#values.base.problem;
  }
  get seed(): number {
    return this.#values.base.seed;
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
    return Math.max(1, Math.round(this.totalSteps / this.stepsPerEpoch));
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
    return {
      name: this.name,
      runs: this.#configs.map((config, i) => ({ name: names[i]!, config })),
      pace: this.pace,
    };
  }

  loadPreset(preset: Preset): void {
    this.#replace(fromPreset(preset), preset);
  }

  /** Takes over a saved experiment, to look at it or to change a copy. */
  loadRuns(name: string, configs: readonly ExperimentConfig[], pace: number | null): void {
    const base = baseOf(configs[0]!);
    const runs = configs.map(draftRunOf);
    this.#replace({ name, base, runs, pace }, null);
  }

  rename(name: string): void {
    this.#set({ name: name.trim() === '' ? null : name.trim() });
  }
  setPace(pace: number | null): void {
    this.#set({ pace });
  }
  setSeed(seed: number): void {
    this.#setBase({ seed });
  }
  setReplicates(replicates: number): void {
    this.#setBase({ replicates });
  }
  setTotalSteps(totalSteps: number): void {
    this.#setBase({ totalSteps });
  }
  setEpochs(epochs: number): void {
    if (this.problem.kind === 'model') this.#setBase(lengthOf(this.problem, epochs));
    else this.#setBase({ totalSteps: epochs * this.stepsPerEpoch });
  }
  setScheduleUnit(scheduleUnit: ScheduleUnit): void {
    this.#setBase({ scheduleUnit });
  }

  /** Sets stop rules, or with null leaves them out. Patience makes sure that there is something to wait for. */
  setStop(change: Partial<StopConfig>): void {
    const { evaluateEvery } = this.#values.base;
    const waits = change.patience && evaluateEvery === 0;
    const base = {
      ...this.#values.base,
      stop: { ...this.stop, ...change },
      evaluateEvery: waits ? this.stepsPerEpoch : evaluateEvery,
    };
    this.#set({ base }, `stop ${Object.keys(change).join()}`);
  }

  /** Another objective with its defaults, from its own start, at rates that it bears there. */
  chooseObjective(id: ObjectiveId): void {
    const draft = this.#draftOn('objective');
    const { problem } = draft.base;
    if (problem.kind !== 'objective') return;
    if (problem.objective.id === id) {
      this.#chooseProblem(draft);
      return;
    }
    const params: Values = defaultParams(objectives[id].params);
    const objective = objectives[id].create(params as never);
    const { start } = objective;
    const next = { ...problem, objective: { id, params }, start };
    const runs = draft.runs.map((run) => ({
      ...run,
      lr: bearableRate(objective, start, run.optimizer, run.lr),
    }));
    this.#chooseProblem({ ...draft, base: { ...draft.base, problem: next }, runs });
  }

  chooseProblem(kind: ProblemConfig['kind']): void {
    this.#chooseProblem(this.#draftOn(kind));
  }

  setNoise(noise: number): void {
    this.#setObjective(() => ({ noise }), 'noise');
  }

  setStart(start: readonly number[]): void {
    const { problem } = this;
    if (problem.kind !== 'model') this.#setBase({ problem: { ...problem, start } }, 'start');
  }

  /** Another gradient stream with its defaults, from its own start. */
  chooseStream(id: GradientStreamId): void {
    const draft = this.#draftOn('stream');
    const { problem } = draft.base;
    const same = problem.kind === 'stream' && problem.stream.id === id;
    const base = same ? draft.base : { ...draft.base, problem: streamProblem(id) };
    this.#chooseProblem(same ? draft : { ...draft, base });
  }

  setStreamParams(change: Values): void {
    const { problem } = this;
    if (problem.kind !== 'stream') return;
    this.#attempt(() => {
      const what = `stream ${Object.keys(change).join()}`;
      this.#setBase({ problem: withStreamParams(problem, change) }, what);
    });
  }

  /** Where the number of dimensions changes with the parameters, the run begins at the new usual start. */
  setObjectiveParams(change: Values): void {
    this.#setObjective(
      (problem) => {
        const objective = changed(problem.objective, change);
        const { id, params } = objective;
        const { start, dim } = objectives[id as ObjectiveId].create(params as never);
        return { objective, start: problem.start.length === dim ? problem.start : start };
      },
      `objective ${Object.keys(change).join()}`,
    );
  }

  /** Other data: with a model that can be trained on them, for as long as is usual. */
  chooseDataset(id: DatasetId): void {
    const draft = this.#draftOn('model');
    const { problem } = draft.base;
    if (problem.kind !== 'model') return;
    if (problem.dataset.id === id) {
      this.#chooseProblem(draft);
      return;
    }
    const next = withDataset(problem, id);
    const stop = fittedStop(draft.base.stop, next);
    const base = { ...draft.base, problem: next, stop, ...lengthOf(next, usualEpochs(next)) };
    this.#chooseProblem({ ...draft, base });
  }

  chooseModel(id: ModelId): void {
    if (this.problem.kind !== 'model' || this.problem.model.id === id) return;
    this.#setModel((problem) => withModel(problem, id), 'model');
  }

  setModelParams(change: Values): void {
    this.#setModel(
      (problem) => fitted({ ...problem, model: changed(problem.model, change) }),
      `model ${Object.keys(change).join()}`,
    );
  }

  /** Another number of samples keeps the number of epochs. */
  setDatasetParams(change: Values): void {
    this.#setModel(
      (problem) => fitted({ ...problem, dataset: changed(problem.dataset, change) }),
      `dataset ${Object.keys(change).join()}`,
    );
  }

  setScaling(scaling: Scaling): void {
    this.#setModel((problem) => ({ ...problem, scaling }), 'scaling');
  }

  /** Changes the batch and keeps the number of epochs. */
  setBatchSize(batchSize: number): void {
    this.#setModel((problem) => ({ ...problem, batchSize }), 'batch');
  }

  select(index: number): void {
    this.#selected = index;
  }

  /** Adds a run beside the others: the next schedule, with the first rate of the selected run. */
  addRun(): void {
    const { runs } = this;
    if (runs.length >= MOST_RUNS) return;
    const unused = offeredSchedules.find((id) => !runs.some((run) => run.schedule.id === id));
    const schedule = this.#choice(unused ?? 'constant');
    const { optimizer, lr } = this.run;
    this.#add({ optimizer, schedule, lr, fork: null });
  }

  /** Adds a run that leaves the selected one after `step` updates; without a change it repeats it. */
  forkRun(step: number): void {
    if (this.runs.length >= MOST_RUNS) return;
    // Before a fork left its run there is only that one.
    const from = runAt(this.run, step);
    const { optimizer, schedule, lr } = from;
    this.#add({ optimizer, schedule, lr, fork: { step, from, anew: false } });
  }

  /** Whether the schedule of the selected fork begins there, or goes on. */
  setForkAnew(anew: boolean): void {
    const { fork } = this.run;
    if (fork) this.#setRun({ fork: { ...fork, anew } });
  }

  removeRun(index: number): void {
    if (this.runs.length === 1) return;
    const runs = this.runs.filter((_, i) => i !== index);
    const selected = Math.min(this.#selected, runs.length - 1);
    this.#edit(
      { values: { ...this.#values, runs }, selected },
      `remove ${index} of ${runs.length}`,
    );
  }

  setLr(lr: number): void {
    this.#setRun({ lr });
  }

  /** A first rate for each run, in their order. */
  setRates(rates: readonly number[]): void {
    this.#set({ runs: this.runs.map((run, i) => ({ ...run, lr: rates[i] ?? run.lr })) });
  }

  /** Another optimizer with its defaults, at the rate that is set. */
  chooseOptimizer(id: OptimizerId): void {
    this.#setRun({ optimizer: { id, params: defaultParams(optimizers[id].params) } });
  }

  setOptimizerParams(change: Values): void {
    const { optimizer } = this.run;
    this.#setRun({ optimizer: changed(optimizer, change) });
  }

  chooseSchedule(id: RunScheduleId): void {
    this.#setRun({ schedule: this.#choice(id) });
  }

  setScheduleParams(change: Values): void {
    const { schedule } = this.run;
    this.#setRun({ schedule: changed(schedule, change) });
  }

  /** A field says that what is typed in it is no value (true) or that it is one again (false). */
  refuse(field: string, refused: boolean): void {
    if (this.#refused.has(field) === refused) return;
    const fields = new Set(this.#refused);
    if (refused) fields.add(field);
    else fields.delete(field);
    this.#refused = fields;
  }

  /** A schedule with its defaults, and with the constants the present one shares with it. */
  #choice(id: RunScheduleId): Choice {
    const { params } = runSchedules[id];
    const defaults: Values = defaultParams(params);
    const present = [this.run, ...this.runs].map((run) => run.schedule.params);
    const kept = Object.keys(defaults).flatMap((name) => {
      const value = present.find((values) => name in values)?.[name];
      return value !== undefined && isValid(params, { [name]: value }) ? [[name, value]] : [];
    });
    return { id, params: { ...defaults, ...Object.fromEntries(kept) } };
  }

  /** The preset's name while it still says what is run; else that of the problem. */
  get #usualName(): Text {
    const { problem } = this;
    const preset = this.#preset ?? this.#presetOfProblem();
    const ofPreset = preset.runs[0]?.config.problem;
    if (problem.kind === 'model') {
      const same = ofPreset?.kind === 'model' && ofPreset.dataset.id === problem.dataset.id;
      return same ? preset.name : datasets[problem.dataset.id as DatasetId].name;
    }
    if (problem.kind === 'stream') {
      return gradientStreams[problem.stream.id as GradientStreamId].name;
    }
    if (ofPreset?.kind !== 'objective') return preset.name;
    const kindsOf = (runs: readonly Pick<DraftRun, 'optimizer' | 'schedule'>[]): string =>
      runs.map(({ optimizer, schedule }) => `${optimizer.id} ${schedule.id}`).join();
    const same =
      problem.objective.id === ofPreset.objective.id &&
      kindsOf(this.runs) === kindsOf(preset.runs.map(({ config }) => config));
    if (same) return preset.name;
    return objectives[problem.objective.id as ObjectiveId].name;
  }

  #presetOfProblem(): Preset {
    return this.problem.kind === 'model' ? presets.digits : presets.pair;
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

  #setObjective(
    change: (problem: ObjectiveProblemConfig) => Partial<ObjectiveProblemConfig>,
    what: string,
  ): void {
    const { problem } = this;
    if (problem.kind !== 'objective') return;
    this.#setBase({ problem: { ...problem, ...change(problem) } }, what);
  }

  /** Whatever it does to the steps of an epoch, the number of epochs stays. */
  #setModel(change: (problem: ModelProblemConfig) => ModelProblemConfig, what: string): void {
    const { problem, epochs } = this;
    if (problem.kind !== 'model') return;
    this.#attempt(() => {
      const next = change(problem);
      const same = stepsPerEpoch(next) === stepsPerEpoch(problem);
      this.#setBase({ problem: next, ...(same ? {} : lengthOf(next, epochs)) }, what);
    });
  }

  #add(run: Omit<DraftRun, 'slot'>): void {
    const { runs } = this;
    const slot = firstFree(runs.map((other) => other.slot));
    const values = { ...this.#values, runs: [...runs, { ...run, slot }] };
    this.#edit({ values, selected: runs.length }, `add ${slot}`);
  }

  /** Another experiment: one edit, so that an undo brings back the draft it takes the place of. */
  #replace(values: Draft, preset: Preset | null): void {
    const same = JSON.stringify(values) === JSON.stringify(this.#values);
    if (!same) this.#history.keep(this.#present, 'experiment');
    this.#return({ values, preset, selected: 0 });
  }

  get #present(): Edited {
    return { values: this.#values, preset: this.#preset, selected: this.selected };
  }

  #return(edited: Edited | null): void {
    if (!edited) return;
    this.#values = edited.values;
    this.#preset = edited.preset;
    this.#selected = edited.selected;
  }

  /** Makes an edit and keeps the state before it; where the result could not run, nothing changes. */
  #edit(change: Partial<Edited>, what: string): boolean {
    const before = this.#present;
    const after = { ...before, ...change };
    const { base, runs } = after.values;
    return this.#attempt(() => {
      for (const run of runs) configOf(base, run);
      this.#history.keep(before, what);
      this.#return(after);
    });
  }

  /** Whether it was done; if the settings did not fit each other, that is said. */
  #attempt(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#onfault(error);
      return false;
    }
  }

  #set(change: Partial<Draft>, what = Object.keys(change).join()): void {
    this.#edit({ values: { ...this.#values, ...change } }, what);
  }

  #setBase(change: Partial<ExperimentConfig>, what = Object.keys(change).join()): void {
    this.#set({ base: { ...this.#values.base, ...change } }, what);
  }

  #setRun(change: Partial<DraftRun>): void {
    const { selected } = this;
    this.#set(
      { runs: this.runs.map((run, i) => (i === selected ? { ...run, ...change } : run)) },
      `${Object.keys(change).join()} of ${selected}`,
    );
  }
}

/** A choice with some of its parameters changed. */
function changed(choice: Choice, change: Values): Choice {
  return { ...choice, params: { ...choice.params, ...change } };
}
