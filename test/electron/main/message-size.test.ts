import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageSize } from '../../../electron/main/message-size.ts';

const limit = 1000;

describe('message size', () => {
  it.each([
    ['a long string', 'x'.repeat(501)],
    ['a long string in a list', [['x'.repeat(501)]]],
    ['a long key', { ['x'.repeat(501)]: 1 }],
    ['a sparse list', new Array(2 ** 32 - 1)],
    ['a sparse list in an object', { runs: new Array(2 ** 31) }],
    ['bytes', new Uint8Array(1001)],
    ['a window on bytes', [new Float64Array(200)]],
    ['a buffer', new ArrayBuffer(1001)],
    ['a map', new Map([['k', 'x'.repeat(501)]])],
    ['a set', new Set(['x'.repeat(501)])],
    ['a huge integer', 2n ** 5000n],
    ['many small things', Array.from({ length: 200 }, () => ({}))],
  ])('%s is too large', (_name, value) => {
    expect(messageSize([value], limit)).toBeGreaterThan(limit);
  });

  it('counts a cycle once', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle, { cycle });
    expect(messageSize(cycle, limit)).toBeLessThan(limit);
  });

  it('takes any depth', () => {
    let deep: unknown = 'end';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(messageSize(deep, 1e9)).toBeGreaterThan(100_000);
  });

  it('stops counting soon after the limit', () => {
    let read = 0;
    const part = (): object => ({
      get text() {
        read++;
        return 'x'.repeat(50);
      },
    });
    messageSize(Array.from({ length: 100 }, part), limit);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(20);
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withMap: true,
          withSet: true,
          withSparseArray: true,
          withTypedArray: true,
          withNullPrototype: true,
          withDate: true,
        }),
        (value) => {
          expect(messageSize([value], 1e6)).toBeGreaterThan(0);
        },
      ),
      { seed: 7, numRuns: 2000 },
    );
  });
});
