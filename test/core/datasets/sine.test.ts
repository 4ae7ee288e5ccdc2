import { expect, test } from 'vitest';
import { sine } from '../../../core/datasets/sine.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('y = sin πx, with its noise drawn after x', () => {
  const { train } = sine.load({}, { samples: 5, noise: 0.2 }, mulberry32(5));
  const rng = mulberry32(5);
  for (let i = 0; i < 5; i++) {
    const x = 2 * rng.uniform() - 1;
    expect(train.inputs[i]).toBe(x);
    expect(train.targets[i]).toBe(Math.sin(Math.PI * x) + 0.2 * rng.normal());
  }
});
