/** A parser per channel: whatever arrives becomes the channel's arguments or a refusal in words. */
import { z } from 'zod';
import { ConfigError } from '../../core/errors.ts';
import { MAX_PARAMETERS, type ExperimentConfig } from '../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { checkShared } from '../../core/experiment/shared.ts';
import { sweep } from '../../core/experiment/sweep.ts';
import { surveyTopics } from '../../core/training/run-survey.ts';
import { metricNames } from '../../core/training/metrics.ts';
import { appFolders, MOST_KEPT } from './app.ts';
import { lockableParts, MOST_ASSIGNED_RUNS, MOST_INSTRUCTIONS, MOST_TITLE } from './assignment.ts';
import { MOST_CONTINUED } from './continuing.ts';
import type { ArgParsers, Channel } from './contract.ts';
import { MOST_RUNS_PER_PLAN, raceKinds } from './experiment.ts';
import { runFormats } from './files.ts';
import { windowCommands } from './menu-commands.ts';
import { locales, motions, smoothings, themes, theoryLines, xAxes } from './preferences.ts';
import { MOST_VALUES } from './queries.ts';
import type { SweepId } from './sweep.ts';
import { AppError } from './reply.ts';
import { LAST_STEP, line, name, nameThere, plainObject, runId, step } from './schemas/common.ts';
import { importSource, pageFile, png, selection } from './schemas/files.ts';
import { lessonNumber, lessonProgress, partId, verdict } from './schemas/lessons.ts';
import { changeRequest, listQuery, runIds, savedView, searchText } from './schemas/library.ts';

const MOST_COLUMNS = 8192;
const MOST_SWEPT = 1000;
const MOST_SEEDS = 100;
const MOST_RANGE_STEPS = 10_000;
const MOST_SIZE = 100;

/** A file's name; it is only ever compared with those that are there. */
const backupId = z
  .string()
  .max(200)
  .regex(/^library[\w-]*\.db$/);
const repeated = z.array(runId).min(1).max(MOST_RUNS_PER_PLAN);
const continued = z
  .array(runId)
  .min(1)
  .max(MOST_CONTINUED)
  .refine((ids) => new Set(ids).size === ids.length);
const moreSteps = z.int().min(1).max(LAST_STEP);
const pace = z.number().min(0.1).max(1e9).nullable();

/** The core reads its own configurations; its errors keep their path, what was given and what is allowed. */
const config = z.unknown().transform((given): ExperimentConfig => parseExperimentConfig(given));

/** The number of runs is checked before any of them is read. */
const runs = z
  .array(z.unknown())
  .min(1)
  .max(MOST_RUNS_PER_PLAN)
  .pipe(z.array(z.strictObject({ name, config })));

const configs = z.array(z.unknown()).min(1).max(MOST_RUNS_PER_PLAN).pipe(z.array(config));

const addition = z.strictObject({ beside: runId, runs, pace });
const plan = z.strictObject({ name, race: z.exactOptional(z.enum(raceKinds)), runs, pace });

const rate = z.number().positive().max(1e6);
const sweepPlan = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('sweep'),
      bases: configs,
      path: z.string().max(200),
      values: z.array(z.number()).min(1).max(MOST_SWEPT),
    })
    .transform((given) => {
      // Every value must make a configuration that can run.
      for (const base of given.bases) sweep(base, [given]);
      return given;
    }),
  z
    .strictObject({
      kind: z.literal('range-test'),
      base: config,
      seeds: z.int().min(1).max(MOST_SEEDS),
      rates: z.strictObject({
        first: rate,
        last: rate,
        steps: z.int().min(2).max(MOST_RANGE_STEPS),
      }),
    })
    .refine(({ rates }) => rates.first < rates.last, {
      message: 'first must be below last',
      path: ['rates'],
    }),
]);
const sweepId = z.uuid().transform((id) => id as SweepId);

