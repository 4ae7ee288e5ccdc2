import katex from 'katex';
import { expect, test } from 'vitest';
import { schedules } from '../../../core/schedules/index.ts';
import { shortFormula } from '../../../renderer/src/lib/short-formula.ts';

test.each([
  ['a = b = c', 'a = c'],
  ['a = b', 'a = b'],
  [
    '\\eta_t = \\dfrac{\\eta_{t-1}}{1 + d} = \\dfrac{1}{\\prod_{k=1}^{t} k}',
    '\\eta_t = \\dfrac{1}{\\prod_{k=1}^{t} k}',
  ],
])('%s is %s', (long, short) => expect(shortFormula(long).replace(/ +/g, ' ')).toBe(short));

test.each(Object.values(schedules))(
  'the formula of $id can be set when it is shortened',
  ({ formula }) => {
    const short = shortFormula(formula.at(-1)!);
    expect(() =>
      katex.renderToString(short, { throwOnError: true, strict: 'error' }),
    ).not.toThrow();
  },
);
