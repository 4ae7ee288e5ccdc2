import { ConfigError } from '../errors.ts';
import { FormulaError } from '../formula/errors.ts';
import { objectiveIds, objectives } from '../objectives/index.ts';
import { parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import type { ProblemConfig } from './config.ts';
import { parseMember } from './parse-choice.ts';
import { modelProblemFields, parseModelProblem } from './parse-model-problem.ts';

/** What is minimised: the fields allowed depend on its `kind`. Throws ConfigError. */
export function parseProblem(given: unknown): ProblemConfig {
  const kind = parseChoice(parseObject(given, 'problem', problemFields)['kind'], 'problem.kind', [
    'objective',
    'model',
  ]);
  return kind === 'objective' ? parseObjectiveProblem(given) : parseModelProblem(given);
}

const objectiveProblemFields = ['kind', 'objective', 'start', 'noise'] as const;

/** Fields of any kind, so that the kind is read first and its own fields are named in refusals. */
const problemFields = [...new Set([...objectiveProblemFields, ...modelProblemFields])];

const finite = { min: -1e6, max: 1e6 } as const;

function parseObjectiveProblem(given: unknown): ProblemConfig {
  const problem = parseObject(given, 'problem', objectiveProblemFields);
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
