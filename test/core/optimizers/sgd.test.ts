import { expect, test } from 'vitest';
import { sgd } from '../../../core/optimizers/sgd.ts';

test('the update is minus rate times gradient', () => {
  const out = new Float64Array(2);
  const optimizer = sgd.create({});
  const input = {
    t: 1,
    lr: 0.1,
    momentum: null,
    params: Float64Array.of(1, 1),
    grad: Float64Array.of(2, -4),
  };
  optimizer.update(input, optimizer.init(2), out);
  expect([...out]).toEqual([-0.2, 0.4]);
});
