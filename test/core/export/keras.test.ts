import { describe, expect, test } from 'vitest';
import { keras } from '../../../core/export/keras.ts';
import { request } from './requests.ts';

/** The snippet with its calls in one line each. */
const code = (...args: Parameters<typeof request>): string =>
  keras
    .write(request(...args), (text) => text.en)
    .replace(/\(\n\s+/g, '(')
    .replace(/,\n\s+/g, ', ');

describe('Keras', () => {
  test('counts optimizer steps: an epoch is a staircase as wide as its updates', () => {
    const text = code('inverse-time', { decay: 0.01 }, { unit: 'epoch', totalSteps: 300 });
    expect(text).toContain('InverseTimeDecay(0.1, decay_steps=5, decay_rate=0.01, staircase=True,');
    expect(text).toContain('not epochs; here an epoch has 5 of them');
  });

  test('a staircase of the schedule’s own keeps its length', () => {
    const stairs = { decay: 0.3, decayLength: 7, staircase: true };
    expect(code('inverse-time', stairs)).toContain('decay_steps=7');
    const epochs = code('inverse-time', stairs, { unit: 'epoch', totalSteps: 300 });
    expect(epochs).toContain('decay_steps=35');
    const smooth = code('inverse-time', { ...stairs, staircase: false });
    expect(smooth).not.toContain('staircase');
  });

  test('a recurrence without decay needs no table', () => {
    expect(code('literal-recurrence', { decay: 0 }, { totalSteps: 1e9 })).toContain('return 0.1\n');
  });

  test('boundaries lie one step before the change', () => {
    const text = code('multi-step', { milestones: [10, 20], gamma: 0.5 });
    expect(text).toContain('boundaries=[9, 19]');
    expect(text).toContain('values=[0.1, 0.05, 0.025]');
  });

  test('where no staircase does it, epochs are counted by a callback', () => {
    const text = code('cosine', {}, { unit: 'epoch', totalSteps: 300 });
    expect(text).toContain('keras.callbacks.LearningRateScheduler(rate)');
    expect(text).not.toContain('CosineDecay');
  });

  test.each([
    ['cosine', { floor: 0.1 }, 'CosineDecay(0.1, decay_steps=60, alpha=0.1'],
    ['cosine', { length: 20 }, 'class Schedule(keras.optimizers.schedules.LearningRateSchedule)'],
    ['cosine-warm-restarts', {}, 'CosineDecayRestarts'],
    ['polynomial', { cycle: true, length: 9 }, 'cycle=True'],
    ['linear', {}, 'PolynomialDecay(0.1, decay_steps=60, end_learning_rate=0.0'],
    ['noam', {}, 'def get_config(self):'],
    ['one-cycle', {}, 'moves the rate only'],
    ['reduce-on-plateau', { dialect: 'keras' }, 'keras.callbacks.ReduceLROnPlateau('],
    ['reduce-on-plateau', { dialect: 'pytorch' }, 'class Scheduler(keras.callbacks.Callback)'],
  ] as const)('%s %o', (id, changes, call) => {
    expect(code(id, changes)).toContain(call);
  });

  test('says what is left out where only a later part moves momentum', () => {
    const part = (id: 'constant' | 'one-cycle') => request(id).schedule;
    const text = code('sequential', { schedules: [part('constant'), part('one-cycle')] });
    expect(text).toContain('This schedule also moves momentum');
  });
});
