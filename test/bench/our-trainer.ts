import type { Samples } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { losses, type LossId } from '../../core/losses/index.ts';
import { buildModel } from '../../core/models/build.ts';
import { models, type ModelId } from '../../core/models/index.ts';
import { defaultParams, type Choice } from '../../core/params.ts';
import { problemFromModel } from '../../core/problems/from-model.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { Ensemble } from '../../core/training/ensemble.ts';
import { createRules } from '../../core/training/rules.ts';
import type { Trainer } from '../../core/training/trainer.ts';
import { RUN_STEPS, type NetworkWorkload, type Workload } from './workloads.ts';

/** Our trainer on a workload, for RUN_STEPS updates. */
export function ourTrainer(workload: Workload, recordEvery: number): Trainer {
  const config = configOf(workload, recordEvery);
  const problem = workload.kind === 'network' ? [networkProblem(workload)] : [];
  return new Ensemble(config, createRules(config, {}, ...problem), null);
}

function configOf(workload: Workload, recordEvery: number): ExperimentConfig {
  const adam = workload.kind === 'descent' || workload.optimizer === 'adam';
  return parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'objective', objective: { id: 'rosenbrock' }, start: [-1.2, 1] },
    optimizer: { id: adam ? 'adam' : 'sgd' },
    schedule: { id: 'constant' },
    lr: workload.lr,
    totalSteps: RUN_STEPS,
    recordEvery,
  });
}

/** The workload's own data and weights take the place of the configuration's problem. */
function networkProblem(workload: NetworkWorkload): Problem<unknown> {
  const { widths, activation, inputs, targets, rows, weights, batchSize } = workload;
  const features = widths[0]!;
  const hidden = widths.slice(1, -1);
  const [id, classes] = {
    squared: ['mse', null],
    binary: ['binary-cross-entropy', 2],
    softmax: ['softmax-cross-entropy', widths.at(-1)!],
  }[workload.loss] as [LossId, number | null];
  const model: Choice<ModelId> =
    hidden.length === 0
      ? { id: 'logistic-regression', params: {} }
      : { id: 'mlp', params: { ...defaultParams(models.mlp.params), hidden, activation } };
  const train: Samples = { count: rows, features, inputs, targets };
  return problemFromModel(
    buildModel(model, { id, params: defaultParams(losses[id].params) }, 0, { features, classes }),
    { classes, train, test: train },
    { batchSize, dropLast: false, order: 'sequential', initialParams: [...weights] },
  ) as Problem<unknown>;
}
