import { datasetIds, datasets } from '../datasets/index.ts';
import { ConfigError } from '../errors.ts';
import { modelIds, models } from '../models/index.ts';
import { objectiveIds, objectives } from '../objectives/index.ts';
import { parseBoolean, parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import type { ProblemConfig } from './config.ts';
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
] as const;

function parseObjectiveProblem(given: unknown): ProblemConfig {
  const problem = parseObject(given, 'problem', ['kind', 'objective', 'start', 'noise']);
  const objective = parseMember(
    problem['objective'],
    'problem.objective',
    objectiveIds,
    objectives,
  );
  const usual = objectives[objective.id].create(objective.params as never).start;
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
