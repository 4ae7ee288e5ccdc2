import type {
  ExperimentConfig,
  ModelProblemConfig,
  ObjectiveProblemConfig,
} from '../../../core/experiment/config.ts';
import type { DatasetId } from '../../../core/datasets/index.ts';
import type { Scaling } from '../../../core/datasets/scaling.ts';
import type { ModelId } from '../../../core/models/index.ts';
import { objectives, type ObjectiveId } from '../../../core/objectives/index.ts';
import { defaultParams, type Values } from '../../../core/params.ts';
import type { GradientStreamId } from '../../../core/streams/index.ts';
import { stepsPerEpoch } from '../lib/theory.ts';
import { bearableRate } from './bearable-rate.ts';
import { changed, withBase, type Draft } from './draft-values.ts';
import {
  fitted,
  fittedStop,
  lengthOf,
  usualEpochs,
  withDataset,
  withModel,
} from './model-problem.ts';
import { streamProblem, withStreamParams } from './stream-problem.ts';

/*
 * Edits of what is optimized. Each makes a new draft of the one it is given; where that is not on a problem
 * of this kind, or says so already, it gives the same one back.
 */

/** Another objective with its defaults, from its own start, at rates that it bears there. */
export function chooseObjective(draft: Draft, id: ObjectiveId): Draft {
  const { problem } = draft.base;
  if (problem.kind !== 'objective' || problem.objective.id === id) return draft;
  const params: Values = defaultParams(objectives[id].params);
  const objective = objectives[id].create(params as never);
  const { start } = objective;
  const runs = draft.runs.map((run) => ({
    ...run,
    lr: bearableRate(objective, start, run.optimizer, run.lr),
  }));
  return {
    ...withBase(draft, { problem: { ...problem, objective: { id, params }, start } }),
    runs,
  };
}

/** Where the number of dimensions changes with the parameters, the run begins at the new usual start. */
export function setObjectiveParams(draft: Draft, change: Values): Draft {
  return setObjective(draft, (problem) => {
    const objective = changed(problem.objective, change);
    const { id, params } = objective;
    const { start, dim } = objectives[id as ObjectiveId].create(params as never);
    return { objective, start: problem.start.length === dim ? problem.start : start };
  });
}

export function setNoise(draft: Draft, noise: number): Draft {
  return setObjective(draft, () => ({ noise }));
}

export function setStart(draft: Draft, start: readonly number[]): Draft {
  const { problem } = draft.base;
  return problem.kind === 'model' ? draft : withBase(draft, { problem: { ...problem, start } });
}

/** Another gradient stream with its defaults, from its own start. */
export function chooseStream(draft: Draft, id: GradientStreamId): Draft {
  const { problem } = draft.base;
  if (problem.kind === 'stream' && problem.stream.id === id) return draft;
  return withBase(draft, { problem: streamProblem(id) });
}

export function setStreamParams(draft: Draft, change: Values): Draft {
  const { problem } = draft.base;
  if (problem.kind !== 'stream') return draft;
  return withBase(draft, { problem: withStreamParams(problem, change) });
}

/** Other data: with a model that can be trained on them, for as long as is usual. */
export function chooseDataset(draft: Draft, id: DatasetId): Draft {
  const { problem, stop } = draft.base;
  if (problem.kind !== 'model' || problem.dataset.id === id) return draft;
  const next = withDataset(problem, id);
  return withBase(draft, {
    problem: next,
    stop: fittedStop(stop, next),
    ...lengthOf(next, usualEpochs(next)),
  });
}

export function chooseModel(draft: Draft, id: ModelId): Draft {
  return setModel(draft, (problem) => (problem.model.id === id ? problem : withModel(problem, id)));
}

export function setModelParams(draft: Draft, change: Values): Draft {
  return setModel(draft, (problem) =>
    fitted({ ...problem, model: changed(problem.model, change) }),
  );
}

/** Another number of samples keeps the number of epochs. */
export function setDatasetParams(draft: Draft, change: Values): Draft {
  return setModel(draft, (problem) =>
    fitted({ ...problem, dataset: changed(problem.dataset, change) }),
  );
}

export function setScaling(draft: Draft, scaling: Scaling): Draft {
  return setModel(draft, (problem) => ({ ...problem, scaling }));
}

/** Changes the batch and keeps the number of epochs. */
export function setBatchSize(draft: Draft, batchSize: number): Draft {
  return setModel(draft, (problem) => ({ ...problem, batchSize }));
}

export function setEpochs(draft: Draft, epochs: number): Draft {
  const { problem } = draft.base;
  const length: Partial<ExperimentConfig> =
    problem.kind === 'model'
      ? lengthOf(problem, epochs)
      : { totalSteps: epochs * stepsPerEpoch(problem, draft.base.stepsPerEpoch) };
  return withBase(draft, length);
}

/** How many epochs the draft lasts, to the nearest. */
export function epochsOf({ base }: Draft): number {
  return Math.max(1, Math.round(base.totalSteps / stepsPerEpoch(base.problem, base.stepsPerEpoch)));
}

function setObjective(
  draft: Draft,
  change: (problem: ObjectiveProblemConfig) => Partial<ObjectiveProblemConfig>,
): Draft {
  const { problem } = draft.base;
  if (problem.kind !== 'objective') return draft;
  return withBase(draft, { problem: { ...problem, ...change(problem) } });
}

/** Whatever it does to the steps of an epoch, the number of epochs stays. */
function setModel(
  draft: Draft,
  change: (problem: ModelProblemConfig) => ModelProblemConfig,
): Draft {
  const { problem } = draft.base;
  if (problem.kind !== 'model') return draft;
  const next = change(problem);
  if (next === problem) return draft;
  const same = stepsPerEpoch(next) === stepsPerEpoch(problem);
  return withBase(draft, {
    problem: next,
    ...(same ? {} : lengthOf(next, epochsOf(draft))),
  });
}
