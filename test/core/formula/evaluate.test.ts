import { describe, expect, test } from 'vitest';
import { prepareEvaluation } from '../../../core/formula/evaluate.ts';
import { parseFormula } from '../../../core/formula/parse.ts';
import { naiveValue } from '../../support/naive-formula.ts';
import { fc } from '../../support/seed.ts';

/** Value, gradient and the triangle of second derivatives. */
const at = (text: string, ...x: number[]): number[] => {
  const formula = parseFormula(text, ['x', 'y'].slice(0, x.length));
  const dual = prepareEvaluation(formula, x.length, 2).at(Float64Array.from(x));
  return Array.from(dual, (entry) => entry + 0);
};

describe('each function has the derivatives of its values', () => {
  test.each([
    ['sqrt', [0.3, 2, 40]],
    ['cbrt', [-3, 0.3, 2]],
    ['exp', [-2, 0.3, 3]],
    ['expm1', [-2, 0.001, 1]],
    ['ln', [0.3, 2, 40]],
    ['log', [0.3, 2, 40]],
    ['lg', [0.3, 2, 40]],
    ['log10', [0.3, 2, 40]],
    ['log2', [0.3, 2, 40]],
    ['log1p', [-0.5, 0.001, 4]],
    ['sin', [-2, 0.3, 3]],
    ['cos', [-2, 0.3, 3]],
    ['tan', [-1, 0.3, 2.5]],
    ['asin', [-0.9, 0.1, 0.5]],
    ['acos', [-0.9, 0.1, 0.5]],
    ['atan', [-3, 0.1, 2]],
    ['sinh', [-2, 0.3, 3]],
    ['cosh', [-2, 0.3, 3]],
    ['tanh', [-2, 0.3, 3]],
    ['asinh', [-2, 0.3, 3]],
    ['acosh', [1.2, 2, 5]],
    ['atanh', [-0.9, 0.1, 0.5]],
    ['abs', [-2, 3]],
    ['relu', [-2, 3]],
    ['sigmoid', [-3, 0.1, 4]],
    ['softplus', [-3, 0.1, 4]],
    ['sign', [-2, 3]],
    ['floor', [-2.5, 3.5]],
    ['ceil', [-2.5, 3.5]],
  ])('%s', (name, points) => {
    for (const x of points) {
      const value = (t: number): number => naiveValue(`${name}(t)`, { t });
      const [f, slope, curvature] = at(`${name}(x)`, x);
      const h = 1e-5;
      expect(f).toBeCloseTo(value(x), 14);
      const bySteps = (value(x + h) - value(x - h)) / (2 * h);
      expect(Math.abs(slope! - bySteps)).toBeLessThan(1e-7 * (1 + Math.abs(slope!)));
      const [before, after] = [at(`${name}(x)`, x - h)[1]!, at(`${name}(x)`, x + h)[1]!];
      const bend = (after - before) / (2 * h);
      expect(Math.abs(curvature! - bend)).toBeLessThan(1e-7 * (1 + Math.abs(curvature!)));
    }
  });

  test.each([
    ['x / y', [0.75, 1 / 4, -3 / 16, 0, -1 / 16, 6 / 64]],
    ['hypot(x, y)', [5, 0.6, 0.8, 16 / 125, -12 / 125, 9 / 125]],
    ['x^3', [27, 27, 0, 18, 0, 0]],
    ['min(x, y)', [3, 1, 0, 0, 0, 0]],
    ['max(x, y, 2)', [4, 0, 1, 0, 0, 0]],
    ['x^y', [81, 108, 81 * Math.log(3), 108, 27 * (1 + 4 * Math.log(3)), 81 * Math.log(3) ** 2]],
  ])('%s at (3, 4): value, ∂x, ∂y, ∂xx, ∂xy, ∂yy', (text, expected) => {
    at(text, 3, 4).forEach((entry, i) => expect(entry).toBeCloseTo(expected[i]!, 11));
  });
});

