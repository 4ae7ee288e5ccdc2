import { describe, expect, it } from 'vitest';
import { allowed, Comparison, errorFraction, Recorded } from './comparison.ts';

describe('the fraction of what is allowed', () => {
  it('is 0 for equal numbers, also where nothing is allowed, and for the two zeros', () => {
    expect(errorFraction(3, 3, 0)).toBe(0);
    expect(errorFraction(-0, 0, 0)).toBe(0);
  });

  it('is the error over the limit, on either side', () => {
    expect(errorFraction(10.5, 10, 1)).toBe(0.5);
    expect(errorFraction(9, 10, 0.5)).toBe(2);
  });

  it('is infinite where nothing is allowed and something differs, and where a number is missing', () => {
    expect(errorFraction(1, 0, 0)).toBe(Infinity);
    expect(errorFraction(NaN, 1, 1)).toBe(Infinity);
    expect(errorFraction(Infinity, 1, 1)).toBe(Infinity);
    expect(errorFraction(1, 1.5, NaN)).toBe(Infinity);
  });

  it('asks of a recorded infinity or NaN only that the number is not finite', () => {
    expect(errorFraction(NaN, Infinity, 1)).toBe(0);
    expect(errorFraction(-Infinity, NaN, 1)).toBe(0);
    expect(errorFraction(1e308, Infinity, 1)).toBe(Infinity);
  });

  it('allows tolerance · (1 + |recorded|)', () => {
    expect(allowed(-3, 0.25)).toBe(1);
    expect(allowed(0, 0.25)).toBe(0.25);
  });
});

describe('a comparison', () => {
  it('keeps the worst error and where it was', () => {
    const comparison = new Comparison();
    comparison.within('first', 1.5, 1, 1);
    comparison.within('second', 3, 1, 1);
    comparison.within('third', 2, 1, 1);
    expect(comparison).toMatchObject({
      count: 3,
      worst: 2,
      where: 'second: computed 3, recorded 1',
    });
  });

  it('takes what must be exact at its word', () => {
    const comparison = new Comparison();
    comparison.exact('steps', 7, 7);
    comparison.exact('accuracy', null, null);
    expect(comparison.worst).toBe(0);
    comparison.exact('steps', 7, 8);
    expect(comparison.worst).toBe(Infinity);
  });

  it('takes an error that is no number for the largest', () => {
    const comparison = new Comparison();
    comparison.judge('x', NaN, 1, NaN);
    comparison.judge('y', 1, 1, 0.5);
    expect(comparison).toMatchObject({ worst: Infinity, where: 'x: computed NaN, recorded 1' });
  });

  it('finds a list too short or too long, and the element that differs', () => {
    const equal = new Recorded(0.1);
    equal.list('list', Float64Array.of(1, 2), [1, 2]);
    expect(equal).toMatchObject({ count: 3, worst: 0 });
    const short = new Recorded(0.1);
    short.list('list', [1], [1, 2]);
    expect(short.worst).toBe(Infinity);
    const long = new Recorded(0.1);
    long.list('list', [1, 2, 3], [1, 2]);
    expect(long.where).toContain('list.length');
    const other = new Recorded(0.1);
    other.list('list', [1, 2.6], [1, 2]);
    expect(other.worst).toBeCloseTo(2);
    expect(other.where).toContain('list[1]');
  });
});
