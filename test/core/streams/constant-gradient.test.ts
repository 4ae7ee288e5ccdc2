import { expect, test } from 'vitest';
import { constantGradient } from '../../../core/streams/constant-gradient.ts';
import { follow } from '../../support/online.ts';

const stream = constantGradient.create({ gradient: 1 });

test('the gradient is the same everywhere and always; the loss falls with the distance', () => {
  const { theta } = follow(stream, 'sgd', {}, () => 0.25, 8);
  expect([...theta]).toEqual([-2]);
  expect(stream.loss(theta)).toBe(-2);
});

test('every step of Adam is as long as the rate, from the first on', () => {
  const { moves } = follow(stream, 'adam', {}, () => 0.01, 200);
  for (const move of moves) expect(move).toBeCloseTo(-0.01, 8);
});
