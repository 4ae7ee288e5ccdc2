import type { NumberParam } from '../params.ts';

/** The small ε that keeps a division by a root mean square finite; `defaultValue` as the library has it. */
export function epsParam(defaultValue: number): NumberParam {
  return {
    kind: 'number',
    symbol: '\\varepsilon',
    label: { zh: '除零保护 ε', en: 'zero guard ε' },
    help: {
      zh: '越大，小梯度的步子越短，规则越像普通的梯度下降。',
      en: 'The larger, the shorter the steps where gradients are small, and the more it is plain gradient descent.',
    },
    default: defaultValue,
    offered: { min: 1e-10, max: 1e-1, scale: 'log' },
    valid: { min: 0, max: 1e6 },
  };
}
