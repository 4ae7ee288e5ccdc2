/** Which checkpoints a run can have written: all of its own, whatever it is, and none that are spoilt. */
import { describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import { isCheckpointOf } from '../../../core/training/checkpoint-fit.ts';
import { fork } from '../../../core/training/fork.ts';
import { createTrainer, type Checkpoint } from '../../../core/training/trainer.ts';
import { parse, stringify } from '../../../electron/store/json-values.ts';
import { resumedConfigs } from '../../durability/resume-scenario.ts';
import { assets, bowl, divergingBowl, shortDigits } from '../../support/experiments.ts';

/** As they come back from a library or a file. */
function checkpointsOf(
  config: ExperimentConfig,
  from: Checkpoint | null = null,
): readonly Checkpoint[] {
  const trainer = createTrainer(config, assets, from);
  const found = [trainer.checkpoint()];
  for (const steps of [1, 1, 15, 43, 500]) {
    trainer.advance(steps, null);
    found.push(trainer.checkpoint());
  }
  trainer.advance(config.totalSteps, null);
  found.push(trainer.checkpoint());
  return found.map((one) => parse(stringify(one)) as Checkpoint);
}

const fits = (config: ExperimentConfig, checkpoint: unknown): boolean =>
  isCheckpointOf(config, assets, checkpoint);

describe('a checkpoint of its own', () => {
  it.each([
    ...resumedConfigs.map((config) => [`${config.seed} ${config.optimizer.id}`, config] as const),
    ['a run that diverges, of several seeds', { ...divergingBowl, replicates: 3 }] as const,
    [
      'all stop rules',
      bowl({
        totalSteps: 900,
        stop: { ...bowl().stop, targetLoss: -1, gradNorm: 1e-9, lossChange: 1e-9 },
      }),
    ] as const,
  ])('fits: %s', (_name, config) => {
    for (const checkpoint of checkpointsOf(config)) expect(fits(config, checkpoint)).toBe(true);
  });

  it('fits, where a fork begins with other slots', () => {
    const config = bowl({ totalSteps: 600 });
    const left = checkpointsOf(config)[4]!;
    for (const id of optimizerIds) {
      const optimizer = { id, params: defaultParams(optimizers[id].params) };
      const forked = fork(config, left, { optimizer });
      expect(fits(forked.config, forked.checkpoint), id).toBe(true);
      for (const one of checkpointsOf(forked.config, forked.checkpoint)) {
        expect(fits(forked.config, one), id).toBe(true);
      }
    }
  });
});

const adam = { id: 'adam', params: defaultParams(optimizers.adam.params) };
const config = { ...shortDigits, optimizer: adam, replicates: 2 };
const checkpoint = checkpointsOf(config)[4]!;
const member = checkpoint.members[0]!;
const slots = member.optimizer as { readonly m: Float64Array };
const data = member.problem as { readonly order: Uint32Array };

function withNaN(values: Float64Array): Float64Array {
  return values.map((value, i) => (i === 3 ? NaN : value));
}

/** The first of two members is another. */
const first = (change: object): object => ({
  members: [{ ...member, ...change }, checkpoint.members[1]],
});

/** Each a change to a checkpoint that fits. */
const wrong: readonly (readonly [what: string, change: object])[] = [
  ['another version', { version: 2 }],
  ['a step that is none', { step: 2.5 }],
  ['a step beyond the run', { step: 1e6, ...first({ step: 1e6 }) }],
  ['a member at another step', first({ step: member.step - 1 })],
  ['one seed too few', { members: [member] }],
  ['no member', { members: [null, null] }],
  ['fewer parameters', first({ params: member.params.slice(1) })],
  ['parameters that are no numbers', first({ params: Array.from(member.params) })],
  ['NaN among the parameters of a run that goes on', first({ params: withNaN(member.params) })],
  ['shorter slots', first({ optimizer: { ...slots, m: slots.m.slice(1) } })],
  ['the slots of another optimizer', first({ optimizer: { v: slots.m } })],
  ['no slots at all', first({ optimizer: 7 })],
  ['slots that began later', first({ optimizerStart: member.step + 1 })],
  ['the memory of a schedule that has none', first({ schedule: { schedule: {}, sum: 0 } })],
  ['a shorter order of samples', first({ problem: { ...data, order: data.order.slice(1) } })],
  [
    'samples that are not there',
    first({ problem: { ...data, order: data.order.map(() => 0xffff_ffff) } }),
  ],
  ['half an epoch', first({ problem: { ...data, epochs: 1.5 } })],
  ['a place before the first sample', first({ problem: { ...data, position: -1 } })],
  ['one random stream too few', first({ streams: { ...member.streams, noise: undefined } })],
  ['a stream that is none', first({ streams: { ...member.streams, noise: { word: NaN } } })],
  [
    'an end before the end',
    first({ outcome: { ...{ status: 'finished', reason: 'max-steps' }, step: member.step } }),
  ],
  [
    'an end of an unknown kind',
    first({ outcome: { status: 'won', reason: '', step: member.step } }),
  ],
  ['a gradient of another length', first({ drawn: { loss: 1, grad: new Float64Array(2) } })],
  ['a short tail', { summary: { ...checkpoint.summary, ring: new Float64Array(3) } }],
  ['a best step to come', { summary: { ...checkpoint.summary, bestStep: 1e6 } }],
  ['no summary', { summary: null }],
];

describe('a checkpoint of no such run', () => {
  it('is none of anything', () => {
    expect(fits(config, checkpoint)).toBe(true);
    for (const nothing of [null, undefined, 7, 'x', [], {}])
      expect(fits(config, nothing)).toBe(false);
  });

  it.each(wrong)('%s', (_what, change) => {
    expect(fits(config, { ...checkpoint, ...change })).toBe(false);
  });

  it.each(['small', 'large'])('a stop rule that remembers something %s', (word) => {
    const stopping = bowl({ stop: { ...bowl().stop, gradNorm: 1e-9 } });
    const [, , at] = checkpointsOf(stopping);
    expect(fits(stopping, at)).toBe(true);
    expect(fits(stopping, { ...at, stop: { ...at!.stop, lastLr: word } })).toBe(false);
    const falseConvergence = { code: 'small-rate', gradNorm: word };
    expect(fits(stopping, { ...at, stop: { ...at!.stop, falseConvergence } })).toBe(false);
  });
});
