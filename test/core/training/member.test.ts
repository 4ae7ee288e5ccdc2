import { expect, test } from 'vitest';
import type { Optimizer } from '../../../core/optimizers/optimizer.ts';
import { Ensemble } from '../../../core/training/ensemble.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createRules } from '../../../core/training/rules.ts';
import type { Rules } from '../../../core/training/member.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { assets } from '../../support/assets.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';
import { seriesOf, train } from '../../support/training.ts';

function run(config: ExperimentConfig, change: (rules: Rules) => Partial<Rules>) {
  const rules = createRules(config, assets);
  const recorder = createRecorder();
  new Ensemble(config, { ...rules, ...change(rules) }, null).advance(Infinity, recorder);
  return recorder.flush();
}

/** Gradient descent that wants the origin to be judged, whatever θ is. */
const judgedAtOrigin: Optimizer<unknown> = {
  init: () => ({}),
  update({ lr, grad }, _state, out) {
    grad.forEach((g, i) => (out[i] = -lr * g));
  },
  evaluationPoint: (_params, _state, out) => void out.fill(0),
};

test('momentum that the schedule cycles reaches the update it is meant for; null where it does not', () => {
  const seen: (number | null)[] = [];
  const optimizer: Optimizer<unknown> = {
    ...judgedAtOrigin,
    update: ({ momentum }, _state, out) => {
      seen.push(momentum);
      out.fill(0);
    },
  };
  const momentum = (t: number): number | null => (t === 2 ? null : t / 10);
  const config = bowl({ totalSteps: 4 });
  run(config, ({ rates }) => {
    if (!('clock' in rates)) throw new Error('not a pure schedule');
    return { optimizer, rates: { ...rates, schedule: { lr: () => 1, momentum } } };
  });
  expect(seen).toEqual([0, 0.1, null, 0.3]);
});

test('where the optimizer names a point to be judged, evaluations are of it and the training loss is not', () => {
  const noiseless = bowl({ totalSteps: 3 });
  const chunks = run(noiseless, () => ({ optimizer: judgedAtOrigin }));
  const plain = train(noiseless).chunks;
  expect(seriesOf(chunks, 'train/loss')).toEqual(seriesOf(plain, 'train/loss'));
  // Before the first update there is nothing but the start.
  expect(seriesOf(chunks, 'eval/loss').values).toEqual([0.525, 0, 0, 0]);
  expect(seriesOf(plain, 'eval/loss').steps).toEqual([]);
  const digits = run(shortDigits, () => ({ optimizer: judgedAtOrigin }));
  seriesOf(digits, 'eval/train_loss').values.forEach((loss) =>
    expect(loss).toBeCloseTo(Math.log(10), 12),
  );
});

test('without a recorder the result is the same', () => {
  const rules = createRules(shortDigits, assets);
  const silent = new Ensemble(shortDigits, rules, null);
  silent.advance(Infinity, null);
  expect(silent.result()).toEqual(train(shortDigits).trainer.result());
});

test('a gradient so large that its squares overflow is finite all the same, and its norm is told', () => {
  const config = bowl({ totalSteps: 3 });
  const chunks = run(config, ({ problem }) => ({
    optimizer: { init: () => ({}), update: (_input, _state, out) => void out.fill(0) },
    problem: {
      ...problem,
      next(_params, grad) {
        grad.fill(1e200);
        return 1;
      },
    },
  }));
  const { steps, values } = seriesOf(chunks, 'optim/grad_norm');
  expect(steps).toEqual([0, 1, 2]);
  values.forEach((norm) => expect(norm / (Math.SQRT2 * 1e200)).toBeCloseTo(1, 14));
});
