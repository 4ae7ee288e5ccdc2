import { beforeEach, describe, expect, test } from 'vitest';
import type { ConfigError } from '../../../core/errors.ts';
import { MAX_FORKS } from '../../../core/experiment/config.ts';
import { datasetIds } from '../../../core/datasets/index.ts';
import { modelsFor } from '../../../core/experiment/parse-model-problem.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { gradientStreamIds, gradientStreams } from '../../../core/streams/index.ts';
import { isExplorable } from '../../../renderer/src/state/explorer.svelte.ts';
import { MOST_RUNS_PER_PLAN } from '../../../electron/ipc/experiment.ts';
import { unexpected } from '../../support/unexpected.ts';
import { ExperimentDraft } from '../../../renderer/src/state/experiment-draft.svelte.ts';

let draft: ExperimentDraft;
let faults: ConfigError[];
beforeEach(() => {
  setLocale('en');
  faults = [];
  draft = new ExperimentDraft((fault) => faults.push(fault as ConfigError));
});

test('begins as the pair', () => {
  expect(draft.configs).toEqual(presets.pair.runs.map(({ config }) => config));
  expect(draft.plan()).toEqual({
    name: presets.pair.name.en,
    runs: presets.pair.runs.map(({ name, config }) => ({ name: name.en, config })),
    pace: presets.pair.pace,
  });
});

test.each(Object.entries(presets))('%s comes through the form unchanged', (_id, preset) => {
  draft.loadPreset(preset);
  expect(draft.configs).toEqual(preset.runs.map(({ config }) => config));
});

test('what is kept of a preset goes by its name again', () => {
  draft.loadPreset(presets.digits);
  const { name, kept } = draft;
  draft.loadPreset(presets.pair);
  draft.restore(JSON.parse(JSON.stringify(kept)) as typeof kept);
  expect(draft.name).toBe(name);
});

test('a run that is added takes the next schedule, the rate and the shared constants', () => {
  draft.setScheduleParams({ decay: 0.5 });
  draft.select(1);
  draft.setScheduleParams({ decay: 0.25 });
  draft.setLr(0.3);
  draft.addRun();
  expect(draft.run).toMatchObject({
    slot: 2,
    lr: 0.3,
    schedule: { id: 'literal-recurrence', params: { decay: 0.25 } },
  });
});

test('every run that is added has a schedule of its own', () => {
  for (let i = 2; i < MOST_RUNS_PER_PLAN; i++) draft.addRun();
  expect(new Set(draft.runs.map(({ schedule }) => schedule.id)).size).toBe(MOST_RUNS_PER_PLAN);
  expect(new Set(draft.runNames).size).toBe(MOST_RUNS_PER_PLAN);
});

test('runs that are equal are numbered', () => {
  draft.chooseSchedule('inverse-time');
  expect(draft.runNames).toEqual(['inverse time', 'inverse time (2)']);
});

test('a slot that became free is used again, the others keep theirs', () => {
  draft.addRun();
  draft.removeRun(1);
  expect(draft.runs.map(({ slot }) => slot)).toEqual([0, 2]);
  draft.addRun();
  expect(draft.runs.map(({ slot }) => slot)).toEqual([0, 2, 1]);
});

test('there are never more runs than colours, and never none', () => {
  for (let i = 0; i < 20; i++) draft.addRun();
  expect(draft.runs).toHaveLength(MOST_RUNS_PER_PLAN);
  for (let i = 0; i < 20; i++) draft.removeRun(0);
  expect(draft.runs).toHaveLength(1);
});

test('runs of one schedule are told apart by what differs', () => {
  draft.chooseSchedule('inverse-time');
  draft.setScheduleParams({ decay: 0.1 });
  draft.select(1);
  draft.setScheduleParams({ decay: 0.01 });
  expect(draft.runNames).toEqual(['inverse time, d = 0.1', 'inverse time, d = 0.01']);
  setLocale('zh-CN');
  expect(draft.runNames).toEqual(['逆时间，d = 0.1', '逆时间，d = 0.01']);
});

