import katex from 'katex';
import { expect, test } from 'vitest';
import type { ActivationId } from '../../../core/models/activation.ts';
import type { BackPropagation } from '../../../core/models/back-propagation.ts';
import { inputSymbol, unitLines } from '../../../renderer/src/lib/unit-tex.ts';

/** Two inputs, one hidden unit, one score: numbers that can be followed by hand. */
const net = (activation: ActivationId): BackPropagation => ({
  activation,
  target: 1,
  loss: 0.25,
  layers: [
    {
      weights: [0.5, -1],
      biases: [0.25],
      input: [2, -3],
      z: [4.25],
      a: [0.5],
      slope: [0.75],
      delta: [-1.5],
      weightGradient: [-3, 4.5],
    },
    {
      weights: [2],
      biases: [0],
      input: [0.5],
      z: [0.5],
      a: [0.5],
      slope: [1],
      delta: [-1],
      weightGradient: [-0.5],
    },
  ],
});

test('a hidden unit: what comes in, its bend, what comes back times the slope', () => {
  const [z, a, delta] = unitLines(net('tanh'), 0, 0);
  expect(z!.numbers).toBe(
    '= 0.500 \\cdot 2.00 + \\left(-1.00\\right) \\cdot \\left(-3.00\\right) + 0.250 = \\mathbf{4.25}',
  );
  expect(a!.numbers).toBe('= \\tanh(4.25) = \\mathbf{0.500}');
  expect(delta!.numbers).toBe(
    '= \\left(2.00 \\cdot \\left(-1.00\\right)\\right) \\cdot 0.750 = \\mathbf{-1.50}',
  );
  expect([z!.value, a!.value, delta!.value]).toEqual([4.25, 0.5, -1.5]);
  expect(inputSymbol(0)).toBe('x');
});

test('the last layer has no bend: its δ is the slope of the loss', () => {
  const lines = unitLines(net('relu'), 1, 0);
  expect(lines.map(({ name }) => name)).toEqual(['z', 'delta']);
  expect(lines[0]!.rule).toContain(`${inputSymbol(1)}_i`);
  expect(lines[1]!.rule).toBe('\\delta^{2}_{1} = \\partial\\ell/\\partial z^{2}_{1}');
});

test('a long sum is cut short in the middle', () => {
  const wide = net('sigmoid');
  const layer = { ...wide.layers[0]!, input: [1, 2, 3, 4, 5], weights: [1, 1, 1, 1, 1] };
  const [z] = unitLines({ ...wide, layers: [layer, wide.layers[1]!] }, 0, 0);
  expect(z!.numbers).toContain('1.00 \\cdot 2.00 + \\cdots + 0.250');
});

test.each(['tanh', 'relu', 'sigmoid'] as const)('every line of %s can be set', (activation) => {
  for (const layer of [0, 1]) {
    for (const { rule, numbers } of unitLines(net(activation), layer, 0)) {
      for (const tex of [rule, numbers]) {
        const set = (): string =>
          katex.renderToString(tex, { strict: 'error', throwOnError: true });
        expect(set).not.toThrow();
      }
    }
  }
});
