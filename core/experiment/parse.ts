import { ConfigError } from '../errors.ts';
import { optimizerIds, optimizers } from '../optimizers/index.ts';
import { parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import { streamNames, type StreamName } from '../training/streams.ts';
import {
  MAX_FORKS,
  MAX_POINTS,
  scheduleMetrics,
  scheduleUnits,
  type ExperimentConfig,
  type ForkConfig,
} from './config.ts';
import { parseMember, parseRunSchedule } from './parse-choice.ts';
import { parseStop, patienceMetricsOf } from './parse-stop.ts';
import { parseProblem } from './parse-problem.ts';

const uint32 = { min: 0, max: 2 ** 32 - 1, integer: true } as const;

const fields = [
  'version',
  'seed',
  'replicates',
  'streams',
  'problem',
  'optimizer',
  'schedule',
  'scheduleUnit',
  'scheduleStart',
  'scheduleMetric',
  'stepsPerEpoch',
  'lr',
  'totalSteps',
  'recordEvery',
  'evaluateEvery',
  'stop',
  'fork',
] as const;

/**
 * Checks an untrusted value and returns it in normal form: every field present, every parameter in its
 * valid range. Throws ConfigError for the first fault, with its path, what was given and what is allowed.
 */
export function parseExperimentConfig(given: unknown): ExperimentConfig {
  return parseConfig(given, 0);
}

function parseConfig(given: unknown, forks: number): ExperimentConfig {
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
  const evaluateEvery = parseNumber(config['evaluateEvery'] ?? 0, 'evaluateEvery', {
    min: 0,
    max: 1e9,
    integer: true,
  });
  const streams = parseStreams(config['streams']);
  const problem = parseProblem(config['problem']);
  const heldOutData = problem.kind === 'model';
  const fork = parseFork(config['fork'], totalSteps, forks);
  const parsed: ExperimentConfig = {
    version: 1,
    seed: parseNumber(config['seed'], 'seed', uint32),
    replicates: parseNumber(config['replicates'] ?? 1, 'replicates', {
      min: 1,
      max: 1000,
      integer: true,
    }),
    ...(streams ? { streams } : {}),
    problem,
    optimizer: parseMember(config['optimizer'], 'optimizer', optimizerIds, optimizers),
    schedule: parseRunSchedule(config['schedule'], 'schedule'),
    scheduleUnit: parseChoice(config['scheduleUnit'] ?? 'step', 'scheduleUnit', scheduleUnits),
    scheduleStart: parseNumber(config['scheduleStart'] ?? 0, 'scheduleStart', {
      min: -1e9,
      max: 1e9,
      integer: true,
    }),
    scheduleMetric: parseChoice(
      config['scheduleMetric'] ?? 'epoch-mean',
      'scheduleMetric',
      heldOutData ? scheduleMetrics : scheduleMetrics.filter((metric) => metric !== 'test-loss'),
    ),
    stepsPerEpoch: parseOptional(config['stepsPerEpoch'], (value) =>
      parseNumber(value, 'stepsPerEpoch', { min: 1, max: 1e9, integer: true }),
    ),
    lr: parseNumber(config['lr'], 'lr', { min: 0, max: 1e6 }),
    totalSteps,
    recordEvery,
    evaluateEvery,
    stop: parseStop(config['stop'], patienceMetricsOf(problem), evaluateEvery),
    ...(fork ? { fork } : {}),
  };
  if (fork) refuseUnshared(parsed, fork.from);
  return parsed;
}

function parseFork(given: unknown, totalSteps: number, forks: number): ForkConfig | null {
  if (given === undefined) return null;
  if (forks === MAX_FORKS) {
    throw new ConfigError('too-deep', 'fork', `${forks + 1}`, `≤ ${MAX_FORKS}`);
  }
  const fork = parseObject(given, 'fork', ['step', 'from']);
  const from = inside('fork.from', () => parseConfig(fork['from'], forks + 1));
  const max = Math.min(totalSteps, from.totalSteps);
  const min = from.fork?.step ?? 0;
  const step = parseNumber(fork['step'], 'fork.step', { min, max, integer: true });
  return { step, from };
}

/** Says where in the whole a fault of a part is. */
function inside<T>(path: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.code, `${path}.${error.path}`, error.given, error.allowed);
  }
}

/** Both futures have one past: the same problem, seen with the same random numbers. */
function refuseUnshared(config: ExperimentConfig, from: ExperimentConfig): void {
  const shared = ['problem', 'seed', 'replicates', 'streams', 'stepsPerEpoch'] as const;
  for (const field of shared) {
    const [here, there] = [config, from].map((one) => JSON.stringify(one[field]) ?? 'undefined');
    if (here !== there) throw new ConfigError('not-shared', `fork.from.${field}`, there!, here!);
  }
}

function parseOptional<T>(given: unknown, parse: (value: unknown) => T): T | null {
  return given === undefined || given === null ? null : parse(given);
}

function parseStreams(given: unknown): Partial<Record<StreamName, number>> | null {
  if (given === undefined) return null;
  const raw = parseObject(given, 'streams', streamNames);
  return Object.fromEntries(
    Object.entries(raw).map(([name, seed]) => [name, parseNumber(seed, `streams.${name}`, uint32)]),
  );
}
