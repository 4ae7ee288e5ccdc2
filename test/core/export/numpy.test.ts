import { describe, expect, test } from 'vitest';
import { numpy } from '../../../core/export/numpy.ts';
import { request } from './requests.ts';

const code = (...args: Parameters<typeof request>): string =>
  numpy.write(request(...args), (text) => text.en);

describe('NumPy', () => {
  test('inverse time, whole', () => {
    expect(code('inverse-time', { decay: 0.01 }, { totalSteps: 3 })).toBe(
      `# Learning-rate schedule: inverse time, η₀ = 0.1
import numpy as np

def rate(t):
    """t: updates made, from 0"""
    return 0.1 / (1 + 0.01 * t)

# Rates at the start, half-way and at the end, as Downhill computes them:
ticks = np.array([0, 1, 2])
expected = [0.1, 0.0990099009901, 0.0980392156863]
np.testing.assert_allclose(rate(ticks), expected, rtol=1e-9, atol=1e-13)
`,
    );
  });

  test('of a fork, checks no rate that the run has from another schedule', () => {
    const text = code('inverse-time', { decay: 0.1 }, { forkStep: 30, start: -30 });
    expect(text).toContain('# Valid from step 30 on: before it');
    expect(text).toContain('ticks = np.array([30, 31, 32, 33, 34, 45, 59])');
    const atTheEnd = code('inverse-time', {}, { forkStep: 60 });
    expect(atTheEnd).toContain('ticks = np.array([59])');
  });

  test('a long list takes as many lines as it needs', () => {
    const values = Array.from({ length: 40 }, (_, i) => 1 - i / 64);
    const lines = code('list', { values }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(100);
    expect(lines).toContain('values = np.array([');
  });

  test('warm restarts know every wave that begins within the run, however many', () => {
    const waves = (totalSteps: number): string | undefined =>
      /np\.arange\((\d+)\)/.exec(
        code('cosine-warm-restarts', { firstLength: 1 }, { totalSteps }),
      )?.[1];
    // Wave k of lengths 1, 2, 4, … begins at 2^k − 1.
    expect(waves(2 ** 25 - 1)).toBe('26');
    expect(waves(2 ** 25 - 2)).toBe('25');
  });

  test('a recurrence without decay is a constant, for an array too', () => {
    expect(code('literal-recurrence', { decay: 0 })).toContain(
      'return 0.1 * np.full(np.shape(t), 1.0)',
    );
  });

  test('says what it counts', () => {
    expect(code('step', {}, { unit: 'epoch' })).toContain('"""t: epochs completed, from 0"""');
    expect(code('step', {}, { start: -7 })).toContain(
      't = np.maximum(step - 7, 0)  # the schedule begins after 7 updates',
    );
    expect(code('step', {}, { start: 1, unit: 'epoch' })).toContain(
      't = epoch + 1  # the schedule goes on from t = 1, as if 1 epoch were behind it',
    );
    expect(code('step', {}, { start: -64, unit: 'sample' })).toContain('after 64 samples');
  });
});