describe('digits', () => {
  beforeEach(() => draft.chooseProblem('model'));

  test('a new batch size keeps the number of epochs', () => {
    expect(draft.epochs).toBe(40);
    draft.setBatchSize(64);
    expect(draft.stepsPerEpoch).toBe(23);
    expect(draft.epochs).toBe(40);
    expect(draft.totalSteps).toBe(920);
    expect(draft.configs[0]!.evaluateEvery).toBe(23);
  });

  test('going to the other problem and back keeps what was set', () => {
    draft.setEpochs(7);
    draft.chooseProblem('objective');
    expect(draft.problem.kind).toBe('objective');
    draft.chooseProblem('model');
    expect(draft.epochs).toBe(7);
  });
});

test('it cannot run while a field holds no value', () => {
  draft.refuse('lr', true);
  draft.refuse('steps', true);
  draft.refuse('lr', false);
  expect(draft.runnable).toBe(false);
  draft.refuse('steps', false);
  expect(draft.runnable).toBe(true);
});

test('an emptied name is the automatic one again', () => {
  draft.rename(' my question ');
  expect(draft.name).toBe('my question');
  draft.rename('  ');
  expect(draft.name).toBe(presets.pair.name.en);
});

describe('undo and redo', () => {
  let time = 0;
  beforeEach(() => {
    time = 0;
    draft = new ExperimentDraft(unexpected, () => (time += 1000));
  });

  test('every kind of edit can be undone to the same configurations, and done again', () => {
    const edits: readonly (() => void)[] = [
      () => draft.setLr(0.02),
      () => draft.setNoise(0),
      () => draft.setStart([2, 3]),
      () => draft.chooseOptimizer('adam'),
      () => draft.setOptimizerParams({ beta1: 0.5 }),
      () => draft.chooseSchedule('cosine'),
      () => draft.addRun(),
      () => draft.removeRun(0),
      () => draft.setTotalSteps(300),
      () => draft.setSeed(9),
      () => draft.chooseObjective('rosenbrock'),
      () => draft.chooseProblem('model'),
      () => draft.setBatchSize(64),
      () => draft.rename('mine'),
    ];
    const seen = [draft.plan()];
    for (const edit of edits) {
      edit();
      seen.push(draft.plan());
    }
    for (const before of seen.slice(0, -1).toReversed()) {
      expect(draft.canUndo).toBe(true);
      draft.undo();
      expect(draft.plan()).toEqual(before);
    }
    expect(draft.canUndo).toBe(false);
    for (const after of seen.slice(1)) {
      draft.redo();
      expect(draft.plan()).toEqual(after);
    }
    expect(draft.canRedo).toBe(false);
  });

  test('a field that shows nonsense goes on saying so', () => {
    draft.setLr(0.02);
    draft.refuse('seed', true);
    draft.undo();
    expect(draft.runnable).toBe(false);
  });

  test('other data, from an objective, are one edit', () => {
    const before = draft.plan();
    draft.chooseDataset('moons');
    draft.undo();
    expect(draft.plan()).toEqual(before);
    draft.redo();
    expect(draft.problem).toMatchObject({ dataset: { id: 'moons' } });
  });

  test('controls of one problem are edits of their own, even in quick succession', () => {
    draft = new ExperimentDraft(unexpected, () => 0);
    draft.setNoise(0);
    draft.setStart([2, 3]);
    draft.undo();
    expect(draft.problem).toMatchObject({ noise: 0, start: [1, 1] });
  });

  test('a preset, or a saved experiment, that takes the place of a draft can be undone', () => {
    draft.setLr(0.02);
    const mine = draft.plan();
    draft.loadPreset(presets.digits);
    const digits = draft.plan();
    draft.loadRuns('stored', [presets.tooLarge.runs[0]!.config], null);
    draft.undo();
    expect(draft.plan()).toEqual(digits);
    draft.undo();
    expect(draft.plan()).toEqual(mine);
    draft.redo();
    expect(draft.plan()).toEqual(digits);
  });

  test('the preset that is there already is no edit', () => {
    draft.loadPreset(presets.pair);
    expect(draft.canUndo).toBe(false);
  });
});

