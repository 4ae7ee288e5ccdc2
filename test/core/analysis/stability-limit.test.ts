import { expect, test } from 'vitest';
import { stabilityLimit } from '../../../core/analysis/stability-limit.ts';
import { chosen } from '../../support/chains.ts';

test('gradient descent bears 2/L', () => {
  expect(stabilityLimit(chosen('sgd'), [1, 0.05])).toEqual({ rate: 2, kind: 'exact' });
  expect(stabilityLimit(chosen('sgd'), [8])?.rate).toBe(0.25);
});

test('nothing converges where a direction bends down', () => {
  expect(stabilityLimit(chosen('sgd'), [1, -0.1])).toBeNull();
});
