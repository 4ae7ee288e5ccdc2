/** What people may type who want something else than a function: nothing but arithmetic ever happens. */
import katex from 'katex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FormulaError } from '../../../core/formula/errors.ts';
import { prepareEvaluation } from '../../../core/formula/evaluate.ts';
import { parseFormula } from '../../../core/formula/parse.ts';
import { formulaTex } from '../../../core/formula/tex.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { naiveValue } from '../../support/naive-formula.ts';

/** Every property of every object a text could reach, with what it holds. */
function censusOfGlobals(): Map<string, unknown> {
  const census = new Map<string, unknown>();
  const seen = new Set<object>();
  const visit = (object: object, path: string, depth: number): void => {
    if (seen.has(object)) return;
    seen.add(object);
    census.set(`${path}.[[Prototype]]`, Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(object, key)!;
      const name = `${path}.${String(key)}`;
      census.set(name, value).set(`get ${name}`, get).set(`set ${name}`, set);
      const inner: unknown = value;
      if (depth > 0 && (typeof inner === 'function' || (typeof inner === 'object' && inner))) {
        visit(inner, name, depth - 1);
      }
    }
  };
  for (const root of [Object, Function, Array, String, Number, Math, RegExp, Symbol, Error, JSON]) {
    visit(root, root === Math || root === JSON ? String(root) : (root as { name: string }).name, 2);
  }
  visit(Float64Array, 'Float64Array', 2);
  // By name only: Node installs symbols of its own when the first test is reported.
  for (const key of Object.getOwnPropertyNames(globalThis)) {
    const { value, get } = Object.getOwnPropertyDescriptor(globalThis, key)!;
    census.set(`global ${key}`, value).set(`get global ${key}`, get);
  }
  return census;
}

let before: Map<string, unknown>;
beforeAll(() => void (before = censusOfGlobals()));
afterAll(() => {
  const after = censusOfGlobals();
  const changed = [...before.keys(), ...after.keys()].filter(
    (name) => !Object.is(before.get(name), after.get(name)) || before.has(name) !== after.has(name),
  );
  expect(changed).toEqual([]);
  expect(before.size).toBeGreaterThan(1000);
});

const parse = (text: string): ReturnType<typeof parseFormula> => parseFormula(text, ['x', 'y']);

describe('property and prototype, loading, definition: refused, with the place', () => {
  test.each([
    ['x.constructor', 'unknown-character', 1],
    ['x["constructor"]', 'unknown-character', 1],
    ["x['constructor']", 'unknown-character', 1],
    ['constructor', 'unknown-name', 0],
    ['constructor(x)', 'unknown-name', 0],
    ['__proto__', 'unknown-character', 0],
    ['x + __proto__', 'unknown-character', 4],
    ['prototype', 'unknown-name', 0],
    ['toString()', 'unknown-name', 0],
    ['valueOf', 'unknown-name', 0],
    ['hasOwnProperty(x)', 'unknown-name', 0],
    ['(1).constructor.constructor("return 1")()', 'unknown-character', 3],
    ['cos.constructor', 'unknown-character', 3],
    ['[].map', 'unknown-character', 0],
    ['{}', 'unknown-character', 0],
    ['\\u0063onstructor', 'unknown-character', 0],
    ['ｃonstructor', 'unknown-character', 0],
    ['ｘ', 'unknown-character', 0],
    ['x\u200dy', 'unknown-character', 1],
    ['\u202ex', 'unknown-character', 0],
    ['__defineGetter__', 'unknown-character', 0],
    ['arguments', 'unknown-name', 0],
    ['this', 'unknown-name', 0],
    ['globalThis', 'unknown-name', 0],
    ['window', 'unknown-name', 0],
    ['process', 'unknown-name', 0],
    ['require(x)', 'unknown-name', 0],
    ['module', 'unknown-name', 0],
    ['import("x")', 'unknown-character', 7],
    ['import x', 'unknown-name', 0],
    ['`${x}`', 'unknown-character', 0],
    ['sin`x`', 'unknown-character', 3],
    ['x /* y */', 'missing-operand', 3],
    ['x // y', 'missing-operand', 3],
    ['x\u2028y', 'unknown-character', 1],
    ['x\u2029y', 'unknown-character', 1],
    ['x\0', 'unknown-character', 1],
    ['\ufeffx', 'unknown-character', 0],
    ['x = 2', 'unknown-character', 2],
    ['f(x) = f(x)', 'unknown-character', 5],
    ['f(x)', 'unknown-name', 0],
    ['sin = 3', 'unknown-character', 4],
    ['x := 3', 'unknown-character', 2],
    ['x => x', 'unknown-character', 2],
    ['x ? 1 : 2', 'unknown-character', 2],
    ['x; y', 'unknown-character', 1],
    ['Symbol.iterator', 'unknown-character', 6],
    ['new Date', 'unknown-name', 0],
    ['factorial(1e9)', 'unknown-name', 0],
    ['sum(i, 1, 1e18)', 'unknown-name', 0],
    ['match(x, "(a+)+$")', 'unknown-character', 9],
    ['NaN', 'unknown-name', 0],
    ['Infinity', 'unknown-name', 0],
    ['undefined', 'unknown-name', 0],
    ['0x1F', 'unknown-name', 1],
    ['0b11', 'unknown-name', 1],
    ['10n', 'unknown-name', 2],
    ['1_000', 'unknown-character', 1],
    ['1e999', 'bad-number', 0],
    ['\\frac{x}{y}', 'unknown-character', 0],
    ['<img src=x onerror=alert(1)>', 'unknown-character', 0],
    ['x"><script>', 'unknown-character', 1],
  ])('%j: %s at %i', (text, code, at) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'FormulaError', code, at }));
  });
});

