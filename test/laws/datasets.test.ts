/** Laws that every data set keeps: what it says of itself is so, and the same seed draws the same data. */
import { describe, expect, test } from 'vitest';
import type { Dataset, DatasetSizes } from '../../core/datasets/dataset.ts';
import { datasets } from '../../core/datasets/index.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import { defaultParams, type ParamSpecs, type Values } from '../../core/params.ts';
import { assets } from '../support/assets.ts';

/** What a member of the registry is, whatever its parameters. */
interface AnySpec {
  readonly id: string;
  readonly params: ParamSpecs;
  sizes(values: Values): DatasetSizes;
  load(given: typeof assets, values: Values, rng: ReturnType<typeof mulberry32>): Dataset;
}

describe.each(Object.values(datasets) as readonly AnySpec[])('data set $id', (spec) => {
  const values = {
    ...defaultParams(spec.params),
    ...('samples' in spec.params && { samples: 37 }),
  };
  const load = (seed: number): Dataset => spec.load(assets, values, mulberry32(seed));

  test('it holds what its sizes say', () => {
    const { train, test, classes } = load(1);
    const sizes = spec.sizes(values);
    expect(sizes).toEqual({
      train: train.count,
      test: test.count,
      features: train.features,
      classes,
    });
    for (const part of [train, test]) {
      expect(part.inputs).toHaveLength(part.count * sizes.features);
      expect(part.targets).toHaveLength(part.count);
      expect(part.inputs.every(Number.isFinite) && part.targets.every(Number.isFinite)).toBe(true);
      if (classes === null) continue;
      const labels = new Set(part.targets);
      expect([...labels].sort((a, b) => a - b)).toEqual(
        Array.from({ length: classes }, (_, c) => c),
      );
    }
  });

  test('the same seed draws the same data; another seed draws others, or the set is fixed', () => {
    expect(load(1)).toEqual(load(1));
    const generated = 'samples' in spec.params;
    expect(load(1).train.inputs.join() !== load(2).train.inputs.join()).toBe(generated);
  });

  test('training and test samples are drawn one after another, not twice', () => {
    const { train, test } = load(1);
    if (spec.id === 'xor') expect(train).toEqual(test);
    else expect(train.inputs.slice(0, 20)).not.toEqual(test.inputs.slice(0, 20));
  });
});