const size = z.exactOptional(z.number().positive().max(MOST_SIZE));
export const stageSizes = plainObject.pipe(
  z.strictObject({ left: size, map: size, loss: size, accuracy: size, gain: size, rate: size }),
);

export const curveLook = plainObject.pipe(
  z.strictObject({
    xAxis: z.exactOptional(z.enum(xAxes)),
    smoothing: z.exactOptional(z.literal([...smoothings])),
  }),
);

/** Exact optional fields: `undefined` is not a way to say "leave it". */
const change = z
  .strictObject({
    locale: z.exactOptional(z.enum(locales)),
    theme: z.exactOptional(z.enum(themes)),
    motion: z.exactOptional(z.enum(motions)),
    theory: z.exactOptional(z.array(z.enum(theoryLines)).max(theoryLines.length)),
    stage: z.exactOptional(stageSizes),
    curves: z.exactOptional(curveLook),
  })
  .refine((given) => Object.keys(given).length > 0, { message: 'nothing to change' });

const seriesQuery = z
  .strictObject({
    runId,
    metric: z.enum(metricNames),
    from: step,
    to: step,
    columns: z.int().min(1).max(MOST_COLUMNS),
  })
  .refine(({ from, to }) => from <= to, { message: 'from must not be after to', path: ['from'] });

const valuesQuery = z.strictObject({
  runId,
  metric: z.enum(metricNames),
  from: step,
  most: z.int().min(1).max(MOST_VALUES),
});

const assignment = z.strictObject({
  title: line.pipe(z.string().min(1).max(MOST_TITLE)),
  instructions: z
    .string()
    .max(MOST_INSTRUCTIONS)
    .transform((text) => text.replaceAll('\0', '\ufffd')),
  locked: z
    .array(z.enum(lockableParts))
    .max(lockableParts.length)
    .refine((parts) => new Set(parts).size === parts.length, { message: 'named twice' }),
  runs: z
    .array(z.unknown())
    .min(1)
    .max(MOST_ASSIGNED_RUNS)
    .pipe(z.array(config))
    .transform((given) => {
      checkShared(given);
      return given;
    }),
  pace,
});

const runOrPlan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('run'), id: runId }),
  z.strictObject({ kind: z.literal('ahead'), config }),
]);
const modelQuery = z.strictObject({ of: runOrPlan, step: step.nullable() });

/** No batch has more. */
const MOST_SAMPLES = 2 ** 32 - 1;

const stepQuery = z.strictObject({
  of: runOrPlan,
  step,
  index: z.int().min(0).max(MAX_PARAMETERS).nullable(),
  sample: z.int().min(0).max(MOST_SAMPLES).optional(),
});

const surveyQuery = z
  .strictObject({
    of: runOrPlan,
    from: step,
    to: step,
    topics: z.array(z.enum(surveyTopics)).min(1).max(surveyTopics.length),
  })
  .refine(({ from, to }) => from <= to, { message: 'from must not be after to', path: ['from'] });

/** Parses with a zod schema; a ConfigError becomes 'bad-config', anything else 'bad-arguments'. */
function parser<T>(channel: Channel, schema: z.ZodType<T>): (args: unknown) => T {
  return (args) => {
    try {
      return schema.parse(args);
    } catch (error) {
      throw refusal(channel, error);
    }
  };
}

/** Settings that cannot run, for the page. */
export function badConfig({ code, path, given, allowed, message }: ConfigError): AppError {
  return new AppError('bad-config', message, { config: code, path, given, allowed });
}

function refusal(channel: Channel, error: unknown): AppError {
  if (error instanceof ConfigError) return badConfig(error);
  const message =
    error instanceof z.ZodError
      ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
      : String(error);
  return new AppError('bad-arguments', `${channel}: ${message}`.slice(0, 1000), { channel });
}