describe('a fork', () => {
  test('leaves the selected run, keeps its settings, and is named after its step', () => {
    draft.select(1);
    draft.forkRun(300);
    const [, parent, fork] = draft.configs;
    expect(fork).toEqual({ ...parent, fork: { step: 300, from: parent } });
    expect(draft.selected).toBe(2);
    expect(draft.runNames[2]).toBe('from step 300, inverse time');
  });

  test('changes alone; the run it leaves stays as it was', () => {
    draft.forkRun(300);
    draft.setLr(0.01);
    draft.setForkAnew(true);
    const [parent, , fork] = draft.configs;
    expect(fork).toMatchObject({ lr: 0.01, scheduleStart: -300, fork: { step: 300 } });
    expect(fork!.fork!.from).toEqual(parent);
  });

  test('shares problem and seed with it, whatever they become', () => {
    draft.forkRun(300);
    draft.setSeed(5);
    draft.setNoise(0);
    expect(draft.configs[2]!.fork!.from).toEqual(draft.configs[0]);
  });

  test('is not made after the last step, even when there are fewer of them', () => {
    draft.forkRun(300);
    draft.setTotalSteps(100);
    expect(draft.configs[2]!.fork!.step).toBe(100);
  });

  test('of a fork, at a step before it, leaves the first run', () => {
    draft.forkRun(300);
    draft.forkRun(200);
    expect(draft.configs[3]!.fork).toEqual({ step: 200, from: draft.configs[0] });
    draft.select(2);
    draft.forkRun(400);
    expect(draft.configs[4]!.fork).toEqual({ step: 400, from: draft.configs[2] });
  });

  test('comes back from a stored experiment', () => {
    draft.forkRun(300);
    draft.setForkAnew(true);
    const before = draft.configs;
    draft.loadRuns('stored', before, null);
    expect(draft.configs).toEqual(before);
    draft.select(2);
    expect(draft.forkParent).toBe(draft.runs[0]);
    // Also where it is opened alone.
    draft.loadRuns('stored', [before[2]!], null);
    expect(draft.configs).toEqual([before[2]]);
    expect(draft.forkParent).toBeNull();
  });
});

describe('an edit that could not run is not made, and why is said', () => {
  const refused = (edit: () => void, path: string): void => {
    const before = draft.plan();
    edit();
    expect(draft.plan()).toEqual(before);
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    faults = [];
  };

  test('a fork of a fork, once too often', () => {
    draft.loadPreset(presets.tooLarge);
    draft.removeRun(1);
    for (let step = 1; step <= MAX_FORKS; step++) {
      draft.forkRun(step);
      draft.removeRun(0);
    }
    refused(() => draft.forkRun(MAX_FORKS + 1), `${'fork.from.'.repeat(MAX_FORKS)}fork`);
  });

  test('more points than a series may have', () => {
    draft.chooseDataset('digits');
    draft.setBatchSize(1);
    refused(() => draft.setEpochs(10_000), 'recordEvery');
    draft.setBatchSize(512);
    draft.setEpochs(10_000);
    refused(() => draft.setBatchSize(1), 'recordEvery');
  });

  test('more parameters than a model may have', () => {
    draft.chooseDataset('digits');
    draft.chooseModel('mlp');
    refused(() => draft.setModelParams({ hidden: [1024, 1024, 1024] }), 'problem.model');
  });
});

