import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presetIds, presets } from '../../../core/experiment/presets.ts';
import { fc } from '../../support/seed.ts';

const { config } = presets.pair.runs[0]!;

function refused(change: object): ConfigError {
  try {
    parseExperimentConfig({ ...config, ...change });
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('was not refused');
}

const digits = presets.digits.runs[0].config;
const inOrder = Array.from({ length: 1437 }, (_, i) => i);

describe('a configuration that cannot run is refused with path, given and allowed', () => {
  test.each([
    [{ lr: -1 }, 'out-of-range', 'lr', '-1'],
    [{ lr: '0.1' }, 'not-a-number', 'lr', "'0.1'"],
    [{ lr: Infinity }, 'out-of-range', 'lr', 'Infinity'],
    [{ totalSteps: 1.5 }, 'not-an-integer', 'totalSteps', '1.5'],
    [{ seed: 2 ** 32 }, 'out-of-range', 'seed', '4294967296'],
    [{ version: 2 }, 'unsupported-version', 'version', '2'],
    [{ momentum: 0.9 }, 'unknown-field', 'config', "'momentum'"],
    [{ schedule: { id: 'sine' } }, 'unknown-choice', 'schedule.id', "'sine'"],
    [
      { schedule: { id: 'inverse-time', params: { decay: -1 } } },
      'out-of-range',
      'schedule.params.decay',
      '-1',
    ],
    [{ problem: { ...config.problem, start: [1] } }, 'wrong-length', 'problem.start', 'list of 1'],
    [{ problem: { ...config.problem, scale: 0 } }, 'out-of-range', 'problem.scale', '0'],
    [{ problem: { kind: 'game' } }, 'unknown-choice', 'problem.kind', "'game'"],
    [
      { problem: { ...digits.problem, initialParams: [1, 2] } },
      'wrong-length',
      'problem.initialParams',
      'list of 2',
    ],
    [
      { problem: { ...digits.problem, order: [inOrder, inOrder.with(7, 8)] } },
      'repeated',
      'problem.order.1.8',
      '8',
    ],
    [
      { problem: { ...digits.problem, order: [inOrder.slice(1)] } },
      'wrong-length',
      'problem.order.0',
      'list of 1436',
    ],
    [
      { problem: { ...digits.problem, order: Array(696).fill(inOrder) } },
      'wrong-length',
      'problem.order',
      'list of 696',
    ],
    [{ problem: { ...digits.problem, order: [] } }, 'wrong-length', 'problem.order', 'list of 0'],
    [
      {
        problem: { kind: 'model', model: { id: 'mlp' }, dataset: { id: 'sine' } },
        evaluateEvery: 10,
        stop: { patience: { metric: 'eval/test_accuracy', checks: 3 } },
      },
      'unknown-choice',
      'stop.patience.metric',
      "'eval/test_accuracy'",
    ],
    [{ stop: { patience: { checks: 3 } } }, 'unknown-field', 'stop', "'patience'"],
    [{ totalSteps: 1e9 }, 'too-many-points', 'recordEvery', '1000000000'],
    [{ fork: { step: -1, from: config } }, 'out-of-range', 'fork.step', '-1'],
    [{ fork: { step: 2001, from: config } }, 'out-of-range', 'fork.step', '2001'],
    [{ fork: { step: 5, from: { ...config, totalSteps: 4 } } }, 'out-of-range', 'fork.step', '5'],
    [{ fork: { step: 5, from: { ...config, seed: 8 } } }, 'not-shared', 'fork.from.seed', '8'],
    [{ fork: { step: 5, from: { ...config, lr: -3 } } }, 'out-of-range', 'fork.from.lr', '-3'],
  ] as const)('%j', (change, code, path, given) => {
    const error = refused(change);
    expect([error.code, error.path, error.given]).toEqual([code, path, given]);
    expect(error.allowed).not.toBe('');
  });

  test.each([
    [{ problem: { ...config.problem, start: new Array<number>(2) } }, 'problem.start.0'],
    [
      { schedule: { id: 'list', params: { values: new Array<number>(3) } } },
      'schedule.params.values.0',
    ],
    [
      { schedule: { id: 'chained', params: { schedules: new Array<object>(2) } } },
      'schedule.params.schedules.0',
    ],
  ])('a hole in a list is a value that is missing: %#', (change, path) => {
    expect(refused(change).path).toBe(path);
  });

  test('what is allowed though not offered is accepted: a rate of zero, a decay of zero', () => {
    const parsed = parseExperimentConfig({
      ...config,
      lr: 0,
      schedule: { id: 'inverse-time', params: { decay: 0 } },
    });
    expect(parsed.lr).toBe(0);
  });
});

test('every preset is in normal form: parsing it again changes nothing', () => {
  for (const id of presetIds) {
    for (const run of presets[id].runs) {
      expect(parseExperimentConfig(JSON.parse(JSON.stringify(run.config)))).toEqual(run.config);
    }
  }
});

test('anything at all is either refused with a ConfigError or runs as given', () => {
  const keys = Object.keys(config) as (keyof typeof config)[];
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
      try {
        const parsed = parseExperimentConfig({ ...config, [key]: value });
        expect(parseExperimentConfig(parsed)).toEqual(parsed);
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a fork of a fork is read, nine of them are not', () => {
  const forkOf = (depth: number): object =>
    depth === 0 ? config : { ...config, fork: { step: 1, from: forkOf(depth - 1) } };
  expect(parseExperimentConfig(forkOf(8))).toEqual(forkOf(8));
  expect(refused(forkOf(9)).code).toBe('too-deep');
  const fork = { step: 0, from: forkOf(1) };
  expect(refused({ fork })).toMatchObject({ code: 'out-of-range', path: 'fork.step' });
});
