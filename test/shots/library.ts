/** A library of forty runs, as somebody has it after a few evenings. */
import type { Page } from '@playwright/test';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { presets } from '../../core/experiment/presets.ts';
import type { RunChange } from '../../electron/ipc/library.ts';
import { request } from '../e2e/support/lab.ts';

type Given = Record<string, unknown>;

const noisyBowl = presets.pair.runs[0]!.config;
const rosenbrock = {
  kind: 'objective',
  objective: { id: 'rosenbrock', params: {} },
  start: [-1.2, 1],
  noise: 0,
  scale: 1,
};

function settings(change: Given): ExperimentConfig {
  return parseExperimentConfig({ ...noisyBowl, replicates: 4, totalSteps: 400, ...change });
}

const decay = (d: number): Given => ({ schedule: { id: 'inverse-time', params: { decay: d } } });
const constant: Given = { schedule: { id: 'constant' } };
const momentum: Given = { optimizer: { id: 'momentum' }, lr: 0.02 };
const adam: Given = { optimizer: { id: 'adam' }, lr: 0.2 };

interface Experiment {
  readonly name: string;
  readonly runs: readonly (readonly [string, Given])[];
}

/** Runs with one beginning, of which two are called the same. */
export const sameStart: readonly Experiment[] = [
  {
    name: 'A late cut',
    runs: [
      ['constant', constant],
      ['cut after 200 steps', { schedule: { id: 'step', params: { stepSize: 200, gamma: 0.1 } } }],
    ],
  },
  { name: 'The day before', runs: [['constant', constant]] },
];

/** Two settings with four seeds each, run one by one. */
export const seeds: readonly Experiment[] = [
  {
    name: 'Four seeds each',
    runs: [1, 2, 3, 4].flatMap((seed) => [
      [`constant, seed ${seed}`, { ...constant, seed, replicates: 1, totalSteps: 2000 }] as const,
      [
        `decay 0.02, seed ${seed}`,
        { ...decay(0.02), seed, replicates: 1, totalSteps: 2000 },
      ] as const,
    ]),
  },
];

const experiments: readonly Experiment[] = [
  ...([1, 2, 3] as const).map((seed) => ({
    name: '噪声和种子',
    runs: [
      [`种子 ${seed}，不衰减`, { ...constant, seed }],
      [`种子 ${seed}，衰减太快`, { ...decay(1), seed }],
    ] as const,
  })),
  {
    name: 'Rosenbrock, by hand',
    runs: [
      ['gradient descent', { problem: rosenbrock, lr: 0.001, replicates: 1, ...constant }],
      ['twice the rate', { problem: rosenbrock, lr: 0.005, replicates: 1, ...constant }],
      ['Adam', { problem: rosenbrock, ...adam, ...constant, replicates: 1 }],
      ['RMSProp', { problem: rosenbrock, optimizer: { id: 'rmsprop' }, lr: 0.01, replicates: 1 }],
    ],
  },
  {
    name: 'How large is too large',
    runs: [0.5, 1, 1.9, 2.1, 2.6].map(
      (lr) => [`η₀ = ${lr}`, { lr, ...constant, totalSteps: 1000 }] as const,
    ),
  },
  {
    name: 'Lengths',
    runs: [200, 400, 800, 4000].map(
      (totalSteps) => [`decay 0.02, ${totalSteps} steps`, { ...decay(0.02), totalSteps }] as const,
    ),
  },
  {
    name: 'Temperaments at home',
    runs: ['nesterov', 'adagrad', 'lion', 'nadam', 'adamw'].map(
      (id) => [id, { optimizer: { id }, lr: 0.05, ...constant }] as const,
    ),
  },
  {
    name: 'Warm restarts',
    runs: [['warm restarts', { schedule: { id: 'cosine-warm-restarts' } }]],
  },
  { name: 'One cycle', runs: [['one cycle', { schedule: { id: 'one-cycle' } }]] },
  {
    name: 'Decay and memory',
    runs: [
      ['momentum, decay 0.1', { ...momentum, ...decay(0.1) }],
      ['momentum, decay 0.02', { ...momentum, ...decay(0.02) }],
      ['momentum, cosine', { ...momentum, schedule: { id: 'cosine' } }],
      ['Adam, no decay', { ...adam, ...constant }],
      ['Adam, decay 0.1', { ...adam, ...decay(0.1) }],
      ['Adam, linear decay', { ...adam, schedule: { id: 'linear' } }],
    ],
  },
  {
    name: 'Decay study',
    runs: [
      ['decay 0.1', decay(0.1)],
      ['decay 0.02', decay(0.02)],
      ['no decay', constant],
      [
        'literal formula, decay 0.1',
        { schedule: { id: 'literal-recurrence', params: { decay: 0.1 } } },
      ],
      ['一个名字非常非常长的实验，decay=0.0001，第二十三次', decay(0.0001)],
      ['decay 0.02, 10× longer', { ...decay(0.02), totalSteps: 4000 }],
    ],
  },
];

const remarks: readonly (readonly [string, RunChange])[] = [
  ['decay 0.1', { baseline: true, pinned: true, addTags: ['lecture 3'] }],
  ['decay 0.02', { pinned: true, addTags: ['to show'] }],
  ['no decay', { addTags: ['lecture 3', '对照'] }],
  ['literal formula, decay 0.1', { addTags: ['trap'] }],
  ['种子 2，衰减太快', { addTags: ['学习率太大', '对照'] }],
  ['Adam, linear decay', { pinned: true, addTags: ['lecture 4'] }],
  ['twice the rate', { archived: true }],
];

/** Runs all of them and waits for the last. */
export async function runAll(page: Page, given: readonly Experiment[]): Promise<void> {
  for (const { name, runs } of given) {
    const plan = runs.map(([run, change]) => ({ name: run, config: settings(change) }));
    await request(page, 'experiment:start', { name, runs: plan, pace: null });
  }
  const going = async (): Promise<boolean> => {
    const rows = await request(page, 'run:list', { limit: 100, trashed: false });
    return rows.some(({ state }) => ['queued', 'running'].includes(state));
  };
  while (await going()) await page.waitForTimeout(100);
}

/** Runs the library, then tags and marks some. */
export async function fillLibrary(page: Page): Promise<void> {
  await runAll(page, experiments);
  const rows = await request(page, 'run:list', { limit: 100, trashed: false });
  for (const [name, change] of remarks) {
    const ids = rows.filter((row) => row.name === name).map(({ id }) => id);
    await request(page, 'run:change', { ids, change });
  }
}
