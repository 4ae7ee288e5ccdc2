import type { CodeRequest } from '../../../core/export/code-request.ts';
import { defaultParams, type Choice, type Values } from '../../../core/params.ts';
import { runSchedules, schedules, type RunScheduleId } from '../../../core/schedules/index.ts';

function choice(id: RunScheduleId, changes: Values = {}): Choice {
  return { id, params: { ...defaultParams(runSchedules[id].params), ...changes } as Values };
}

/** Values beside the defaults: those that decide whether a library's own class may be used. */
const variants: readonly Choice[] = [
  choice('inverse-time', { decay: 0.3, decayLength: 7, staircase: true }),
  choice('inverse-time', { decay: 0.3, decayLength: 7 }),
  choice('literal-recurrence', { decay: 2 }),
  choice('literal-recurrence', { decay: 0 }),
  choice('exponential', { gamma: 0.97, decayLength: 1 }),
  choice('exponential', { gamma: 0.5, decayLength: 8, staircase: true }),
  choice('natural-exponential', { k: 0.7, decayLength: 9, staircase: true }),
  choice('natural-exponential', { k: 0.05, decayLength: 1 }),
  choice('polynomial', { power: 1, length: 20 }),
  choice('polynomial', { power: 3, length: 20, floor: 0.1 }),
  choice('polynomial', { power: 0.5, length: 17, floor: 0.05, cycle: true }),
  choice('linear', { startFactor: 0.2, endFactor: 1, length: 13 }),
  choice('linear', { startFactor: 0, endFactor: 2, length: 13 }),
  choice('step', { stepSize: 1, gamma: 0.9 }),
  choice('multi-step', { milestones: [0, 3, 3, 40], gamma: 0.5 }),
  choice('constant-factor', { factor: 3, length: 4 }),
  choice('cosine', { dialect: 'pytorch', length: 20, floor: 0.1 }),
  choice('cosine', { dialect: 'keras', length: 20, floor: 0.1 }),
  choice('cosine', { dialect: 'keras' }),
  choice('cosine-warm-restarts', { firstLength: 6, lengthFactor: 1, floor: 0.2 }),
  choice('cosine-warm-restarts', { firstLength: 2, lengthFactor: 3 }),
  choice('warmup-stable-decay', { warmupShare: 0, cooldownShare: 0.5, shape: 'one-minus-sqrt' }),
  choice('warmup-stable-decay', { cooldownShare: 0, floor: 0.1 }),
  choice('warmup-stable-decay', { warmupShare: 0.7, cooldownShare: 0.7, shape: 'cosine' }),
  choice('one-cycle', { anneal: 'linear', threePhase: true, cycleMomentum: false }),
  choice('one-cycle', { length: 30, riseShare: 0.5 }),
  choice('one-cycle', { riseShare: 0 }),
  choice('one-cycle', { riseShare: 1 }),
  choice('one-cycle', { length: 20, riseShare: 0.05 }),
  choice('noam', { scale: 'paper', modelDim: 64, warmup: 9 }),
  choice('inverse-sqrt-warmup', { warmup: 5, initFactor: 0.1 }),
  choice('cyclic', { up: 4, down: 9, mode: 'triangular2' }),
  choice('cyclic', { up: 5, mode: 'exp-range', shrink: 0.95, cycleMomentum: false }),
  choice('chebyshev', { length: 7, order: 'ascending' }),
  choice('chebyshev', { length: 13, condition: 10 }),
  choice('chebyshev', { length: 8, order: 'descending' }),
  choice('list', { values: [1, 0.3, 0.7], hold: 4 }),
  choice('list', { values: [0.5] }),
  choice('cycle', { values: [0.2, 1, 3], hold: 5 }),
  choice('multiplicative', { factors: [0.9, 0.5, 1.1, 0.97] }),
  choice('warmup', { warmup: 1 }),
  choice('warmup', { warmup: 10, startFactor: 0.3, inner: [choice('exponential')] }),
  choice('warmup', { inner: [choice('noam')] }),
  choice('warmup', { inner: [choice('one-cycle')] }),
  choice('sequential', {
    schedules: [choice('linear'), choice('inverse-time'), choice('step', { stepSize: 5 })],
    milestones: [7, 30],
  }),
  choice('sequential', {
    schedules: [choice('constant'), choice('multiplicative', { factors: [0.9, 0.8] })],
    milestones: [0],
  }),
  choice('sequential', { schedules: [choice('cyclic'), choice('warmup')] }),
  choice('chained', { schedules: [choice('linear'), choice('exponential'), choice('step')] }),
];

const plateaus: readonly Choice[] = [
  choice('reduce-on-plateau'),
  choice('reduce-on-plateau', { patience: 0, cooldown: 2, floor: 0.05, thresholdMode: 'abs' }),
  choice('reduce-on-plateau', { mode: 'max', patience: 2, factor: 0.5 }),
  choice('reduce-on-plateau', { factor: 1, patience: 1 }),
  choice('reduce-on-plateau', { dialect: 'keras', patience: 3, cooldown: 4, factor: 0.5 }),
  choice('reduce-on-plateau', { dialect: 'keras', mode: 'max', patience: 0, floor: 0.3 }),
  choice('reduce-on-plateau', { dialect: 'optax', patience: 2, averaged: 3, factor: 0.5 }),
  choice('reduce-on-plateau', { dialect: 'optax', patience: 4, absoluteThreshold: 0.1 }),
];

const usual: Omit<CodeRequest, 'schedule'> = {
  lr: 0.1,
  unit: 'step',
  start: 0,
  metric: 'test-loss',
  forkStep: 0,
  totalSteps: 60,
  stepsPerEpoch: 5,
  batchSize: 32,
};

const clocks: readonly Partial<CodeRequest>[] = [
  {},
  { lr: 3, unit: 'epoch', totalSteps: 300 },
  { lr: 1e-4, unit: 'sample', batchSize: 4 },
  { start: 3 },
  { start: -4, lr: 0.02 },
  { start: -2, unit: 'epoch', totalSteps: 300 },
  { totalSteps: 1 },
  { forkStep: 22 },
  { forkStep: 12, start: -2, unit: 'epoch', totalSteps: 300 },
  { forkStep: 60 },
];

/** Every schedule with its defaults and with the variants, in every unit and from other starts. */
export function requests(): CodeRequest[] {
  const defaults = (Object.keys(schedules) as (keyof typeof schedules)[]).map((id) => choice(id));
  const pure = [...defaults, ...variants].flatMap((schedule) =>
    clocks.map((clock) => ({ ...usual, ...clock, schedule })),
  );
  const adaptive = plateaus.map((schedule) => ({ ...usual, schedule }));
  return [...pure, ...adaptive];
}

/** A request for one schedule: its defaults with changes, the usual run with changes. */
export function request(
  id: RunScheduleId,
  changes: Values = {},
  run: Partial<CodeRequest> = {},
): CodeRequest {
  return { ...usual, ...run, schedule: choice(id, changes) };
}