describe('kinks and edges are defined', () => {
  test.each([
    ['abs(x)', 0, [0, 0, 0]],
    ['relu(x)', 0, [0, 0.5, 0]],
    ['max(x, -x)', 0, [0, 0, 0]],
    ['max(x, 2x)', 0, [0, 1.5, 0]],
    ['min(x, 1)', 1, [1, 0.5, 0]],
    ['sign(x)', 0, [0, 0, 0]],
    ['sqrt(x^2)', 0, [0, 0, Infinity]],
    ['hypot(x, 0)', 0, [0, 0, Infinity]],
    ['x^0', 0, [1, 0, 0]],
    ['x^-0', 0, [1, 0, 0]],
    ['x^1', 0, [0, 1, 0]],
    ['x^2', 0, [0, 0, 2]],
    ['(x - 5)^3', 3, [-8, 12, -12]],
    ['(-2)^x', 3, [-8, NaN, NaN]],
    ['1 / x', 0, [Infinity, -Infinity, Infinity]],
    ['sqrt(0) + x', 3, [3, 1, 0]],
    ['ln(x)', 0, [-Infinity, Infinity, -Infinity]],
    ['9^9^9^9^9', 1, [Infinity, 0, 0]],
    ['10^1e308', 1, [Infinity, 0, 0]],
    ['sqrt(-1)', 1, [NaN, 0, 0]],
    ['0 / 0', 1, [NaN, 0, 0]],
    ['1 / 0', 1, [Infinity, 0, 0]],
    ['tan(pi/2)', 1, [Math.tan(Math.PI / 2), 0, 0]],
    ['x', NaN, [NaN, 1, 0]],
    ['sigmoid(x)', 1000, [1, 0, 0]],
    ['softplus(x)', -1000, [0, 0, 0]],
    ['softplus(x)', 1000, [1000, 1, 0]],
    ['tanh(x)', 1000, [1, 0, 0]],
  ])('%s at %d', (text, x, expected) => expect(at(text, x)).toEqual(expected));
});

test('one prepared formula may be evaluated again and again; nothing is carried over', () => {
  const evaluation = prepareEvaluation(parseFormula('abs(x) y^2', ['x', 'y']), 2, 2);
  const first = [...evaluation.at(Float64Array.of(-2, 3))];
  evaluation.at(Float64Array.of(NaN, Infinity));
  expect([...evaluation.at(Float64Array.of(-2, 3))]).toEqual(first);
});

/** Valid formulas as text: every kind of part, with and without written products. */
const { formula: anyFormula } = fc.letrec<{ formula: string; leaf: string }>((tie) => {
  const inner = tie('formula');
  return {
    leaf: fc.oneof(
      fc.constantFrom('x', 'y', 'pi', 'e', 'tau', '0.5', '1e-3', 'xy', '2x'),
      fc.integer({ min: 0, max: 99 }).map(String),
    ),
    formula: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'formula' },
      tie('leaf'),
      fc.tuple(inner, fc.constantFrom('+', '-', '*', '/', ' − '), inner).map((t) => t.join('')),
      fc.tuple(inner, inner).map(([a, b]) => `(${a})(${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `(${a})^(${b})`),
      fc.tuple(inner, fc.constantFrom('^2', '²', '^-1', '^3')).map(([a, p]) => `(${a})${p}`),
      fc.tuple(fc.constantFrom('2', '-', 'x', ''), inner).map(([a, b]) => `${a}(${b})`),
      fc
        .tuple(fc.constantFrom('sin', 'exp', 'sqrt', 'abs', 'tanh', 'ln'), inner)
        .map(([f, a]) => `${f}(${a})`),
      fc
        .tuple(fc.constantFrom('max', 'min', 'hypot'), inner, inner)
        .map(([f, a, b]) => `${f}(${a}, ${b})`),
    ),
  };
});

test('it agrees with a second, naive evaluator, in at most as many steps as there are parts', () => {
  const number = fc.double({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(anyFormula, number, number, (text, x, y) => {
      const formula = parseFormula(text, ['x', 'y']);
      const evaluation = prepareEvaluation(formula, 2, 1);
      expect(evaluation.steps).toBeLessThanOrEqual(formula.size);
      const got = evaluation.at(Float64Array.of(x, y))[0]!;
      const naive = naiveValue(text, { x, y });
      if (Number.isFinite(naive)) {
        expect(Math.abs(got - naive)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(naive)));
      } else expect(got).toBe(naive);
    }),
    { numRuns: process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 100_000 : 3000 },
  );
});
