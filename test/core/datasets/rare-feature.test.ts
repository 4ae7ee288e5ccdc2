import { expect, test } from 'vitest';
import { rareFeature } from '../../../core/datasets/rare-feature.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('the target is the sum of a normal and a seldom 1', () => {
  const { train } = rareFeature.load({}, { samples: 20_000, probability: 0.01 }, mulberry32(6));
  let rare = 0;
  for (let i = 0; i < train.count; i++) {
    const [usual, seldom] = train.inputs.subarray(2 * i, 2 * i + 2);
    expect(train.targets[i]).toBe(usual! + seldom!);
    rare += seldom!;
  }
  // 200 expected; four standard deviations.
  expect(Math.abs(rare - 200)).toBeLessThan(4 * Math.sqrt(20_000 * 0.01 * 0.99));
});

test('draws x₁ first, then whether x₂ is there', () => {
  const { train } = rareFeature.load({}, { samples: 3, probability: 0.5 }, mulberry32(8));
  const rng = mulberry32(8);
  for (let i = 0; i < 3; i++) {
    expect(train.inputs[2 * i]).toBe(rng.normal());
    expect(train.inputs[2 * i + 1]).toBe(rng.uniform() < 0.5 ? 1 : 0);
  }
});
