import { expect, test } from 'vitest';
import { presets } from '../../../core/experiment/presets.ts';
import { fromPreset, type Draft } from '../../../renderer/src/state/draft-values.ts';
import * as edit from '../../../renderer/src/state/edit-problem.ts';
import { streamDraft } from '../../../renderer/src/state/stream-problem.ts';

const onObjective = fromPreset(presets.pair);
const onModel = fromPreset(presets.digits);
const onStream = streamDraft();

/** Fails where an edit writes into the draft that it is given. */
function frozen(draft: Draft): Draft {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  const copy = structuredClone(draft);
  freeze(copy);
  return copy;
}

test.each<[string, (draft: Draft) => Draft, Draft]>([
  ['objective', (draft) => edit.chooseObjective(draft, 'rosenbrock'), onObjective],
  ['its constants', (draft) => edit.setObjectiveParams(draft, { curvature: 2 }), onObjective],
  ['noise', (draft) => edit.setNoise(draft, 0.5), onObjective],
  ['start', (draft) => edit.setStart(draft, [1, 1]), onObjective],
  ['stream', (draft) => edit.chooseStream(draft, 'outlier-gradient'), onStream],
  ['data', (draft) => edit.chooseDataset(draft, 'moons'), onModel],
  ['model', (draft) => edit.chooseModel(draft, 'mlp'), onModel],
  ['scaling', (draft) => edit.setScaling(draft, 'none'), onModel],
  ['batch', (draft) => edit.setBatchSize(draft, 16), onModel],
  ['epochs', (draft) => edit.setEpochs(draft, 3), onModel],
])('%s: the draft it is given stays as it is', (_what, change, draft) => {
  const given = frozen(draft);
  expect(change(given)).not.toBe(given);
  expect(given).toEqual(draft);
});

test.each<[string, (draft: Draft) => Draft, Draft]>([
  ['an objective', (draft) => edit.setNoise(draft, 0.5), onModel],
  ['an objective', (draft) => edit.chooseObjective(draft, 'rosenbrock'), onStream],
  ['a stream', (draft) => edit.setStreamParams(draft, { gradient: 2 }), onObjective],
  ['a model', (draft) => edit.setBatchSize(draft, 16), onObjective],
  ['a model', (draft) => edit.chooseDataset(draft, 'moons'), onStream],
  ['what has a start', (draft) => edit.setStart(draft, [1, 1]), onModel],
])('an edit of %s leaves the draft of another problem alone', (_what, change, draft) => {
  expect(change(draft)).toBe(draft);
});

test('what is chosen already is not chosen anew', () => {
  const { problem } = onModel.base;
  if (problem.kind !== 'model') throw new Error('the digits are a model');
  expect(edit.chooseModel(onModel, problem.model.id as never)).toBe(onModel);
  expect(edit.chooseDataset(onModel, problem.dataset.id as never)).toBe(onModel);
});

test('smaller batches make more steps of the same number of epochs', () => {
  const before = edit.epochsOf(onModel);
  const { problem } = onModel.base;
  if (problem.kind !== 'model') throw new Error('the digits are a model');
  const next = edit.setBatchSize(onModel, problem.batchSize / 2);
  expect(edit.epochsOf(next)).toBe(before);
  expect(next.base.totalSteps).toBeGreaterThan(onModel.base.totalSteps);
});

test('epochs are turned into steps and back', () => {
  for (const draft of [onObjective, onModel, onStream]) {
    expect(edit.epochsOf(edit.setEpochs(draft, 7))).toBe(7);
  }
});