describe('size: refused before any work is done, or harmless', () => {
  test.each([
    ['100,000 parentheses', '('.repeat(1e5), 'too-long'],
    ['100,000 signs', '-'.repeat(1e5) + 'x', 'too-long'],
    ['a tower of 10,000 powers', 'x' + '^x'.repeat(1e4), 'too-long'],
    ['a megabyte of letters', 'a'.repeat(1 << 20), 'too-long'],
    ['a megabyte of digits', '1'.repeat(1 << 20), 'too-long'],
    ['a megabyte of spaces', ' '.repeat(1 << 20), 'too-long'],
    ['100,000 arguments', `max(${'x,'.repeat(1e5)}x)`, 'too-long'],
    ['2,000 parentheses', '('.repeat(2000), 'too-deep'],
    ['4,000 signs', '-'.repeat(4000) + 'x', 'too-deep'],
    ['a tower of 2,000 powers', 'x' + '^x'.repeat(2000), 'too-deep'],
    ['2,000 arguments', `max(${'x,'.repeat(2000)}x)`, 'too-many-parts'],
    ['a letter 4,000 times', 'a'.repeat(4000), 'unknown-name'],
    ['a variable 4,000 times', 'x'.repeat(4000), 'too-many-parts'],
    ['a sum of 2,000', new Array(2000).fill('x').join('+'), 'too-many-parts'],
  ])('%s', (_, text, code) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code }));
  });

  test('a number of a thousand digits is the number it is', () => {
    const third = `0.${'3'.repeat(1000)}`;
    expect(prepareEvaluation(parse(third), 1, 1).at(Float64Array.of(0))[0]).toBe(1 / 3);
  });

  test('what a refusal repeats is short', () => {
    for (const text of ['a'.repeat(4000), '9'.repeat(4000), 'sin'.repeat(1300)]) {
      try {
        parse(text);
        expect.unreachable();
      } catch (error) {
        expect((error as FormulaError).given.length).toBeLessThanOrEqual(41);
      }
    }
  });
});

const vocabulary = [
  ...['x', 'y', 'xy', 'z', 'pi', 'π', 'e', 'tau', 'sin', 'exp', 'sqrt', 'ln', 'relu', 'max', 'min'],
  ...['hypot', 'constructor', '__proto__', 'toString', 'this', 'require', 'import', 'NaN'],
  ...['0', '1', '2', '0.5', '.5', '3.', '1e3', '1e-3', '1e999', '0x1', '2e', '1_0', '..'],
  ...['+', '-', '*', '/', '^', '**', '(', ')', '(', ')', ',', '²', '³', '−', '·', ' ', '  '],
  ...[
    '=',
    '.',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '`',
    '$',
    ';',
    '\\',
    '<',
    '\0',
    '\u2028',
    '\ufeff',
    '𝐱',
  ],
];
const COUNT = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 1_000_000 : 100_000;

test(`${COUNT} random strings of such tokens: read or refused as by a naive reader, never anything else`, () => {
  const rng = mulberry32(303);
  const point = Float64Array.of(0.7, -1.3);
  // Half of the strings are made of the harmless words only, so that many are read.
  const harmless = vocabulary.indexOf('²') + 5;
  let read = 0;
  for (let i = 0; i < COUNT; i++) {
    const words = i % 2 === 0 ? vocabulary.length : harmless;
    const length = 1 + Math.floor(rng.uniform() * 10);
    const parts = Array.from({ length }, () => vocabulary[Math.floor(rng.uniform() * words)]!);
    const text = parts.join(rng.uniform() < 0.5 ? '' : ' ');
    let naive: number | null;
    try {
      naive = naiveValue(text, { x: 0.7, y: -1.3 });
    } catch {
      naive = null;
    }
    try {
      const formula = parse(text);
      const [value] = prepareEvaluation(formula, 2, 2).at(point);
      read++;
      if (naive === null) expect.unreachable(`${JSON.stringify(text)} was read`);
      const near = Math.abs(value! - naive) <= 1e-9 * (1 + Math.abs(naive));
      if (!near && !Object.is(value! + 0, naive + 0)) expect(`${text} = ${value}`).toBe(naive);
      if (read % 50 === 0) {
        const shown = formulaTex(formula);
        expect(shown).toMatch(/^[\x20-\x7e]+$/);
        expect(() => katex.renderToString(shown, { strict: 'error' })).not.toThrow();
      }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      if (naive !== null) expect(`${JSON.stringify(text)}: ${error.message}`).toBe(naive);
      const { at, length: width, given } = error;
      const inside = at >= 0 && width >= 0 && at + width <= text.length && given.length <= 41;
      if (!inside) expect(error).toBe('a place inside the text');
    }
  }
  expect(read).toBeGreaterThan(COUNT / 50);
}, 300_000);