describe('models and data', () => {
  beforeEach(() => draft.chooseProblem('model'));

  test('a loss that is not the usual one stays while it fits', () => {
    draft.chooseDataset('moons');
    const moons = draft.config;
    if (moons.problem.kind !== 'model') throw new Error('not a model');
    const hinge = { ...moons, problem: { ...moons.problem, loss: { id: 'hinge', params: {} } } };
    draft.loadRuns('hinge', [hinge], null);
    draft.setModelParams({ hidden: [3] });
    expect(draft.problem).toMatchObject({ loss: { id: 'hinge' } });
    draft.chooseDataset('sine');
    expect(draft.problem).toMatchObject({ loss: { id: 'mse' } });
  });

  test('the longer a training, the rarer its evaluations', () => {
    draft.setEpochs(1000);
    expect(draft.config.evaluateEvery).toBe(5 * draft.stepsPerEpoch);
  });

  test.each(datasetIds)('%s can be trained at once, with every model that fits it', (id) => {
    draft.chooseDataset(id);
    const { problem } = draft;
    if (problem.kind !== 'model') throw new Error('not a model');
    expect(problem.dataset.id).toBe(id);
    const epochs = draft.totalSteps / draft.stepsPerEpoch;
    expect(epochs).toBe(Math.round(epochs));
    expect(draft.configs[0]!.evaluateEvery % draft.stepsPerEpoch).toBe(0);
    for (const model of modelsFor(problem.dataset)) {
      draft.chooseModel(model);
      expect(draft.configs[0]!.problem).toMatchObject({ model: { id: model } });
    }
  });

  test('bent data begin with a network, others keep the model that fits', () => {
    draft.chooseDataset('moons');
    expect(draft.problem).toMatchObject({ model: { id: 'mlp' } });
    draft.chooseDataset('digits');
    expect(draft.problem).toMatchObject({ model: { id: 'mlp' } });
    draft.chooseModel('softmax-regression');
    draft.chooseDataset('noisy-line');
    expect(draft.problem).toMatchObject({
      model: { id: 'linear-regression' },
      loss: { id: 'mse' },
    });
  });

  test('fewer samples keep the epochs and shrink a batch that is too large', () => {
    draft.chooseDataset('moons');
    draft.setBatchSize(200);
    const { epochs } = draft;
    draft.setDatasetParams({ samples: 50 });
    expect(draft.epochs).toBe(epochs);
    expect(draft.problem).toMatchObject({ batchSize: 50 });
  });

  test('is named after the data', () => {
    expect(draft.name).toBe(presets.digits.name.en);
    draft.chooseDataset('spirals');
    expect(draft.name).toBe('two spirals');
  });
});

test('a schedule that looks at a metric is chosen like any other', () => {
  draft.chooseSchedule('reduce-on-plateau');
  draft.setScheduleParams({ patience: 3 });
  expect(draft.configs[0]!.schedule).toMatchObject({
    id: 'reduce-on-plateau',
    params: { patience: 3 },
  });
  expect(draft.runNames).toEqual(['reduce on plateau', 'inverse time']);
});

describe('stop rules', () => {
  test('hold for every run, each an edit of its own that can be taken back', () => {
    draft.setStop({ targetLoss: 0.01 });
    draft.setStop({ gradNorm: 0.1 });
    for (const { stop } of draft.configs)
      expect(stop).toMatchObject({ targetLoss: 0.01, gradNorm: 0.1 });
    draft.undo();
    expect(draft.stop).toMatchObject({ targetLoss: 0.01, gradNorm: null });
    draft.setStop({ targetLoss: null });
    expect(draft.stop.targetLoss).toBeNull();
  });

  test('patience sees to it that there is something to wait for', () => {
    const [digits] = presets.digits.runs;
    draft.loadRuns('digits', [{ ...digits!.config, evaluateEvery: 0 }], null);
    draft.setStop({ patience: { metric: 'eval/test_accuracy', checks: 3, minDelta: 0 } });
    expect(draft.config.evaluateEvery).toBe(draft.stepsPerEpoch);
    expect(faults).toEqual([]);
  });

  test('data without classes have no accuracy to wait for', () => {
    draft.chooseDataset('digits');
    draft.setStop({ patience: { metric: 'eval/test_accuracy', checks: 3, minDelta: 0 } });
    draft.chooseDataset('sine');
    expect(draft.stop.patience).toEqual({ metric: 'eval/test_loss', checks: 3, minDelta: 0 });
    expect(faults).toEqual([]);
  });
});

