import { prepareEvaluation } from '../formula/evaluate.ts';
import { MOST_CHARACTERS, parseFormula } from '../formula/parse.ts';
import { readHessian } from '../math/dual.ts';
import { defineObjective } from './objective.ts';

/**
 * A function typed by the user, of x alone or of x and y, with exact derivatives.
 *
 * Gradient and Hessian come from dual numbers, that is from the rules of differentiation applied at the
 * point itself, not from differences. Nothing is known of its minima. `create` throws FormulaError for a
 * text that is not a formula.
 */
export const formula = defineObjective({
  id: 'formula',
  name: { zh: '自己输入的公式', en: 'your own formula' },
  formula: ['f(x) \\;\\text{or}\\; f(x, y)'],
  summary: {
    zh: '输入任意一个 x 或 x、y 的函数，梯度由求导法则精确算出。',
    en: 'Any function of x, or of x and y; its gradient is exact, by the rules of differentiation.',
  },
  params: {
    formula: {
      kind: 'text',
      label: { zh: '公式', en: 'formula' },
      help: {
        zh: '例如 0.5(x^2 + 20y^2) 或 1 - exp(-x^2/2)；省略的乘号会自动补上。',
        en: 'For example 0.5(x^2 + 20y^2) or 1 - exp(-x^2/2); a missing × is understood.',
      },
      default: '0.5(x^2 + 20y^2)',
      maxLength: MOST_CHARACTERS,
    },
  },
  create: ({ formula: text }) => {
    const parsed = parseFormula(text, ['x', 'y']);
    const dim = parsed.occurs[1] ? 2 : 1;
    const first = prepareEvaluation(parsed, dim, 1);
    const second = prepareEvaluation(parsed, dim, 2);
    return {
      dim,
      start: new Array<number>(dim).fill(1),
      domain: Array.from({ length: dim }, () => [-5, 5] as const),
      minima: [],
      valueAndGrad(x, grad) {
        const dual = first.at(x);
        for (let i = 0; i < dim; i++) grad[i] = dual[1 + i]!;
        return dual[0]!;
      },
      hessian: (x, out) => readHessian(second.at(x), dim, out),
    };
  },
});
