import type { ActivationId } from '../../../core/models/activation.ts';
import type { BackPropagation } from '../../../core/models/back-propagation.ts';
import { numberTex } from './number-tex.ts';

/** Of a longer sum only so many terms are written out, and the last. */
const MOST_TERMS = 3;

const BENDS: Readonly<Record<ActivationId, (z: string) => string>> = {
  tanh: (z) => `\\tanh(${z})`,
  relu: (z) => `\\max(0,\\,${z})`,
  sigmoid: (z) => `\\sigma(${z})`,
};

/** A line of one unit: the rule, and the rule with its numbers. */
export interface UnitLine {
  readonly name: 'z' | 'a' | 'delta';
  readonly rule: string;
  readonly numbers: string;
  readonly value: number;
}

/**
 * What unit `unit` of layer `layer` (both from 0) does with the sample, forward and back: its z, its a in a hidden
 * layer, its δ. Layers are numbered from 1 in symbols, as in the formulas of the model.
 */
export function unitLines(
  { layers, activation }: BackPropagation,
  layer: number,
  unit: number,
): readonly UnitLine[] {
  const { input, weights, biases, z, a, slope, delta } = layers[layer]!;
  const above = layers[layer + 1];
  const [l, j] = [layer + 1, unit + 1];
  const own = (symbol: string): string => `${symbol}^{${l}}_{${j}}`;
  const from = inputSymbol(layer);
  const terms = input.map((value, i) => product(weights[unit * input.length + i]!, value));
  const forward: UnitLine = {
    name: 'z',
    rule: `${own('z')} = \\sum_i w^{${l}}_{${j}i}\\, ${from}_i + ${own('b')}`,
    numbers: equation(sum([...terms, shown(biases[unit]!)]), z[unit]!),
    value: z[unit]!,
  };
  if (!above) {
    const rule = `${own('\\delta')} = \\partial\\ell/\\partial ${own('z')}`;
    const numbers = `= \\mathbf{${numberTex(delta[unit]!).tex}}`;
    return [forward, { name: 'delta', rule, numbers, value: delta[unit]! }];
  }
  const bend = BENDS[activation];
  const returned = above.delta.map((value, k) =>
    product(above.weights[k * above.input.length + unit]!, value),
  );
  const slopeTex = numberTex(slope[unit]!);
  const times = slopeTex.kind === 'number' ? slopeTex.tex : `\\left(${slopeTex.tex}\\right)`;
  return [
    forward,
    {
      name: 'a',
      rule: `${own('a')} = ${bend(own('z'))}`,
      numbers: equation(bend(numberTex(z[unit]!).tex), a[unit]!),
      value: a[unit]!,
    },
    {
      name: 'delta',
      rule: `${own('\\delta')} = \\Bigl(\\sum_k w^{${l + 1}}_{k${j}}\\, \\delta^{${l + 1}}_k\\Bigr)\\, \\varphi'(${own('z')})`,
      numbers: equation(`\\left(${sum(returned)}\\right) \\cdot ${times}`, delta[unit]!),
      value: delta[unit]!,
    },
  ];
}

/** What a layer is given: x, or the activations of the layer before. */
export function inputSymbol(layer: number): string {
  return layer === 0 ? 'x' : `a^{${layer}}`;
}

function equation(numbers: string, value: number): string {
  return `= ${numbers} = \\mathbf{${numberTex(value).tex}}`;
}

function product(left: number, right: number): string {
  return `${shown(left)} \\cdot ${shown(right)}`;
}

/** In parentheses where a minus sign would follow another sign. */
function shown(value: number): string {
  const { tex, kind } = numberTex(value);
  return kind === 'negative' ? `\\left(${tex}\\right)` : tex;
}

function sum(terms: readonly string[]): string {
  if (terms.length <= MOST_TERMS + 1) return terms.join(' + ');
  return [...terms.slice(0, MOST_TERMS - 1), '\\cdots', terms.at(-1)!].join(' + ');
}
