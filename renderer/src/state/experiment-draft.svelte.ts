import type {
  ExperimentConfig,
  ProblemConfig,
  ScheduleUnit,
  StopConfig,
} from '../../../core/experiment/config.ts';
import { presets } from '../../../core/experiment/presets.ts';
import type { Values } from '../../../core/params.ts';
import type { DatasetId } from '../../../core/datasets/index.ts';
import type { Scaling } from '../../../core/datasets/scaling.ts';
import type { ModelId } from '../../../core/models/index.ts';
import type { ObjectiveId } from '../../../core/objectives/index.ts';
import type { OptimizerId } from '../../../core/optimizers/index.ts';
import type { RunScheduleId } from '../../../core/schedules/index.ts';
import type { GradientStreamId } from '../../../core/streams/index.ts';
import type { RaceKind } from '../../../electron/ipc/experiment.ts';
import { stepsPerEpoch } from '../lib/theory.ts';
import { fromPreset, withBase, type Draft, type DraftRun } from './draft-values.ts';
import * as problemEdits from './edit-problem.ts';
import * as runEdits from './edit-runs.ts';
import { EditableDraft } from './editable-draft.svelte.ts';
import { streamDraft } from './stream-problem.ts';

/** The experiment being put together: what its settings are, and every edit of them that a person can make. */
export class ExperimentDraft extends EditableDraft {
  /** What each kind of problem looked like when it was left. */
  readonly #left = new Map<ProblemConfig['kind'], Draft>();

  get problem(): ProblemConfig {
    return this.values.base.problem;
  }
  /** The seed of the selected run: that of all, unless it has its own. */
  get seed(): number {
    return this.config.seed;
  }
  get replicates(): number {
    return this.values.base.replicates;
  }
  get totalSteps(): number {
    return this.values.base.totalSteps;
  }
  get stepsPerEpoch(): number {
    return stepsPerEpoch(this.problem, this.values.base.stepsPerEpoch);
  }
  get epochs(): number {
    return problemEdits.epochsOf(this.values);
  }
  /** The run of the draft that the selected fork leaves; null where it changed since, or is not here. */
  get forkParent(): DraftRun | null {
    const from = JSON.stringify(this.config.fork?.from);
    return this.runs[this.configs.findIndex((config) => JSON.stringify(config) === from)] ?? null;
  }
  get scheduleUnit(): ScheduleUnit {
    return this.values.base.scheduleUnit;
  }
  get stop(): StopConfig {
    return this.values.base.stop;
  }
  get pace(): number | null {
    return this.values.pace;
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
    this.change((draft) => problemEdits.setEpochs(draft, epochs), 'length');
  }
  setScheduleUnit(scheduleUnit: ScheduleUnit): void {
    this.#setBase({ scheduleUnit });
  }

  /** Sets stop rules, or with null leaves them out. Patience makes sure that there is something to wait for. */
  setStop(change: Partial<StopConfig>): void {
    const { evaluateEvery } = this.values.base;
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
    this.change((draft) => problemEdits.setNoise(draft, noise), 'noise');
  }
  setStart(start: readonly number[]): void {
    this.change((draft) => problemEdits.setStart(draft, start), 'start');
  }
  setObjectiveParams(change: Values): void {
    const what = `objective ${Object.keys(change).join()}`;
    this.change((draft) => problemEdits.setObjectiveParams(draft, change), what);
  }
  setStreamParams(change: Values): void {
    const what = `stream ${Object.keys(change).join()}`;
    this.change((draft) => problemEdits.setStreamParams(draft, change), what);
  }
  chooseModel(id: ModelId): void {
    this.change((draft) => problemEdits.chooseModel(draft, id), 'model');
  }
  setModelParams(change: Values): void {
    const what = `model ${Object.keys(change).join()}`;
    this.change((draft) => problemEdits.setModelParams(draft, change), what);
  }
  setDatasetParams(change: Values): void {
    const what = `dataset ${Object.keys(change).join()}`;
    this.change((draft) => problemEdits.setDatasetParams(draft, change), what);
  }
  setScaling(scaling: Scaling): void {
    this.change((draft) => problemEdits.setScaling(draft, scaling), 'scaling');
  }
  setBatchSize(batchSize: number): void {
    this.change((draft) => problemEdits.setBatchSize(draft, batchSize), 'batch');
  }

  /** Adds a run beside the others and selects it. */
  addRun(): void {
    this.#add(runEdits.addRun(this.values, this.selected, this.locks('schedule')));
  }
  /** Adds a run that leaves the selected one after `step` updates, and selects it. */
  forkRun(step: number): void {
    this.#add(runEdits.forkRun(this.values, this.selected, step));
  }
  /** Adds a run with the settings of the selected one and another seed, and selects it. */
  repeatRun(): void {
    this.#add(runEdits.repeatRun(this.values, this.selected));
  }
  removeRun(index: number): void {
    const { length } = this.runs;
    const values = runEdits.removeRun(this.values, index);
    if (values === this.values) return;
    const selected = Math.min(this.selected, values.runs.length - 1);
    this.edit({ values, selected }, `remove ${index} of ${length}`);
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
    if (this.change((draft) => runEdits.setRates(draft, rates), 'runs')) this.setRace(race);
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

  /** The draft as it is on a problem of this kind: the present one, the one that was left, or a preset. */
  #draftOn(kind: ProblemConfig['kind']): Draft {
    if (kind === this.problem.kind) return this.values;
    const left = this.#left.get(kind);
    if (left) return left;
    return kind === 'stream'
      ? streamDraft()
      : fromPreset(kind === 'model' ? presets.digits : presets.pair);
  }

  /** One edit, also where it leads to another kind of problem. */
  #chooseProblem(values: Draft): void {
    const { kind } = this.problem;
    if (values === this.values) return;
    const leaves = values.base.problem.kind !== kind;
    const left = this.values;
    if (!this.edit(leaves ? { values, preset: null, selected: 0 } : { values }, 'problem')) return;
    if (leaves) this.#left.set(kind, left);
  }

  #add(values: Draft): void {
    const added = values.runs.at(-1)!;
    if (values === this.values) return;
    this.edit({ values, selected: values.runs.length - 1 }, `add ${added.slot}`);
  }

  #changeRun(what: string, edit: (draft: Draft, index: number) => Draft): void {
    const { selected } = this;
    this.change((draft) => edit(draft, selected), `${what} of ${selected}`);
  }

  #set(change: Partial<Draft>, what = Object.keys(change).join()): void {
    this.change((draft) => ({ ...draft, ...change }), what);
  }

  #setBase(change: Partial<ExperimentConfig>, what = Object.keys(change).join()): void {
    this.change((draft) => withBase(draft, change), what);
  }
}
