import { ConfigError } from '../errors.ts';
import { optimizerIds, optimizers } from '../optimizers/index.ts';
import { parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import { streamNames, type StreamName } from '../training/streams.ts';
import { MAX_POINTS, scheduleUnits, type ExperimentConfig } from './config.ts';
import { parseMember, parseSchedule } from './parse-choice.ts';
import { parseProblem } from './parse-problem.ts';

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
    schedule: parseSchedule(config['schedule'], 'schedule'),
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
