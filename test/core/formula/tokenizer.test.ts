import { expect, test } from 'vitest';
import { FormulaError } from '../../../core/formula/errors.ts';
import { tokenize } from '../../../core/formula/tokenizer.ts';

test('numbers, names, signs and high exponents, each with its place', () => {
  expect(tokenize('2.5e3x − sin(π)²')).toEqual([
    { kind: 'number', value: 2500, at: 0, length: 5 },
    { kind: 'name', name: 'x', at: 5, length: 1 },
    { kind: 'sign', sign: '-', at: 7, length: 1 },
    { kind: 'name', name: 'sin', at: 9, length: 3 },
    { kind: 'sign', sign: '(', at: 12, length: 1 },
    { kind: 'name', name: 'pi', at: 13, length: 1 },
    { kind: 'sign', sign: ')', at: 14, length: 1 },
    { kind: 'superscript', value: 2, at: 15, length: 1 },
    { kind: 'end', at: 16, length: 0 },
  ]);
});

/** A text that counts how many of its characters are looked at. */
class CountingText {
  looks = 0;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get length(): number {
    return this.#text.length;
  }
  charAt(i: number): string {
    this.looks++;
    return this.#text.charAt(i);
  }
  codePointAt(i: number): number | undefined {
    this.looks++;
    return this.#text.codePointAt(i);
  }
  slice(from: number, to: number): string {
    this.looks += to - from;
    return this.#text.slice(from, to);
  }
}

test.each(['a', '0', '1', ' ', '.5', '2e', '1e+', '**', '²', '(', 'x1', '9.', 'π', 'a.', '1e5_'])(
  'it looks at each character a fixed number of times: %j repeated',
  (unit) => {
    const looks = (repeats: number): number => {
      const text = new CountingText(unit.repeat(repeats));
      try {
        tokenize(text as never);
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
      }
      return text.looks;
    };
    const size = 5000;
    expect(looks(size)).toBeLessThanOrEqual(5 * unit.length * size);
    expect(looks(2 * size)).toBeLessThanOrEqual(2.2 * looks(size) + 20);
  },
);
