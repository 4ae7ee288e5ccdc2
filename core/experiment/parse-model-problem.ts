import { datasetSizes } from '../datasets/build.ts';
import type { DatasetSizes } from '../datasets/dataset.ts';
import { datasetIds, datasets } from '../datasets/index.ts';
import { scalingIds } from '../datasets/scaling.ts';
import { ConfigError } from '../errors.ts';
import { lossIds, losses, type LossId } from '../losses/index.ts';
import type { Task } from '../losses/loss.ts';
import { parameterCount } from '../models/build.ts';
import { taskOf } from '../models/criterion.ts';
import { modelIds, models, type ModelId } from '../models/index.ts';
import type { Choice } from '../params.ts';
import { parseBoolean, parseChoice, parseNumber, parseObject, show } from '../parse.ts';
import {
  MAX_GIVEN_NUMBERS,
  MAX_PARAMETERS,
  type BatchOrder,
  type ModelProblemConfig,
} from './config.ts';
import { parseMember } from './parse-choice.ts';

export const modelProblemFields = [
  'kind',
  'model',
  'dataset',
  'loss',
  'l2',
  'scaling',
  'batchSize',
  'dropLast',
  'order',
  'initialParams',
] as const;

const USUAL_BATCH = 32;
const finite = { min: -1e6, max: 1e6 } as const;

/** A model, a data set and a loss that fit each other. */
export function parseModelProblem(given: unknown): ModelProblemConfig {
  const problem = parseObject(given, 'problem', modelProblemFields);
  const dataset = parseMember(problem['dataset'], 'problem.dataset', datasetIds, datasets);
  const sizes = datasetSizes(dataset);
  const model = parseMember(problem['model'], 'problem.model', modelIds, models);
  const fitting = lossesFor(model.id, sizes.classes);
  if (fitting.length === 0) {
    const allowed = modelsFor(dataset).join(', ');
    throw new ConfigError('unknown-choice', 'problem.model.id', show(model.id), allowed);
  }
  const loss = parseMember(
    problem['loss'] ?? { id: usualLoss(fitting) },
    'problem.loss',
    fitting,
    losses,
  );
  return {
    kind: 'model',
    model,
    dataset,
    loss,
    l2: parseNumber(problem['l2'] ?? 0, 'problem.l2', { min: 0, max: 1e6 }),
    scaling: parseChoice(problem['scaling'] ?? 'none', 'problem.scaling', scalingIds),
    batchSize: parseNumber(
      problem['batchSize'] ?? Math.min(USUAL_BATCH, sizes.train),
      'problem.batchSize',
      { min: 1, max: sizes.train, integer: true },
    ),
    dropLast: parseBoolean(problem['dropLast'] ?? false, 'problem.dropLast'),
    order: parseOrder(problem['order'] ?? 'shuffled', sizes.train),
    initialParams: parseInitialParams(
      problem['initialParams'] ?? null,
      parseParameterCount(model, loss, sizes),
    ),
  };
}

/** The models that can be trained on a data set, in the order of the registry. */
export function modelsFor(dataset: Choice): readonly ModelId[] {
  const { classes } = datasetSizes(dataset);
  return modelIds.filter((id) => lossesFor(id, classes).length > 0);
}

/** The losses a model can be trained on with such data, in the order of the registry. */
export function lossesFor(model: ModelId, classes: number | null): readonly LossId[] {
  return lossIds.filter((id) => {
    const task = taskOf(id, classes);
    const trains = (models[model].tasks as readonly Task[]).includes(task);
    const judges = (losses[id].tasks as readonly Task[]).includes(task);
    return trains && judges && (task !== 'binary' || classes === 2);
  });
}

/** Cross-entropy from scores where there are classes, else squared error. */
function usualLoss(fitting: readonly LossId[]): LossId {
  const usual: readonly LossId[] = ['binary-cross-entropy', 'softmax-cross-entropy', 'mse'];
  return usual.find((id) => fitting.includes(id))!;
}

function parseParameterCount(
  model: Choice<ModelId>,
  loss: Choice<LossId>,
  sizes: DatasetSizes,
): number {
  const count = parameterCount(model, loss.id, sizes);
  if (count <= MAX_PARAMETERS) return count;
  throw new ConfigError('out-of-range', 'problem.model', `${count}`, `≤ ${MAX_PARAMETERS}`);
}

function parseInitialParams(given: unknown, length: number): readonly number[] | null {
  if (given === null) return null;
  const path = 'problem.initialParams';
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