export const argParsers = {
  'app:info': parser('app:info', z.tuple([])),
  'app:licences': parser('app:licences', z.tuple([])),
  'app:open-folder': parser('app:open-folder', z.tuple([z.enum(appFolders)])),
  'app:storage': parser('app:storage', z.tuple([])),
  'page:keep': parser('page:keep', z.tuple([z.string().min(1).max(MOST_KEPT)])),
  'page:kept': parser('page:kept', z.tuple([])),
  'preferences:read': parser('preferences:read', z.tuple([])),
  'preferences:write': parser('preferences:write', z.tuple([change])),
  'experiment:start': parser('experiment:start', z.tuple([plan])),
  'experiment:add': parser('experiment:add', z.tuple([addition])),
  'experiment:explore': parser('experiment:explore', z.tuple([configs])),
  'step:explain': parser('step:explain', z.tuple([stepQuery])),
  'run:survey': parser('run:survey', z.tuple([surveyQuery])),
  'model:view': parser('model:view', z.tuple([modelQuery])),
  'sweep:start': parser('sweep:start', z.tuple([sweepPlan])),
  'sweep:cancel': parser('sweep:cancel', z.tuple([sweepId])),
  'run:pause': parser('run:pause', z.tuple([runId])),
  'run:resume': parser('run:resume', z.tuple([runId])),
  'run:stop': parser('run:stop', z.tuple([runId])),
  'run:pace': parser('run:pace', z.tuple([runId, pace])),
  'run:continue': parser('run:continue', z.tuple([continued, pace])),
  'run:extensions': parser('run:extensions', z.tuple([continued, moreSteps])),
  'run:extend': parser('run:extend', z.tuple([continued, moreSteps, pace])),
  'run:again': parser('run:again', z.tuple([repeated, pace])),
  'run:list': parser('run:list', z.tuple([listQuery])),
  'run:read': parser('run:read', z.tuple([runId])),
  'run:summaries': parser('run:summaries', z.tuple([runIds])),
  'run:search': parser('run:search', z.tuple([searchText])),
  'run:excerpts': parser('run:excerpts', z.tuple([runIds, searchText])),
  'run:change': parser('run:change', z.tuple([changeRequest])),
  'history:undo': parser('history:undo', z.tuple([])),
  'history:redo': parser('history:redo', z.tuple([])),
  'history:state': parser('history:state', z.tuple([])),
  'trash:empty': parser('trash:empty', z.tuple([])),
  'backup:state': parser('backup:state', z.tuple([])),
  'backup:make': parser('backup:make', z.tuple([])),
  'backup:cancel': parser('backup:cancel', z.tuple([])),
  'backup:restore': parser('backup:restore', z.tuple([backupId])),
  'backup:restoration': parser('backup:restoration', z.tuple([])),
  'view:list': parser('view:list', z.tuple([])),
  'view:save': parser('view:save', z.tuple([savedView])),
  'view:remove': parser('view:remove', z.tuple([nameThere])),
  'lessons:progress': parser('lessons:progress', z.tuple([])),
  'lessons:keep': parser('lessons:keep', z.tuple([lessonNumber, lessonProgress])),
  'lessons:reset': parser('lessons:reset', z.tuple([lessonNumber])),
  'lessons:judge': parser('lessons:judge', z.tuple([partId, verdict.nullable()])),
  'series:read': parser('series:read', z.tuple([seriesQuery])),
  'series:values': parser('series:values', z.tuple([valuesQuery])),
  'run:export': parser('run:export', z.tuple([runId, z.enum(runFormats)])),
  'experiments:export': parser('experiments:export', z.tuple([selection])),
  'experiments:cancel-export': parser('experiments:cancel-export', z.tuple([])),
  'experiments:import': parser('experiments:import', z.tuple([importSource])),
  'assignment:save': parser('assignment:save', z.tuple([assignment])),
  'file:save': parser('file:save', z.tuple([pageFile])),
  'window:do': parser('window:do', z.tuple([z.enum(windowCommands)])),
  'page:print': parser('page:print', z.tuple([])),
  'page:save-pdf': parser('page:save-pdf', z.tuple([name])),
  'picture:copy': parser('picture:copy', z.tuple([png])),
} as const satisfies ArgParsers;
