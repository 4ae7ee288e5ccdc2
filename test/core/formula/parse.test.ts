import { describe, expect, test } from 'vitest';
import { FormulaError } from '../../../core/formula/errors.ts';
import { prepareEvaluation } from '../../../core/formula/evaluate.ts';
import type { Formula } from '../../../core/formula/nodes.ts';
import {
  MOST_CHARACTERS,
  MOST_DEPTH,
  MOST_NODES,
  parseFormula,
} from '../../../core/formula/parse.ts';

const parse = (text: string): Formula => parseFormula(text, ['x', 'y']);
const at = (text: string, x: number, y: number): number =>
  prepareEvaluation(parse(text), 2, 1).at(Float64Array.of(x, y))[0]!;
const refusal = (text: string): FormulaError => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
};

describe('precedence, at x = 3 and y = 5', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['8 - 3 - 2', 3],
    ['16 / 4 / 2', 2],
    ['2^3^2', 512],
    ['-x^2', -9],
    ['(-x)^2', 9],
    ['2^-x', 0.125],
    ['2^-x^2', 2 ** -9],
    ['-2x', -6],
    ['1 - -x', 4],
    ['+x', 3],
    ['--x', 3],
    ['x^-1 y', 5 / 3],
  ])('%s = %d', (text, value) => expect(at(text, 3, 5)).toBeCloseTo(value, 14));
});

describe('a product may be left unwritten, at x = 3 and y = 5', () => {
  test.each([
    ['2x', 6],
    ['2(x + 1)', 8],
    ['(x + 1)(y - 1)', 16],
    ['x(y + 1)', 18],
    ['x y', 15],
    ['xy', 15],
    ['xyx', 45],
    ['xy^2', 75],
    ['2x^2y', 90],
    ['1/2x', 1.5],
    ['2pi', 2 * Math.PI],
    ['2e', 2 * Math.E],
    ['2e2', 200],
    ['2e-x', 2 * Math.E - 3],
    ['2exp(0)x', 6],
    ['3 sqrt(4)', 6],
  ])('%s = %d', (text, value) => expect(at(text, 3, 5)).toBeCloseTo(value, 12));
});

describe('signs as people paste them, at x = 3 and y = 5', () => {
  test.each([
    ['5 − 3·x', -4],
    ['x × y ÷ 2', 7.5],
    ['x² + y³', 134],
    ['x¹⁰', 59049],
    ['x**2', 9],
    ['2πx', 6 * Math.PI],
    ['max（x，y）', 5],
    ['x\u3000+\u00a0y\n', 8],
    ['.5x + 2.', 3.5],
  ])('%s = %d', (text, value) => expect(at(text, 3, 5)).toBeCloseTo(value, 10));
});

describe('a refusal names the place and what stands there', () => {
  test.each([
    ['', 'empty', 0, 0, ''],
    ['   ', 'empty', 0, 0, ''],
    ['x + foo', 'unknown-name', 4, 3, 'foo'],
    ['x = 1', 'unknown-character', 2, 1, '='],
    ['x\u2028', 'unknown-character', 1, 1, 'U+2028'],
    ['𝐱', 'unknown-character', 0, 2, 'U+1D431'],
    ['x.y', 'unknown-character', 1, 1, '.'],
    ['1e999', 'bad-number', 0, 5, '1e999'],
    ['2 3', 'missing-operator', 2, 1, '3'],
    ['x 2', 'missing-operator', 2, 1, '2'],
    ['1.2.3', 'missing-operator', 3, 2, '0.3'],
    ['1 +', 'missing-operand', 3, 0, ''],
    ['* x', 'missing-operand', 0, 1, '*'],
    ['x + * y', 'missing-operand', 4, 1, '*'],
    ['sin()', 'missing-operand', 4, 1, ')'],
    ['²', 'missing-operand', 0, 1, '2'],
    ['sin x', 'missing-parenthesis', 4, 0, 'sin'],
    ['2 + (x', 'unclosed-parenthesis', 4, 1, '('],
    ['2 + x)', 'unexpected-parenthesis', 5, 1, ')'],
    ['(1, 2)', 'unexpected-comma', 2, 1, ','],
    ['1, 2', 'unexpected-comma', 1, 1, ','],
    ['sin(x, y)', 'wrong-argument-count', 0, 3, '2'],
    ['1 + max(x)', 'wrong-argument-count', 4, 3, '1'],
  ])('%j: %s at %i', (text, code, position, length, given) => {
    expect(refusal(text)).toMatchObject({ code, at: position, length, given });
  });

  test('what is allowed is said', () => {
    expect(refusal('z').allowed).toMatch(/^x, y, pi, .*\bsin, cos\b.*\bhypot$/);
    expect(refusal('max(x)').allowed).toBe('2–16');
    expect(refusal('cos').allowed).toBe('cos(…)');
  });

  test('a long name is cut in the message', () => {
    expect(refusal('a'.repeat(4000))).toMatchObject({ at: 0, length: 4000 });
    expect(refusal('a'.repeat(4000)).given).toHaveLength(41);
  });
});

describe('limits are exact', () => {
  test.each([
    ['parentheses', (n: number) => '('.repeat(n) + 'x' + ')'.repeat(n), MOST_DEPTH],
    ['powers', (n: number) => 'x' + '^x'.repeat(n), 2 * MOST_DEPTH + 1],
    ['functions', (n: number) => 'sin('.repeat(n) + 'x' + ')'.repeat(n), 4 * MOST_DEPTH],
    ['signs', (n: number) => '-'.repeat(n) + 'x', MOST_DEPTH],
  ] as const)('depth of %s', (_, build, place) => {
    expect(() => parse(build(MOST_DEPTH))).not.toThrow();
    expect(refusal(build(MOST_DEPTH + 1))).toMatchObject({
      code: 'too-deep',
      at: place,
      given: '65',
      allowed: '≤ 64',
    });
  });

  test('number of parts', () => {
    // n terms make n + (n − 1) nodes, and the sign in front one more.
    const terms = (n: number): string => '-' + new Array(n).fill('x').join('+');
    expect(parse(terms(256)).size).toBe(MOST_NODES);
    expect(refusal(terms(257))).toMatchObject({ code: 'too-many-parts', allowed: '≤ 512' });
  });

  test('length', () => {
    expect(() => parse('x'.padEnd(MOST_CHARACTERS))).not.toThrow();
    expect(refusal('x'.padEnd(MOST_CHARACTERS + 1))).toMatchObject({
      code: 'too-long',
      at: MOST_CHARACTERS,
      length: 1,
      given: '4097',
    });
  });
});

test('the tree is frozen through and through', () => {
  const seen = new Set<unknown>();
  const frozen = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return true;
    seen.add(value);
    return Object.isFrozen(value) && Object.values(value).every(frozen);
  };
  expect(frozen(parse('-max(x, 2y^2, 1/3) + hypot(x, y) sin(2pi x)'))).toBe(true);
  expect(seen.size).toBeGreaterThan(15);
});

test('it knows which variables occur', () => {
  expect(parse('x^2').occurs).toEqual([true, false]);
  expect(parse('xy').occurs).toEqual([true, true]);
  expect(parseFormula('x1 + x3', ['x1', 'x2', 'x3']).occurs).toEqual([true, false, true]);
});
