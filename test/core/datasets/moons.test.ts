import { expect, test } from 'vitest';
import { moons } from '../../../core/datasets/moons.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('draws the angle, then the noise of x, then of y, point after point', () => {
  const { train } = moons.load({}, { samples: 4, noise: 0.1 }, mulberry32(11));
  const rng = mulberry32(11);
  for (let i = 0; i < 4; i++) {
    const a = Math.PI * rng.uniform();
    const [cx, cy] =
      i % 2 === 0 ? [Math.cos(a), Math.sin(a)] : [1 - Math.cos(a), 0.5 - Math.sin(a)];
    expect(train.inputs[2 * i]).toBe(cx! + 0.1 * rng.normal());
    expect(train.inputs[2 * i + 1]).toBe(cy! + 0.1 * rng.normal());
    expect(train.targets[i]).toBe(i % 2);
  }
});

test('without noise every point lies on its half circle', () => {
  const { test: samples } = moons.load({}, { samples: 1, noise: 0 }, mulberry32(3));
  for (let i = 0; i < samples.count; i++) {
    const [x, y] = samples.inputs.subarray(2 * i, 2 * i + 2);
    const upper = samples.targets[i] === 0;
    const radius = upper ? Math.hypot(x!, y!) : Math.hypot(x! - 1, y! - 0.5);
    expect(radius).toBeCloseTo(1, 12);
    expect(upper ? y! >= 0 : y! <= 0.5).toBe(true);
  }
});
