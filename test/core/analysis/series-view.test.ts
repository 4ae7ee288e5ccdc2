import { describe, expect, test } from 'vitest';
import { summarise } from '../../../core/analysis/min-max-blocks.ts';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { viewOf, type SeriesView, type Stretch } from '../../../core/analysis/series-view.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { fc } from '../../support/seed.ts';

const value = fc.oneof(
  { weight: 20, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0) },
);
/** Chunks of one series: any spacing, any lengths, some long enough to have blocks. */
const series = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 5 }),
      stride: fc.integer({ min: 1, max: 3 }),
      pattern: fc.array(value, { minLength: 1, maxLength: 20 }),
      length: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 200, max: 1200 })),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => {
    let first = 0;
    return parts.map(({ gap, stride, pattern, length }): MetricChunk => {
      const values = Float64Array.from({ length }, (_, i) => pattern[i % pattern.length]!);
      const chunk = { metric: 'train/loss', first, stride, values } as const;
      first += (length - 1) * stride + gap;
      return chunk;
    });
  });

interface Point {
  readonly step: number;
  readonly value: number;
}

function points(chunks: readonly MetricChunk[], from: number, to: number): readonly Point[] {
  return chunks
    .flatMap(({ first, stride, values }) =>
      [...values].map((v, i) => ({ step: first + i * stride, value: v })),
    )
    .filter(({ step }) => step >= from && step <= to);
}

function expectExact(view: SeriesView, inRange: readonly Point[], width: number): void {
  let taken = 0;
  for (let i = 0; i < view.first.length; i++) {
    const first = view.first[i]!;
    const last = view.last[i]!;
    expect(last === first || last - first < width).toBe(true);
    if (i > 0) expect(first).toBeGreaterThan(view.last[i - 1]!);
    const inside = inRange.filter(({ step }) => step >= first && step <= last);
    taken += inside.length;
    const finite = inside.map((point) => point.value).filter(Number.isFinite);
    expect(view.min[i]).toBe(finite.reduce((a, b) => (b < a ? b : a), Infinity));
    expect(view.max[i]).toBe(finite.reduce((a, b) => (b > a ? b : a), -Infinity));
    expect(view.nonFinite[i]).toBe(inside.length - finite.length);
  }
  expect(taken).toBe(inRange.length);
}

const zoom = fc.record({
  from: fc.integer({ min: 0, max: 3000 }),
  span: fc.integer({ min: 0, max: 6000 }),
  columns: fc.integer({ min: 1, max: 400 }),
});

describe('every bucket fits a pixel column and holds exactly its steps', () => {
  test('from stored chunks with their summaries', () => {
    fc.assert(
      fc.property(series, zoom, (chunks, { from, span, columns }) => {
        const stretches = chunks.map(({ first, stride, values }): Stretch => ({
          first,
          stride,
          count: values.length,
          summary: summarise(values),
          values: () => values,
        }));
        const view = viewOf(stretches, from, from + span, columns);
        expectExact(view, points(chunks, from, from + span), span / columns);
      }),
      { numRuns: 300 },
    );
  });

  test('from a buffer that grows', () => {
    fc.assert(
      fc.property(series, zoom, (chunks, { from, span, columns }) => {
        const buffer = new SeriesBuffer();
        for (const chunk of chunks) buffer.append(chunk);
        const view = buffer.view(from, from + span, columns);
        expectExact(view, points(chunks, from, from + span), span / columns);
      }),
      { numRuns: 300 },
    );
  });
});

test('lost values are a gap: no extremes and nothing non-finite', () => {
  const lost: Stretch = {
    first: 0,
    stride: 1,
    count: 3,
    summary: new Float64Array(0),
    values: () => null,
  };
  const view = viewOf([lost], 0, 2, 100);
  expect([...view.min]).toEqual([Infinity, Infinity, Infinity]);
  expect([...view.nonFinite]).toEqual([0, 0, 0]);
});
