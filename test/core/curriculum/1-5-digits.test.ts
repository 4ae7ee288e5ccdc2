/** What the literal recurrence costs a real network: 8×8 digits, 64-32-10 relu, batches of 32, 30 epochs. */
import { test } from 'vitest';
import { digits } from '../../../core/datasets/digits.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import type { ScheduleId } from '../../../core/schedules/index.ts';
import { assets } from '../../support/assets.ts';
import { scheduled } from '../../support/chains.ts';
import { modelOf } from '../../support/models.ts';
import { expectPrinted } from './printed.ts';
import { mean } from './walk.ts';

const EPOCHS = 30;
const BATCH = 32;
const { train, test: unseen } = digits.load(assets, {}, mulberry32(1));
const network = modelOf('mlp', { hidden: [32], activation: 'relu' }, 'softmax-cross-entropy', {
  features: 64,
  classes: 10,
});

/** Initial weights from seed q, the order of the images from seed 9 + q; an incomplete batch is skipped. */
function trained(rate: (epoch: number) => number, q: number): { loss: number; accuracy: number } {
  const params = network.init(mulberry32(q));
  const orders = mulberry32(9 + q);
  const grad = new Float64Array(network.dim);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = orders.permutation(train.count);
    for (let at = 0; at + BATCH <= train.count; at += BATCH) {
      network.lossAndGrad(params, train, order, at, at + BATCH, grad);
      params.forEach((p, i) => (params[i] = p - rate(epoch) * grad[i]!));
    }
  }
  const accuracy = network.evaluate(params, unseen).accuracy!;
  return { loss: network.evaluate(params, train).loss, accuracy };
}

const rows: readonly [string, ScheduleId, number, string][] = [
  ['literal recurrence, k = .1', 'literal-recurrence', 0.1, '0.3616 0.9287'],
  ['constant', 'constant', 0, '0.0736 0.9639'],
  ['closed form, k = .1', 'inverse-time', 0.1, '0.1293 0.9620'],
  ['literal recurrence, k = .5', 'literal-recurrence', 0.5, '0.7102 0.8852'],
  ['literal recurrence, k = .9', 'literal-recurrence', 0.9, '0.8724 0.8565'],
];

test.each(process.env['DOWNHILL_TEST_SIZE'] === 'full' ? rows : rows.slice(0, 1))(
  '%s: training loss and test accuracy, mean of three seeds',
  (_name, id, decay, printed) => {
    const { lr } = scheduled(id, id === 'constant' ? {} : { decay }, 0.1, EPOCHS);
    const runs = [1, 2, 3].map((q) => trained(lr, q));
    expectPrinted(
      [mean(runs.map((run) => run.loss)), mean(runs.map((run) => run.accuracy))],
      printed,
    );
  },
);
