import { describe, expect, test } from 'vitest';
import { keeper } from '../../../renderer/src/lib/keeper.ts';

const values = Float64Array.of(1, 2);
const sum = (x: number): number => x + 1;
const made = (): object => ({ list: [{ x: 1, y: NaN }], values, sum, none: null });

describe('what is remembered', () => {
  test('comes back where the next one is the same all through', () => {
    const keep = keeper<object>();
    const first = keep(made());
    expect(keep(made())).toBe(first);
  });

  test.each([
    ['a number inside', { ...made(), list: [{ x: 2, y: NaN }] }],
    ['a longer list', { ...made(), list: [{ x: 1, y: NaN }, 1] }],
    ['equal numbers in another array', { ...made(), values: values.slice() }],
    ['another function', { ...made(), sum: (x: number) => x + 1 }],
    ['one key more', { ...made(), more: undefined }],
    ['another key', { list: [{ x: 1, y: NaN }], values, sum, other: null }],
    ['null', { ...made(), list: null }],
    ['zero of the other sign', { ...made(), none: -0 }],
  ])('gives way to a new one that differs: %s', (_, next) => {
    const keep = keeper<object>();
    keep(made());
    expect(keep(next)).toBe(next);
    expect(keep(made())).not.toBe(next);
  });
});
