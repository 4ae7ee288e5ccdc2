/** The JSON of a `.downhill` file; fields that a reader does not know are left alone. */
import { oneLine } from '../ipc/one-line.ts';
import { z } from 'zod';
import { MAX_POINTS } from '../../core/experiment/config.ts';
import { metricNames } from '../../core/training/metrics.ts';
import {
  lockableParts,
  MOST_ASSIGNED_RUNS,
  MOST_INSTRUCTIONS,
  MOST_TITLE,
} from '../ipc/assignment.ts';
import { raceKinds } from '../ipc/experiment.ts';
import { MOST_LINE, MOST_NOTE, MOST_TAG, MOST_TAGS, type RunEvent } from '../ipc/library.ts';
import {
  isUnderWay,
  runStates,
  stateReasons,
  type RunState,
  type StateUnderWay,
} from '../ipc/run.ts';
import { logUnits, MOST_COLUMN_NAME, MOST_LOG_COLUMNS } from '../ipc/training-log.ts';
import { FORMAT } from './format.ts';
import { limits } from './limits.ts';

// Without this, zod probes whether it may compile code from strings.
z.config({ jitless: true });

const LATEST = 8.64e15;
const LAST_STEP = 1e9;

const text = (most: number) => z.string().max(most);
/** As those are that are given here: whatever breaks a line is a space. */
const name = z.string().max(200).transform(oneLine).pipe(z.string().min(1));
const step = z.int().min(0).max(LAST_STEP);
const moment = z.int().min(0).max(LATEST);
const real = z
  .number()
  .or(z.nan())
  .or(z.literal([Infinity, -Infinity]));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const runNumber = z.int().min(1).max(limits.runs);

/** Read first, and alone: all else may mean something else in a newer version. */
export const heading = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  minReaderVersion: z.int().min(1),
});

export const manifest = z.object({
  generator: text(200),
  experiments: z
    .array(
      z.object({
        name,
        race: z.enum(raceKinds).nullable(),
        createdAt: moment,
        /** The numbers of its runs. */
        runs: z.array(runNumber).min(1).max(limits.runs),
      }),
    )
    .max(limits.runs),
  parts: z.array(z.object({ name: text(200), bytes: z.int().min(0), sha256 })).max(limits.parts),
});

const falseConvergence = z.object({
  code: z.enum(['small-rate', 'large-gradient']),
  gradNorm: real,
  startGradNorm: real,
  lr: real,
  largestLr: real,
});

const result = z.object({
  firstLosses: z.array(real).max(10_000).exactOptional(),
  finalLoss: real,
  bestLoss: real,
  bestStep: step,
  tail: z.object({ steps: step, means: z.array(real).max(10_000) }),
  testAccuracy: real.nullable(),
  testLoss: real.nullable(),
  falseConvergence: falseConvergence.nullable(),
});

const ended = runStates.filter(
  (state): state is Exclude<RunState, StateUnderWay> => !isUnderWay(state),
);

/** A new kind of event does not compile without its line here. */
const eventsOfKind = {
  continued: z.object({
    kind: z.literal('continued'),
    at: moment,
    step,
    after: z.enum(runStates),
    reason: z.enum(stateReasons).nullable(),
  }),
  extended: z.object({
    kind: z.literal('extended'),
    at: moment,
    step,
    totalSteps: step,
    from: step,
    result: result.nullable(),
    ends: z.partialRecord(z.enum(metricNames), real),
  }),
  compared: z.object({
    kind: z.literal('compared'),
    at: moment,
    step,
    with: runNumber.or(z.uuid()),
    values: z.int().min(0),
    unread: z.exactOptional(z.int().min(1)),
    differs: z.object({ metric: z.enum(metricNames), step }).nullable(),
    otherEngine: text(200).nullable(),
  }),
} satisfies { [K in RunEvent['kind']]: z.ZodType };
const event = z.discriminatedUnion('kind', [
  eventsOfKind.continued,
  eventsOfKind.extended,
  eventsOfKind.compared,
]);

const series = z.object({
  metric: z.enum(metricNames),
  /** First step, steps between, how many: each list of three a stretch of evenly spaced steps. */
  stretches: z
    .array(z.tuple([step, z.int().min(1).max(LAST_STEP), z.int().min(1).max(MAX_POINTS)]))
    .min(1)
    .max(MAX_POINTS),
});

/** As typed ones are: one line, without spaces around it. */
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((given) => given === oneLine(given));
const tag = line(MOST_TAG);

const trainingLog = z.object({
  unit: z.enum(logUnits),
  columns: z
    .array(
      z.object({ name: text(MOST_COLUMN_NAME), metric: z.enum(metricNames), percent: z.boolean() }),
    )
    .max(metricNames.length),
  left: z.array(text(MOST_COLUMN_NAME)).max(MOST_LOG_COLUMNS),
});

export const runJson = z.object({
  origin: z.uuid(),
  name,
  config: z.unknown(),
  /** A training log is what has this; files of version 1 have none. */
  log: z.exactOptional(trainingLog),
  engineVersion: text(200),
  state: z.enum(ended),
  reason: z.enum(stateReasons).nullable(),
  error: text(limits.error).nullable(),
  step,
  result: result.nullable(),
  createdAt: moment,
  endedAt: moment.nullable(),
  note: text(MOST_NOTE).refine((given) => !given.includes('\0')),
  tags: z.array(tag).max(MOST_TAGS),
  pinned: z.boolean(),
  baseline: z.boolean(),
  archived: z.boolean(),
  prediction: text(MOST_LINE),
  conclusion: text(MOST_LINE),
  forkedFrom: runNumber.nullable(),
  resumedFrom: runNumber.nullable(),
  rerunOf: runNumber.nullable(),
  events: z.array(event).max(100_000),
  times: z.exactOptional(z.array(z.tuple([step, z.number().min(0)])).max(100_000)),
  series: z.array(series).max(metricNames.length),
  checkpoints: z.array(z.object({ step, number: z.int().min(0) })).max(10_000),
});

export type RunJson = z.infer<typeof runJson>;

export const assignmentJson = z.object({
  title: line(MOST_TITLE),
  instructions: text(MOST_INSTRUCTIONS).refine((given) => !given.includes('\0')),
  locked: z
    .array(z.enum(lockableParts))
    .max(lockableParts.length)
    .refine((parts) => new Set(parts).size === parts.length),
  runs: z.array(z.unknown()).min(1).max(MOST_ASSIGNED_RUNS),
  pace: z.number().min(0.1).max(1e9).nullable(),
});

const floats = z.instanceof(Float64Array);

const member = z.object({
  step,
  params: floats,
  optimizer: z.unknown(),
  optimizerStart: z.int(),
  schedule: z.unknown(),
  problem: z.unknown(),
  streams: z.record(z.string(), z.unknown()),
  outcome: z.unknown(),
  drawn: z.object({ loss: real, grad: floats }).nullable(),
});

/** Its insides are the optimizer's and the problem's own: one that is wrong there is not gone on from (core/training/checkpoint-fit.ts). */
export const checkpointJson = z.object({
  version: z.literal(1),
  step,
  members: z.array(member).min(1),
  stop: z.unknown(),
  summary: z.object({ ring: floats, bestLoss: real, bestStep: z.int(), recorded: z.int() }),
});
