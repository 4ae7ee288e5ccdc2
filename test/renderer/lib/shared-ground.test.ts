import { expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { sharedGround, startOn } from '../../../renderer/src/lib/shared-ground.ts';
import { bowl } from '../../support/experiments.ts';

const rosenbrock = parseExperimentConfig({
  ...bowl(),
  problem: {
    kind: 'objective',
    objective: { id: 'rosenbrock', params: {} },
    start: [-1.2, 1],
    noise: 0,
    scale: 1,
  },
});

test('runs of one objective walk on one ground', () => {
  const ground = sharedGround([rosenbrock, { ...rosenbrock, lr: 0.5 }])!;
  expect(ground.dim).toBe(2);
  expect(ground.valueAndGrad(Float64Array.of(1, 1), new Float64Array(2))).toBe(0);
  expect(startOn(ground, rosenbrock)).toEqual([-1.2, 1]);
});

test('of other problems, of models and of logs there is none', () => {
  expect(sharedGround([bowl(), rosenbrock])).toBeNull();
  expect(sharedGround([presets.digits.runs[0]!.config])).toBeNull();
  expect(sharedGround([null])).toBeNull();
  expect(sharedGround([])).toBeNull();
});
