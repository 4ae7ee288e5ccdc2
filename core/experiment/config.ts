import type { Choice } from '../params.ts';
import type { Scaling } from '../datasets/scaling.ts';
import type { StreamName } from '../training/streams.ts';

export interface ObjectiveProblemConfig {
  readonly kind: 'objective';
  readonly objective: Choice;
  /** θ₀, shape (dim,). */
  readonly start: readonly number[];
  /** Standard deviation σ of the normal noise added to every gradient coordinate. */
  readonly noise: number;
  /** Factor c of the loss and of its gradient, the noise apart: the unit in which the loss is measured. */
  readonly scale: number;
}

export interface StreamProblemConfig {
  readonly kind: 'stream';
  readonly stream: Choice;
  /** θ₀, shape (dim,). */
  readonly start: readonly number[];
}

export interface ModelProblemConfig {
  readonly kind: 'model';
  readonly model: Choice;
  readonly dataset: Choice;
  readonly loss: Choice;
  /** λ of the penalty ½ λ ‖W‖² on the weights (not the biases), added to the loss. */
  readonly l2: number;
  /** How the features are rescaled, measured on the training rows. */
  readonly scaling: Scaling;
  /** Samples per update. */
  readonly batchSize: number;
  /** Whether an incomplete last batch of an epoch is skipped (true) or used (false). */
  readonly dropLast: boolean;
  readonly order: BatchOrder;
  /** θ₀, shape (dim,), where a recorded training is repeated; null: the model draws its own. */
  readonly initialParams: readonly number[] | null;
}

/**
 * In which order an epoch visits the training rows: a fresh permutation, as they lie in the data set, or
 * recorded permutations, one per epoch, used again from the first when they are through.
 */
export type BatchOrder = 'shuffled' | 'sequential' | readonly (readonly number[])[];

export type ProblemConfig = ObjectiveProblemConfig | StreamProblemConfig | ModelProblemConfig;

/** In what the schedule counts: updates made, epochs completed (a staircase), or samples seen. */
export const scheduleUnits = ['step', 'epoch', 'sample'] as const;
export type ScheduleUnit = (typeof scheduleUnits)[number];

/**
 * What a schedule that looks at a metric is shown, once after every epoch: the mean loss of the epoch's
 * updates, or the loss after it on all training data (of the whole objective), or on held-out data.
 */
export const scheduleMetrics = ['epoch-mean', 'train-loss', 'test-loss'] as const;
export type ScheduleMetric = (typeof scheduleMetrics)[number];

/** Stop rules, each null where it is off (training/stop-rules.ts). */
export interface StopConfig {
  /** The run stops when the loss exceeds this; null: only non-finite numbers end it. */
  readonly lossLimit: number | null;
  /** The run stops when an update changes the loss by less than this. */
  readonly lossChange: number | null;
  /** The run stops when the Euclidean norm of the gradient is below this. */
  readonly gradNorm: number | null;
  /** The run stops when the loss is at or below this. */
  readonly targetLoss: number | null;
  readonly patience: PatienceConfig | null;
}

/** What patience may wait for: the loss on held-out data or, where they have classes, the accuracy. */
export type PatienceMetric = 'eval/test_loss' | 'eval/test_accuracy';

/** The run stops after `checks` evaluations in a row without a gain of more than `minDelta`. */
export interface PatienceConfig {
  readonly metric: PatienceMetric;
  readonly checks: number;
  readonly minDelta: number;
}

/**
 * Where a run leaves another: it takes over everything the other had after `step` updates (parameters,
 * slots, random streams, data order) and goes on with its own settings (training/fork.ts).
 */
export interface ForkConfig {
  readonly step: number;
  readonly from: ExperimentConfig;
}

/** Everything needed to repeat a run, as JSON. */
export interface ExperimentConfig {
  readonly version: 1;
  /** Unsigned 32-bit; the random streams of the run are derived from it by name. */
  readonly seed: number;
  /** Number of seeds trained side by side: seed, seed + 1, …; the first is the one drawn. */
  readonly replicates: number;
  /** Raw seeds of single streams instead of derived ones; only presets that replay a publication use it. */
  readonly streams?: Readonly<Partial<Record<StreamName, number>>>;
  readonly problem: ProblemConfig;
  readonly optimizer: Choice;
  readonly schedule: Choice;
  readonly scheduleUnit: ScheduleUnit;
  /** Index t of the schedule at step 0, in its unit; where it is negative the schedule begins later. */
  readonly scheduleStart: number;
  readonly scheduleMetric: ScheduleMetric;
  /** Updates per epoch where the problem has no data of its own; null: as the data say. */
  readonly stepsPerEpoch: number | null;
  /** η₀, the (peak) learning rate. */
  readonly lr: number;
  readonly totalSteps: number;
  /** Steps between recorded points. */
  readonly recordEvery: number;
  /** Steps between evaluations on the whole data sets; 0: never. */
  readonly evaluateEvery: number;
  readonly stop: StopConfig;
  /** Absent: the run begins at its own start. */
  readonly fork?: ForkConfig;
}

/** A run may be a fork of a fork, but only so often. */
export const MAX_FORKS = 8;

/** A model may not have more parameters than this. */
export const MAX_PARAMETERS = 2_000_000;

/** Given initial parameters, and the rows of a recorded batch order, may not be more numbers than this. */
export const MAX_GIVEN_NUMBERS = 1_000_000;

/** A single series may not hold more points than this (40 MB of float64). */
export const MAX_POINTS = 5_000_000;
