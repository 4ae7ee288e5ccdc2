import { expect, test } from 'vitest';
import { spirals } from '../../../core/datasets/spirals.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('without noise the angle is r · turns · 2π, half a turn further for class 1', () => {
  const { train } = spirals.load({}, { samples: 60, noise: 0, turns: 1.5 }, mulberry32(4));
  const rng = mulberry32(4);
  for (let i = 0; i < train.count; i++) {
    const [x, y] = train.inputs.subarray(2 * i, 2 * i + 2);
    const radius = Math.sqrt(rng.uniform());
    expect(Math.hypot(x!, y!)).toBeCloseTo(radius, 12);
    const turned = radius * 3 * Math.PI + (i % 2) * Math.PI;
    expect(Math.cos(Math.atan2(y!, x!) - turned)).toBeCloseTo(1, 12);
    // Noise of deviation 0 draws its two normals all the same.
    rng.normal();
    rng.normal();
  }
});
