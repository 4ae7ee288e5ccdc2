import type {
  ExperimentConfig,
  ProblemConfig,
  ScheduleUnit,
} from '../../../core/experiment/config.ts';
import { presets, type Preset } from '../../../core/experiment/presets.ts';
import { defaultParams, type Choice, type Values } from '../../../core/params.ts';
import { datasets, type DatasetId } from '../../../core/datasets/index.ts';
import type { Scaling } from '../../../core/datasets/scaling.ts';
import type { ModelId } from '../../../core/models/index.ts';
import { objectives, type ObjectiveId } from '../../../core/objectives/index.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';
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
import { fitted, usualLength, withDataset, withModel } from './model-problem.ts';
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
  /** What each kind of problem looked like when it was left. */
  readonly #left = new Map<ProblemConfig['kind'], Draft>();
  readonly #history: EditHistory<Edited>;

  constructor(now?: () => number) {
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
  get scheduleUnit(): ScheduleUnit {
    return this.#values.base.scheduleUnit;
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
    return runNames(this.#configs);
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
    this.#history.clear();
  }

  /** Takes over a saved experiment, to look at it or to change a copy. */
  loadRuns(name: string, configs: readonly ExperimentConfig[], pace: number | null): void {
    const base = baseOf(configs[0]!);
    const runs = configs.map(draftRunOf);
    this.#replace({ name, base, runs, pace }, null);
    this.#history.clear();
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
    this.#setBase({ totalSteps: epochs * this.stepsPerEpoch });
  }
  setScheduleUnit(scheduleUnit: ScheduleUnit): void {
    this.#setBase({ scheduleUnit });
  }

  /** Another objective with its defaults, from its own start. */
  chooseObjective(id: ObjectiveId): void {
    if (this.problem.kind !== 'objective') this.chooseProblem('objective');
    const { problem } = this;
    if (problem.kind !== 'objective' || problem.objective.id === id) return;
    const params: Values = defaultParams(objectives[id].params);
    const { start } = objectives[id].create(params as never);
    this.#setBase({ problem: { ...problem, objective: { id, params }, start } });
  }

  chooseProblem(kind: ProblemConfig['kind']): void {
    if (kind === this.problem.kind) return;
    this.#history.keep(this.#present, 'problem');
    this.#left.set(this.problem.kind, this.#values);
    const preset = kind === 'model' ? presets.digits : presets.pair;
    this.#replace(this.#left.get(kind) ?? fromPreset(preset), null);
  }

  setNoise(noise: number): void {
    if (this.problem.kind === 'objective') this.#setBase({ problem: { ...this.problem, noise } });
  }

  setStart(start: readonly number[]): void {
    if (this.problem.kind === 'objective') this.#setBase({ problem: { ...this.problem, start } });
  }

  /** Where the number of dimensions changes with the parameters, the run begins at the new usual start. */
  setObjectiveParams(change: Values): void {
    if (this.problem.kind !== 'objective') return;
    const { problem } = this;
    const params = { ...problem.objective.params, ...change };
    const { start, dim } = objectives[problem.objective.id as ObjectiveId].create(params as never);
    const objective = { ...problem.objective, params };
    const kept = problem.start.length === dim ? problem.start : start;
    this.#setBase({ problem: { ...problem, objective, start: kept } });
  }

  /** Other data: with a model that can be trained on them, for as long as is usual. */
  chooseDataset(id: DatasetId): void {
    if (this.problem.kind !== 'model') this.chooseProblem('model');
    const { problem } = this;
    if (problem.kind !== 'model' || problem.dataset.id === id) return;
    const next = withDataset(problem, id);
    this.#setBase({ problem: next, ...usualLength(next) });
  }

  chooseModel(id: ModelId): void {
    const { problem } = this;
    if (problem.kind !== 'model' || problem.model.id === id) return;
    this.#setBase({ problem: withModel(problem, id) });
  }

  setModelParams(change: Values): void {
    const { problem } = this;
    if (problem.kind !== 'model') return;
    const model = { ...problem.model, params: { ...problem.model.params, ...change } };
    this.#setBase({ problem: fitted({ ...problem, model }) });
  }

  /** Another number of samples keeps the number of epochs. */
  setDatasetParams(change: Values): void {
    const { problem, epochs } = this;
    if (problem.kind !== 'model') return;
    const dataset = { ...problem.dataset, params: { ...problem.dataset.params, ...change } };
    const next = fitted({ ...problem, dataset });
    const perEpoch = stepsPerEpoch(next);
    this.#setBase({ problem: next, totalSteps: epochs * perEpoch, evaluateEvery: perEpoch });
  }

  setScaling(scaling: Scaling): void {
    if (this.problem.kind === 'model') this.#setBase({ problem: { ...this.problem, scaling } });
  }

  /** Changes the batch and keeps the number of epochs. */
  setBatchSize(batchSize: number): void {
    if (this.problem.kind !== 'model') return;
    const { epochs } = this;
    const problem = { ...this.problem, batchSize };
    const perEpoch = stepsPerEpoch(problem);
    this.#setBase({ problem, totalSteps: epochs * perEpoch, evaluateEvery: perEpoch });
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
    const slot = firstFree(runs.map((run) => run.slot));
    const { optimizer, lr } = this.run;
    const run = { slot, optimizer, schedule, lr, fork: null };
    this.#set({ runs: [...runs, run] }, `add ${slot}`);
    this.#selected = runs.length;
  }

  /** Adds a run that leaves the selected one after `step` updates; without a change it repeats it. */
  forkRun(step: number): void {
    const { runs } = this;
    if (runs.length >= MOST_RUNS) return;
    // Before a fork left its run there is only that one.
    const from = runAt(this.run, step);
    const slot = firstFree(runs.map((run) => run.slot));
    const { optimizer, schedule, lr } = from;
    const run = { slot, optimizer, schedule, lr, fork: { step, from, anew: false } };
    this.#set({ runs: [...runs, run] }, `add ${slot}`);
    this.#selected = runs.length;
  }

  /** Whether the schedule of the selected fork begins there, or goes on. */
  setForkAnew(anew: boolean): void {
    const { fork } = this.run;
    if (fork) this.#setRun({ fork: { ...fork, anew } });
  }

  removeRun(index: number): void {
    if (this.runs.length === 1) return;
    this.#set(
      { runs: this.runs.filter((_, i) => i !== index) },
      `remove ${index} of ${this.runs.length}`,
    );
    this.#selected = Math.max(0, Math.min(this.#selected, this.runs.length - 1));
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
    this.#setRun({ optimizer: { ...optimizer, params: { ...optimizer.params, ...change } } });
  }

  chooseSchedule(id: RunScheduleId): void {
    this.#setRun({ schedule: this.#choice(id) });
  }

  setScheduleParams(change: Values): void {
    const { schedule } = this.run;
    this.#setRun({ schedule: { ...schedule, params: { ...schedule.params, ...change } } });
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
    if (problem.kind !== 'objective' || ofPreset?.kind !== 'objective') return preset.name;
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

  #replace(values: Draft, preset: Preset | null): void {
    this.#values = values;
    this.#preset = preset;
    this.#selected = 0;
    this.#refused = new Set();
  }

  get #present(): Edited {
    return { values: this.#values, preset: this.#preset, selected: this.selected };
  }

  #return(edited: Edited | null): void {
    if (!edited) return;
    this.#values = edited.values;
    this.#preset = edited.preset;
    this.#selected = edited.selected;
    this.#refused = new Set();
  }

  #set(change: Partial<Draft>, what = Object.keys(change).join()): void {
    this.#history.keep(this.#present, what);
    this.#values = { ...this.#values, ...change };
  }

  #setBase(change: Partial<ExperimentConfig>): void {
    this.#set({ base: { ...this.#values.base, ...change } }, Object.keys(change).join());
  }

  #setRun(change: Partial<DraftRun>): void {
    const { selected } = this;
    this.#set(
      { runs: this.runs.map((run, i) => (i === selected ? { ...run, ...change } : run)) },
      `${Object.keys(change).join()} of ${selected}`,
    );
  }
}
