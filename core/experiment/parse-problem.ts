import { datasetIds, datasets } from '../datasets/index.ts';
import { ConfigError } from '../errors.ts';
import { FormulaError } from '../formula/errors.ts';
import { modelIds, models } from '../models/index.ts';
import { objectiveIds, objectives } from '../objectives/index.ts';
import { parseBoolean, parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import { MAX_GIVEN_NUMBERS, type BatchOrder, type ProblemConfig } from './config.ts';
import { parseMember } from './parse-choice.ts';

/** What is minimised: the fields allowed depend on its `kind`. Throws ConfigError. */
export function parseProblem(given: unknown): ProblemConfig {
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
  'order',
  'initialParams',
] as const;

const finite = { min: -1e6, max: 1e6 } as const;

function parseObjectiveProblem(given: unknown): ProblemConfig {
  const problem = parseObject(given, 'problem', ['kind', 'objective', 'start', 'noise']);
  const objective = parseMember(
    problem['objective'],
    'problem.objective',
    objectiveIds,
    objectives,
  );
  const usual = readable(
    () => objectives[objective.id].create(objective.params as never).start,
    'problem.objective.params.formula',
  );
  const start = problem['start'] ?? usual;
  if (!Array.isArray(start) || start.length !== usual.length) {
    throw new ConfigError('wrong-length', 'problem.start', show(start), `${usual.length}`);
  }
  return {
    kind: 'objective',
    objective,
    start: start.map((value, i) => parseNumber(value, `problem.start.${i}`, finite)),
    noise: parseNumber(problem['noise'] ?? 0, 'problem.noise', { min: 0, max: 1e6 }),
  };
}

/** A formula that cannot be read is a fault of the configuration; where in the text counts from 1. */
function readable<T>(create: () => T, path: string): T {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { code, at, given, allowed } = error;
    throw new ConfigError('bad-formula', path, `${show(given)} @ ${at + 1}: ${code}`, allowed);
  }
}

function parseModelProblem(given: unknown): ProblemConfig {
  const problem = parseObject(given, 'problem', [
    'kind',
    'model',
    'dataset',
    'batchSize',
    'dropLast',
    'order',
    'initialParams',
  ]);
  const dataset = parseMember(problem['dataset'], 'problem.dataset', datasetIds, datasets);
  const model = parseMember(problem['model'], 'problem.model', modelIds, models);
  const { sizes } = datasets[dataset.id];
  return {
    kind: 'model',
    model,
    dataset,
    batchSize: parseNumber(problem['batchSize'] ?? 32, 'problem.batchSize', {
      min: 1,
      max: sizes.train,
      integer: true,
    }),
    dropLast: parseBoolean(problem['dropLast'] ?? false, 'problem.dropLast'),
    order: parseOrder(problem['order'] ?? 'shuffled', sizes.train),
    initialParams: parseInitialParams(
      problem['initialParams'] ?? null,
      () => models[model.id].create(model.params as never, sizes).dim,
    ),
  };
}

/** The size of the model is asked for only when it is needed. */
function parseInitialParams(given: unknown, dim: () => number): readonly number[] | null {
  if (given === null) return null;
  const path = 'problem.initialParams';
  const length = dim();
  if (!Array.isArray(given) || given.length !== length) {
    throw new ConfigError('wrong-length', path, show(given), `${length}`);
  }
  if (length > MAX_GIVEN_NUMBERS) {
    throw new ConfigError('wrong-length', path, `${length}`, `≤ ${MAX_GIVEN_NUMBERS}`);
  }
  return Array.from(given, (value, i) => parseNumber(value, `${path}.${i}`, finite));
}

function parseOrder(given: unknown, rows: number): BatchOrder {
  const path = 'problem.order';
  if (!Array.isArray(given)) return parseChoice(given, path, ['shuffled', 'sequential'] as const);
  const most = Math.floor(MAX_GIVEN_NUMBERS / rows);
  if (given.length < 1 || given.length > most) {
    throw new ConfigError('wrong-length', path, show(given), `1–${most}`);
  }
  return Array.from(given, (epoch, i) => parsePermutation(epoch, `${path}.${i}`, rows));
}

/** Every row from 0 to rows − 1, once. */
function parsePermutation(given: unknown, path: string, rows: number): readonly number[] {
  if (!Array.isArray(given) || given.length !== rows) {
    throw new ConfigError('wrong-length', path, show(given), `${rows}`);
  }
  const seen = new Uint8Array(rows);
  return Array.from(given, (value, i) => {
    const at = `${path}.${i}`;
    const row = parseNumber(value, at, { min: 0, max: rows - 1, integer: true });
    if (seen[row]) throw new ConfigError('repeated', at, show(row), `0–${rows - 1}`);
    seen[row] = 1;
    return row;
  });
}
