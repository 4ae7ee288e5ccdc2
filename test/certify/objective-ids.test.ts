import { expect, test } from 'vitest';
import { objectives } from '../../core/objectives/index.ts';
import { parseParams } from '../../core/params.ts';
import { at } from '../support/at.ts';
import { objectiveChoice } from './objective-ids.ts';

test.each([
  ['quadratic', { kappa: 7 }, [1, 2], 0.5 * (1 + 7 * 4)],
  ['rosenbrock', { a: 2, b: 10 }, [1, 3], 1 + 10 * 4],
  ['beale', {}, [1, 1], 14.203125],
  ['himmelblau', {}, [-1, -1], 170],
  ['booth', {}, [0, 0], 74],
  ['saddle', {}, [3, 1], 8],
  ['rastrigin', { A: 4 }, [0.5, 0], 8.25],
  ['ackley', {}, [0, 0], 0],
  ['styblinskiTang', {}, [1, 1], -10],
  ['threeHumpCamel', {}, [0, 2], 4],
] as const)('%s with its parameters is the function of that name', (name, params, x, value) => {
  const { id, params: given } = objectiveChoice(name, params);
  const spec = objectives[id];
  const f = spec.create(parseParams(spec.params, given, 'params') as never);
  expect(at(f, x).f).toBeCloseTo(value, 12);
});

test('an unknown name is refused', () => {
  expect(() => objectiveChoice('toString', {})).toThrow(RangeError);
});
