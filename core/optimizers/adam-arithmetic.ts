import type { ArithmeticLine } from '../formula/worked.ts';

/** The running means of the Adam family, in the names of its slots. */
export const moments: readonly ArithmeticLine[] = [
  { name: 'm', formula: 'beta1*m + (1 - beta1)*g' },
  { name: 'v', formula: 'beta2*v + (1 - beta2)*g^2' },
];

/**
 * Adam's step with `square` (v, or the largest so far) below the root; `last` is what it takes away besides.
 * Keras adds ε before the correction, which it therefore writes into the rate; Optax' AMSGrad has corrected
 * its square already.
 */
export function adamStep(
  square: 'v' | 'largest',
  dialect: string,
  last: string,
): readonly ArithmeticLine[] {
  if (dialect === 'keras') {
    return [
      {
        name: 'alpha',
        symbol: '\\alpha_t',
        formula: 'eta*(sqrt(1 - beta2^t)/(1 - beta1^t))',
      },
      { name: 'theta', formula: `theta${last} - alpha*(m/(sqrt(${square}) + eps))` },
    ];
  }
  const mean = { name: 'mean', symbol: '\\hat m_t', formula: 'm/(1 - beta1^t)' };
  const step = (size: string): ArithmeticLine => ({
    name: 'theta',
    formula: `theta${last} - eta*(mean/(sqrt(${size}) + eps))`,
  });
  if (square === 'largest' && dialect === 'optax') return [mean, step('largest')];
  const symbol = square === 'v' ? '\\hat v_t' : '\\hat u_t';
  return [mean, { name: 'size', symbol, formula: `${square}/(1 - beta2^t)` }, step('size')];
}
