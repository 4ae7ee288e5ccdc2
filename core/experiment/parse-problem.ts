import { ConfigError } from '../errors.ts';
import { FormulaError } from '../formula/errors.ts';
import { objectiveIds, objectives } from '../objectives/index.ts';
import { parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import { gradientStreamIds, gradientStreams } from '../streams/index.ts';
import type { ProblemConfig } from './config.ts';
import { parseMember } from './parse-choice.ts';
import { modelProblemFields, parseModelProblem } from './parse-model-problem.ts';

/** What is minimised: the fields allowed depend on its `kind`. Throws ConfigError. */
export function parseProblem(given: unknown): ProblemConfig {
  const kind = parseChoice(parseObject(given, 'problem', problemFields)['kind'], 'problem.kind', [
    'objective',
    'stream',
    'model',
  ]);
  switch (kind) {
    case 'objective':
      return parseObjectiveProblem(given);
    case 'stream':
      return parseStreamProblem(given);
    case 'model':
      return parseModelProblem(given);
  }
}

const objectiveProblemFields = ['kind', 'objective', 'start', 'noise', 'scale'] as const;
const streamProblemFields = ['kind', 'stream', 'start'] as const;

/** Fields of any kind, so that the kind is read first and its own fields are named in refusals. */
const problemFields = [
  ...new Set([...objectiveProblemFields, ...streamProblemFields, ...modelProblemFields]),
];

/** What a coordinate of the start may be. */
export const startRange = { min: -1e6, max: 1e6 } as const;

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
  return {
    kind: 'objective',
    objective,
    start: parseStart(problem['start'], usual),
    noise: parseNumber(problem['noise'] ?? 0, 'problem.noise', { min: 0, max: 1e6 }),
    scale: parseNumber(problem['scale'] ?? 1, 'problem.scale', {
      min: 0,
      minExclusive: true,
      max: 1e12,
    }),
  };
}

function parseStreamProblem(given: unknown): ProblemConfig {
  const problem = parseObject(given, 'problem', streamProblemFields);
  const stream = parseMember(
    problem['stream'],
    'problem.stream',
    gradientStreamIds,
    gradientStreams,
  );
  const usual = gradientStreams[stream.id].create(stream.params as never).start;
  return { kind: 'stream', stream, start: parseStart(problem['start'], usual) };
}

/** Coordinates of the start; where nothing is given, the usual ones. */
function parseStart(given: unknown, usual: readonly number[]): readonly number[] {
  const start = given ?? usual;
  if (!Array.isArray(start) || start.length !== usual.length) {
    throw new ConfigError('wrong-length', 'problem.start', show(start), `${usual.length}`);
  }
  return Array.from(start, (value, i) => parseNumber(value, `problem.start.${i}`, startRange));
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
