import { describe, expect, test } from 'vitest';
import { pytorch } from '../../../core/export/pytorch.ts';
import { request } from './requests.ts';

const code = (...args: Parameters<typeof request>): string =>
  pytorch.write(request(...args), (text) => text.en);

describe('PyTorch', () => {
  test('inverse time is a factor for LambdaLR, which multiplies the optimizer’s rate', () => {
    const text = code('inverse-time', { decay: 0.01 });
    expect(text).toContain('LambdaLR(optimizer, lambda t: 1 / (1 + 0.01 * t))');
    expect(text).toContain('# LambdaLR multiplies the optimizer');
    expect(text).toContain('optimizer = torch.optim.SGD(model.parameters(), lr=0.1)');
  });

  test.each([
    ['exponential', { gamma: 0.97, decayLength: 1 }, 'ExponentialLR(optimizer, gamma=0.97)'],
    ['exponential', { gamma: 0.5, decayLength: 8, staircase: true }, 'step_size=8, gamma=0.5'],
    ['literal-recurrence', { decay: 0.1 }, 'MultiplicativeLR(optimizer, lambda t: 1 / (1 + 0.1'],
    ['polynomial', { power: 2 }, 'PolynomialLR(optimizer, total_iters=60, power=2.0)'],
    ['cosine', { floor: 0.1 }, 'CosineAnnealingLR(optimizer, T_max=60, eta_min=0.01'],
    ['cosine-warm-restarts', {}, 'CosineAnnealingWarmRestarts(optimizer, T_0=9, T_mult=2)'],
    ['multi-step', {}, 'MultiStepLR(optimizer, milestones=[30, 45], gamma=0.1)'],
    ['chained', {}, 'LambdaLR'],
    ['reduce-on-plateau', {}, 'ReduceLROnPlateau'],
    ['reduce-on-plateau', { dialect: 'keras' }, 'class Plateau'],
  ] as const)('%s %o', (id, changes, call) => {
    expect(code(id, changes)).toContain(call);
  });

  test('a cosine that stays down past its end is not CosineAnnealingLR, which rises again', () => {
    expect(code('cosine', { dialect: 'keras', length: 20 })).toContain('min(t, 20)');
    expect(code('cosine', { dialect: 'keras' })).toContain('CosineAnnealingLR');
  });

  test('one cycle that ends before the run is not OneCycleLR, which would raise', () => {
    expect(code('one-cycle', { length: 30 })).not.toContain('OneCycleLR');
    expect(code('one-cycle', { length: 30 })).toContain('moves the rate only');
    expect(code('one-cycle')).toContain('momentum=0.9)');
  });

  test('says where to call scheduler.step()', () => {
    expect(code('step')).toContain('after every optimizer.step(), not once an epoch');
    expect(code('step', {}, { unit: 'epoch' })).toContain('once after every epoch');
  });

  test('counts samples, and begins where it is told', () => {
    expect(code('inverse-time', {}, { unit: 'sample' })).toContain('t = 32 * step');
    expect(code('inverse-time', {}, { start: -4 })).toContain('t = max(0, step - 4)');
    expect(code('inverse-time', {}, { start: 3 })).toContain('t = step + 3');
  });

  test('of a fork says from where on it is valid, and checks the rates from there', () => {
    const text = code('inverse-time', { decay: 0.1 }, { forkStep: 30, start: -30 });
    expect(text).toContain('# Valid from step 30 on');
    expect(text).toContain('for _ in range(30):');
    expect(text).toContain('expected = [0.1, 0.0909090909091, 0.0833333333333,');
    expect(code('inverse-time', { decay: 0.1 })).not.toMatch(/Valid from|range\(/);
  });

  test('says what is left out where only a later part moves momentum', () => {
    const part = (id: 'constant' | 'one-cycle') => request(id).schedule;
    const text = code('sequential', { schedules: [part('constant'), part('one-cycle')] });
    expect(text).toContain('This schedule also moves momentum');
  });
});
