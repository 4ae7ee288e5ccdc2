import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_POINTS, type MetricChunk } from '../../../core/training/metrics.ts';
import { joinChunks, neighbours } from '../../../electron/store/neighbours.ts';
import { chunk } from '../../support/library/libraries.ts';

const flat = (chunks: readonly MetricChunk[]): readonly (readonly [number, number])[] =>
  chunks.flatMap(({ first, stride, values }) =>
    Array.from(values, (value, i) => [first + i * stride, value] as const),
  );

/** Chunks of growing steps: some continue the one before, some leave a gap or change the spacing. */
const chunksInOrder = fc
  .array(
    fc.record({
      n: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
      stride: fc.integer({ min: 1, max: 3 }),
      gap: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 60 },
  )
  .map((parts) => {
    let next = 0;
    return parts.map(({ n, stride, gap }) => {
      const first = next;
      next = first + (n - 1) * stride + gap;
      return chunk(
        first,
        Array.from({ length: n }, (_, i) => first + i * 0.5),
        stride,
      );
    });
  });

describe('joining chunks', () => {
  it('keeps every step with its value, in order', () => {
    fc.assert(
      fc.property(chunksInOrder, (chunks) => {
        expect(flat(joinChunks(chunks))).toEqual(flat(chunks));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('leaves no two neighbours that fit together', () => {
    fc.assert(
      fc.property(chunksInOrder, (chunks) => {
        const joined = joinChunks(chunks);
        expect(joinChunks(joined).length).toBe(joined.length);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it('takes single steps as evenly spaced, whatever spacing they were given', () => {
    const joined = joinChunks([chunk(0, [1], 1), chunk(10, [2], 1), chunk(20, [3, 4], 10)]);
    expect(joined).toEqual([chunk(0, [1, 2, 3, 4], 10)]);
  });

  it('never makes a chunk longer than allowed', () => {
    const parts = Array.from({ length: 100 }, (_, i) => chunk(i * 100, new Float64Array(100)));
    const lengths = joinChunks(parts).map(({ values }) => values.length);
    expect(lengths).toEqual([4000, 4000, 2000]);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(CHUNK_POINTS);
  });
});

it('every span is in exactly one group', () => {
  fc.assert(
    fc.property(chunksInOrder, (chunks) => {
      const spans = chunks.map(({ first, stride, values }) => ({
        first,
        stride,
        n: values.length,
      }));
      expect(neighbours(spans).flat()).toEqual(spans);
    }),
    { numRuns: 200, seed: 3 },
  );
});
