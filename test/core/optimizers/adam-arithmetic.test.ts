import { expect, test } from 'vitest';
import { adamStep } from '../../../core/optimizers/adam-arithmetic.ts';

const written = (...of: Parameters<typeof adamStep>): readonly (string | undefined)[] =>
  adamStep(...of).map(({ name, symbol }) => symbol ?? name);

test('names what stands below the root: the mean of squares, or the largest there has been', () => {
  expect(written('v', 'pytorch', '')).toEqual(['\\hat m_t', '\\hat v_t', 'theta']);
  expect(written('largest', 'pytorch', '')).toEqual(['\\hat m_t', '\\hat u_t', 'theta']);
});

test('only the largest has been corrected already, and only in Optax', () => {
  expect(written('largest', 'optax', '')).toEqual(['\\hat m_t', 'theta']);
  expect(written('v', 'optax', '')).toEqual(written('v', 'pytorch', ''));
});

test('Keras writes the corrections into the rate', () => {
  expect(written('v', 'keras', '')).toEqual(['\\alpha_t', 'theta']);
});
