import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from '../../../electron/store/json-values.ts';

/** Any double by its 64 bits, NaN with payload included. */
const words = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const float64 = fc
  .array(words, { maxLength: 20 })
  .map((list) => new Float64Array(BigUint64Array.from(list).buffer));
const uint32 = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })).map((l) => Uint32Array.from(l));
const key = fc.string().filter((text) => !text.startsWith('$') && text !== '__proto__');

const { value: anything } = fc.letrec((again) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.double(),
    fc.constantFrom(NaN, -0, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    float64,
    uint32,
    fc.array(again('value'), { maxLength: 4 }),
    fc.dictionary(key, again('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('values come back', () => {
  it('whatever they are made of, −0 and NaN told apart', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(parse(stringify(value))).toStrictEqual(value);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('with every bit of an array, payloads of NaN included', () => {
    fc.assert(
      fc.property(float64, (values) => {
        const back = parse(stringify({ values })) as { values: Float64Array };
        expect(new BigUint64Array(back.values.buffer)).toEqual(new BigUint64Array(values.buffer));
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it('from a part of a larger buffer, and aligned', () => {
    const part = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
    expect(parse(stringify(part))).toEqual(new Float64Array([2, 3]));
  });
});

it('the written form is the one that is documented', () => {
  const text = stringify({ a: [NaN, -0, -Infinity, 1.5], b: new Uint32Array([1]), c: undefined });
  expect(text).toBe(
    '{"a":[{"$number":"NaN"},{"$number":"-0"},{"$number":"-Infinity"},1.5],"b":{"$uint32":"AQAAAA=="}}',
  );
  expect(stringify(new Float64Array([-0]))).toBe('{"$float64":"AAAAAAAAAIA="}');
});

it.each([
  ['a map', new Map()],
  ['a date', new Date(0)],
  ['a bigint', 1n],
  ['a function', () => 0],
  ['single precision', new Float32Array(1)],
  ['bytes', new Uint8Array(1)],
  ['nothing in a list', [undefined]],
  ['a hole in a list', new Array(2)],
  ['a reserved key', { $number: 'NaN' }],
])('%s is refused, because it would not come back', (_name, value) => {
  expect(() => stringify({ value })).toThrow(TypeError);
});
