import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import type { StopConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presets } from '../../../core/experiment/presets.ts';
import type { FalseConvergence } from '../../../core/training/stop-rules.ts';
import { seriesOf, train } from '../../support/training.ts';

interface Run {
  readonly objective: string;
  readonly start: number;
  readonly lr: number;
  readonly schedule?: object;
  readonly steps?: number;
  readonly noise?: number;
}

const shifted: Run = { objective: 'shifted-parabola', start: 0, lr: 0.1 };
const plateau: Run = { objective: 'plateau-well', start: 4.5, lr: 0.5 };
const parabola: Run = { objective: 'parabola', start: 1, lr: 0.1 };
const literal = { id: 'literal-recurrence', params: { decay: 0.1 } };
const inverse = { id: 'inverse-time', params: { decay: 0.1 } };

function stopped({ objective, start, lr, schedule, steps, noise }: Run, stop: Partial<StopConfig>) {
  const { trainer } = train(
    parseExperimentConfig({
      version: 1,
      seed: 1,
      problem: {
        kind: 'objective',
        objective: { id: objective },
        start: [start],
        noise: noise ?? 0,
      },
      optimizer: { id: 'sgd' },
      schedule: schedule ?? { id: 'constant' },
      lr,
      totalSteps: steps ?? 5000,
      stop,
    }),
  );
  return { outcome: trainer.outcome!, result: trainer.result() };
}

describe('a run stops at n = the number of its updates, with the reason', () => {
  test.each([
    [shifted, { lossChange: 1e-8 }, 'loss-change', 45],
    [shifted, { gradNorm: 1e-6 }, 'grad-norm', 70],
    [plateau, { lossChange: 1e-6 }, 'loss-change', 1],
    [plateau, { targetLoss: 1e-6 }, 'target-loss', 2798],
    [plateau, { gradNorm: 2e-4 }, 'grad-norm', 0],
    [plateau, { gradNorm: 1e-4 }, 'grad-norm', 2802],
    [{ ...parabola, start: 10, schedule: literal }, { lossChange: 1e-6 }, 'loss-change', 23],
    [parabola, { lossChange: 1e-6 }, 'loss-change', 56],
    [{ ...parabola, schedule: inverse }, { lossChange: 1e-6 }, 'loss-change', 425],
  ] as const)('%j %j', (run, stop, reason, step) => {
    expect(stopped(run, stop).outcome).toEqual({ status: 'stopped', reason, step });
  });

  test('the target is named before the change that comes with it, and both before the last step', () => {
    const both = { targetLoss: 1.8e-8, lossChange: 1e-8 };
    expect(stopped({ ...shifted, steps: 45 }, both).outcome.reason).toBe('target-loss');
    expect(stopped({ ...shifted, steps: 45 }, { lossChange: 1e-8 }).outcome.reason).toBe(
      'loss-change',
    );
    expect(stopped({ ...shifted, steps: 44 }, both).outcome).toMatchObject({
      status: 'finished',
      reason: 'max-steps',
    });
  });

  test('divergence comes first', () => {
    const { outcome } = stopped({ ...parabola, lr: 1e6 }, { lossChange: 1e-6, gradNorm: 1e-9 });
    expect(outcome.status).toBe('diverged');
  });
});

describe('a loss that hardly changes has not always arrived', () => {
  const doubt = (run: Run, lossChange = 1e-6): FalseConvergence | null =>
    stopped(run, { lossChange }).result.falseConvergence;

  test('on a plateau the gradient is what it was', () => {
    const found = doubt(plateau)!;
    expect(found.code).toBe('large-gradient');
    expect(found.gradNorm / found.startGradNorm).toBeCloseTo(1, 3);
  });

  test('after a decay the rate is small, not the gradient', () => {
    const found = doubt({ ...parabola, start: 10, schedule: literal })!;
    expect(found.code).toBe('small-rate');
    expect(found.gradNorm).toBeCloseTo(6.3805, 3);
    expect(found.startGradNorm).toBe(10);
    expect(found.largestLr).toBe(0.1);
    expect(doubt({ ...parabola, schedule: inverse })!.code).toBe('small-rate');
  });

  test('where noise makes two losses equal by chance the gradient is large', () => {
    expect(doubt({ ...parabola, noise: 1 }, 1e-3)!.code).toBe('large-gradient');
  });

  test('an arrival is not doubted, nor is any other reason', () => {
    expect(doubt(shifted)).toBeNull();
    expect(doubt(parabola)).toBeNull();
    expect(doubt({ ...parabola, start: 0 })).toBeNull();
    expect(stopped(plateau, { gradNorm: 2e-4 }).result.falseConvergence).toBeNull();
  });
});

describe('patience', () => {
  const { config } = presets.digits.runs[0];
  const change = { lr: 2, totalSteps: 2000, evaluateEvery: 20 };
  const patience = { metric: 'eval/test_loss', checks: 4, minDelta: 1e-3 } as const;

  test.each([['eval/test_loss'], ['eval/test_accuracy']] as const)(
    'stops after so many evaluations in a row without a gain in %s',
    (metric) => {
      const { chunks, trainer } = train(
        parseExperimentConfig({
          ...config,
          ...change,
          stop: { patience: { ...patience, metric } },
        }),
      );
      const { steps, values } = seriesOf(chunks, metric);
      const sign = metric === 'eval/test_loss' ? 1 : -1;
      let best = Infinity;
      let without = 0;
      const at = steps.find((_, i) => {
        if (sign * values[i]! < best - 1e-3) {
          best = sign * values[i]!;
          without = 0;
        } else without++;
        return without === 4;
      });
      expect(trainer.outcome).toEqual({ status: 'stopped', reason: 'patience', step: at });
      expect(steps.at(-1)).toBe(at);
    },
  );

  test('needs held-out data and evaluations', () => {
    const refused = (given: object): ConfigError => {
      try {
        parseExperimentConfig({ ...config, ...change, stop: { patience }, ...given });
      } catch (error) {
        if (error instanceof ConfigError) return error;
      }
      throw new Error('was not refused');
    };
    expect(refused({ evaluateEvery: 0 }).path).toBe('evaluateEvery');
    expect(refused({ problem: presets.pair.runs[0]!.config.problem }).path).toBe('stop');
    expect(refused({ stop: { patience: { checks: 0 } } }).path).toBe('stop.patience.checks');
    expect(refused({ stop: { lossChange: 0 } }).path).toBe('stop.lossChange');
  });
});