describe('gradient streams', () => {
  test.each(gradientStreamIds)('%s is looked at with descent and Adam, and can run', (id) => {
    draft.chooseStream(id);
    expect(faults).toEqual([]);
    expect(draft.configs.map(({ optimizer }) => optimizer.id)).toEqual(['sgd', 'adam']);
    expect(draft.problem).toMatchObject({ kind: 'stream', stream: { id } });
    expect(draft.name).toBe(gradientStreams[id].name.en);
    expect(isExplorable(draft.configs)).toBe(true);
  });

  test('another stream keeps the runs; what was left comes back', () => {
    draft.setLr(0.02);
    const objective = draft.configs;
    draft.chooseStream('reddi');
    draft.setLr(0.5);
    draft.chooseStream('outlier-gradient');
    expect(draft.config.lr).toBe(0.5);
    draft.chooseProblem('objective');
    expect(draft.configs).toEqual(objective);
    draft.chooseProblem('stream');
    expect(draft.problem).toMatchObject({ stream: { id: 'outlier-gradient' } });
  });

  test('a start stays until the number of coordinates changes', () => {
    draft.chooseStream('gradient-noise');
    draft.setStart([3, 4]);
    draft.setStreamParams({ sigmas: [1, 2] });
    expect(draft.problem).toMatchObject({ start: [3, 4] });
    draft.setStreamParams({ sigmas: [1, 2, 3] });
    expect(draft.problem).toMatchObject({ start: [1, 1, 1] });
    draft.undo();
    expect(draft.problem).toMatchObject({ start: [3, 4] });
  });
});

describe('seeds of their own', () => {
  test('the run with another seed is selected, named by it, and comes back through the form', () => {
    draft.repeatRun();
    expect(draft.selected).toBe(2);
    const { seed } = draft;
    expect(draft.runNames).toEqual(['constant, seed 1', 'inverse time', `constant, seed ${seed}`]);
    const { configs } = draft;
    draft.loadRuns('stored', configs, null);
    expect(draft.configs).toEqual(configs);
    expect(draft.runs.map((run) => run.seed)).toEqual([null, null, seed]);
  });

  test('the seed of most runs is that of all, whichever comes first', () => {
    draft.setOwnSeed(true);
    draft.addRun();
    const { configs } = draft;
    draft.loadRuns('stored', configs, null);
    expect(draft.configs).toEqual(configs);
    expect(draft.runs.map((run) => run.seed)).toEqual([configs[0]!.seed, null, null]);
  });

  test('an undo takes the seed back, and the run that was added', () => {
    const before = draft.configs;
    draft.setOwnSeed(true);
    draft.setSeed(99);
    expect(draft.configs.map((config) => config.seed)).toEqual([99, before[1]!.seed]);
    draft.undo();
    draft.undo();
    expect(draft.configs).toEqual(before);
    draft.repeatRun();
    draft.undo();
    expect(draft.configs).toEqual(before);
  });
});

test('rates of a race that cannot run are refused, and no race is told of the draft', () => {
  draft.setRates([0.1, 0.2], 'own');
  expect(draft.race).toBe('own');
  const { configs } = draft;
  draft.setLr(0.3);
  draft.setRates([0.1, NaN], 'one');
  expect([draft.race, faults.length]).toEqual([null, 1]);
  draft.setRates([0.1, 0.2], 'own');
  expect([draft.race, draft.configs]).toEqual(['own', configs]);
});
