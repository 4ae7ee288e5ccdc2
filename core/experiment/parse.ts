import { datasetIds, datasets } from '../datasets/index.ts';
import { ConfigError } from '../errors.ts';
import { modelIds, models } from '../models/index.ts';
import { objectiveIds, objectives } from '../objectives/index.ts';
import { optimizerIds, optimizers } from '../optimizers/index.ts';
import { parseBoolean, parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import { parseParams, type ParamSpecs } from '../params.ts';
import { scheduleIds, schedules } from '../schedules/index.ts';
import { streamNames, type StreamName } from '../training/streams.ts';
import {
  MAX_POINTS,
  scheduleUnits,
  type Choice,
  type ExperimentConfig,
  type ProblemConfig,
} from './config.ts';

const uint32 = { min: 0, max: 2 ** 32 - 1, integer: true } as const;
const positive = { min: 0, max: Number.MAX_VALUE, minExclusive: true } as const;

const fields = [
  'version',
  'seed',
  'replicates',
  'streams',
  'problem',
  'optimizer',
  'schedule',
  'scheduleUnit',
  'stepsPerEpoch',
  'lr',
  'totalSteps',
  'recordEvery',
  'evaluateEvery',
  'stop',
] as const;

/**
 * Checks an untrusted value and returns it in normal form: every field present, every parameter in its
 * valid range. Throws ConfigError for the first fault, with its path, what was given and what is allowed.
 */
export function parseExperimentConfig(given: unknown): ExperimentConfig {
  const config = parseObject(given, 'config', fields);
  if (config['version'] !== 1) {
    throw new ConfigError('unsupported-version', 'version', show(config['version']), '1');
  }
  const totalSteps = parseNumber(config['totalSteps'], 'totalSteps', {
    min: 1,
    max: 1e9,
    integer: true,
  });
  const recordEvery = parseNumber(config['recordEvery'] ?? 1, 'recordEvery', {
    min: 1,
    max: 1e9,
    integer: true,
  });
  if (totalSteps / recordEvery > MAX_POINTS) {
    const points = Math.ceil(totalSteps / recordEvery);
    throw new ConfigError('too-many-points', 'recordEvery', `${points}`, `≤ ${MAX_POINTS}`);
  }
  const streams = parseStreams(config['streams']);
  return {
    version: 1,
    seed: parseNumber(config['seed'], 'seed', uint32),
    replicates: parseNumber(config['replicates'] ?? 1, 'replicates', {
      min: 1,
      max: 1000,
      integer: true,
    }),
    ...(streams ? { streams } : {}),
    problem: parseProblem(config['problem']),
    optimizer: parseMember(config['optimizer'], 'optimizer', optimizerIds, optimizers),
    schedule: parseMember(config['schedule'], 'schedule', scheduleIds, schedules),
    scheduleUnit: parseChoice(config['scheduleUnit'] ?? 'step', 'scheduleUnit', scheduleUnits),
    stepsPerEpoch: parseOptional(config['stepsPerEpoch'], (value) =>
      parseNumber(value, 'stepsPerEpoch', { min: 1, max: 1e9, integer: true }),
    ),
    lr: parseNumber(config['lr'], 'lr', { min: 0, max: 1e6 }),
    totalSteps,
    recordEvery,
    evaluateEvery: parseNumber(config['evaluateEvery'] ?? 0, 'evaluateEvery', {
      min: 0,
      max: 1e9,
      integer: true,
    }),
    stop: parseStop(config['stop']),
  };
}

function parseOptional<T>(given: unknown, parse: (value: unknown) => T): T | null {
  return given === undefined || given === null ? null : parse(given);
}

function parseStop(given: unknown): ExperimentConfig['stop'] {
  const stop = parseObject(given ?? {}, 'stop', ['lossLimit']);
  return {
    lossLimit: parseOptional(stop['lossLimit'], (value) =>
      parseNumber(value, 'stop.lossLimit', positive),
    ),
  };
}

function parseStreams(given: unknown): Partial<Record<StreamName, number>> | null {
  if (given === undefined) return null;
  const raw = parseObject(given, 'streams', streamNames);
  return Object.fromEntries(
    Object.entries(raw).map(([name, seed]) => [name, parseNumber(seed, `streams.${name}`, uint32)]),
  );
}

/** A choice from a registry, with its parameters. */
function parseMember<Id extends string>(
  given: unknown,
  path: string,
  ids: readonly Id[],
  registry: Readonly<Record<Id, { readonly params: ParamSpecs }>>,
): Choice<Id> {
  const choice = parseObject(given, path, ['id', 'params']);
  const id = parseChoice(choice['id'], `${path}.id`, ids);
  return { id, params: parseParams(registry[id].params, choice['params'], `${path}.params`) };
}

function parseProblem(given: unknown): ProblemConfig {
  const kind = parseChoice(parseObject(given, 'problem', problemFields)['kind'], 'problem.kind', [
    'objective',
    'model',
  ]);
  return kind === 'objective' ? parseObjectiveProblem(given) : parseModelProblem(given);
}

const problemFields = [
  'kind',
  'objective',
  'start',
  'noise',
  'model',
  'dataset',
  'batchSize',
  'dropLast',
] as const;

function parseObjectiveProblem(given: unknown): ProblemConfig {
  const problem = parseObject(given, 'problem', ['kind', 'objective', 'start', 'noise']);
  const objective = parseMember(
    problem['objective'],
    'problem.objective',
    objectiveIds,
    objectives,
  );
  const usual = objectives[objective.id].start;
  const start = problem['start'] ?? usual;
  if (!Array.isArray(start) || start.length !== usual.length) {
    throw new ConfigError('wrong-length', 'problem.start', show(start), `${usual.length}`);
  }
  return {
    kind: 'objective',
    objective,
    start: start.map((value, i) =>
      parseNumber(value, `problem.start.${i}`, { min: -1e6, max: 1e6 }),
    ),
    noise: parseNumber(problem['noise'] ?? 0, 'problem.noise', { min: 0, max: 1e6 }),
  };
}

function parseModelProblem(given: unknown): ProblemConfig {
  const problem = parseObject(given, 'problem', [
    'kind',
    'model',
    'dataset',
    'batchSize',
    'dropLast',
  ]);
  const dataset = parseMember(problem['dataset'], 'problem.dataset', datasetIds, datasets);
  return {
    kind: 'model',
    model: parseMember(problem['model'], 'problem.model', modelIds, models),
    dataset,
    batchSize: parseNumber(problem['batchSize'] ?? 32, 'problem.batchSize', {
      min: 1,
      max: datasets[dataset.id].sizes.train,
      integer: true,
    }),
    dropLast: parseBoolean(problem['dropLast'] ?? false, 'problem.dropLast'),
  };
}
