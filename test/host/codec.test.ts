import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCodec, inlineBytes } from './codec.ts';

const codec = createCodec(inlineBytes);
const through = <T>(value: T): T => codec.decode(codec.encode(value)) as T;

/** Values that JSON loses; the page test sends the same ones through the whole bridge. */
export function hardValues(): Record<string, unknown> {
  const cycle: Record<string, unknown> = { name: 'cycle' };
  cycle['self'] = cycle;
  const shared = new Float64Array([1, Number.NaN, -0, Number.POSITIVE_INFINITY, 5e-324]);
  return {
    numbers: [Number.NaN, -0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53],
    nothing: [undefined, null],
    bigint: 2n ** 70n,
    date: new Date(86_400_000),
    badDate: new Date(Number.NaN),
    map: new Map<unknown, unknown>([
      [1, new Set(['a', -0])],
      [{ key: true }, new Map()],
    ]),
    regexp: /a+b/giu,
    error: new RangeError('out', { cause: new Error('inner') }),
    cycle,
    shared: [shared, shared],
    part: new Uint16Array(new Uint16Array([1, 2, 3, 4]).buffer, 2, 2),
    view: new DataView(new ArrayBuffer(4), 1, 2),
    bytes: new Uint8Array(300_000).fill(7),
    sparse: [1, , 3], // eslint-disable-line no-sparse-arrays
    proto: JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
    text: '下山 \u2028 \ud800 "\\',
    boxed: [Object(1n), Object('s'), Object(false)],
  };
}

describe('codec', () => {
  it.each(Object.entries(hardValues()))('carries %s', (_, value) => {
    expect(isDeepStrictEqual(through(value), structuredClone(value))).toBe(true);
  });

  it('keeps shared objects shared, and views on the same bytes', () => {
    const buffer = new ArrayBuffer(16);
    const [a, b] = through([new Uint8Array(buffer), new Float64Array(buffer)]);
    expect((a as Uint8Array).buffer).toBe((b as Float64Array).buffer);
  });

  it('agrees with structuredClone on anything', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withBoxedValues: true,
    });
    fc.assert(
      fc.property(anything, (value) => isDeepStrictEqual(through(value), structuredClone(value))),
      { seed: 20, numRuns: 1000 },
    );
  });

  it.each([
    ['a function', () => {}],
    ['a nested symbol', { s: [Symbol('s')] }],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
  ])('refuses %s', (_, value) => {
    expect(() => codec.encode(value)).toThrow(/could not be cloned/);
  });
});
