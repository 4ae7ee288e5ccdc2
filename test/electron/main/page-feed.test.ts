import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { LiveChunks, RunId } from '../../../electron/ipc/run.ts';
import { PageFeed } from '../../../electron/main/page-feed.ts';

const id = 'run' as RunId;
const chunk = (first: number, count: number): MetricChunk => ({
  metric: 'train/loss',
  first,
  stride: 1,
  values: Float64Array.from({ length: count }, (_, i) => first + i),
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('page feed', () => {
  it('sends a run at most 30 messages a second, with every value in order', () => {
    const waits = fc.record({ wait: fc.nat(60), count: fc.integer({ min: 1, max: 9000 }) });
    fc.assert(
      fc.property(fc.array(waits, { maxLength: 40 }), (batches) => {
        const sent: { at: number; message: LiveChunks }[] = [];
        let acknowledged = 0;
        const feed = new PageFeed((message) => sent.push({ at: Date.now(), message }));
        let step = 0;
        for (const { wait, count } of batches) {
          feed.add(id, { step: step + count, chunks: [chunk(step, count)] }, () => acknowledged++);
          step += count;
          vi.advanceTimersByTime(wait);
        }
        vi.advanceTimersByTime(60_000);
        expect(acknowledged).toBe(batches.length);
        const values = sent.flatMap(({ message }) =>
          message.chunks.flatMap((part) => [...part.values]),
        );
        expect(values).toEqual(Array.from({ length: step }, (_, i) => i));
        if (step > 0) expect(sent.at(-1)!.message.step).toBe(step);
        for (const [i, { at }] of sent.slice(1).entries()) {
          expect(at - sent[i]!.at).toBeGreaterThanOrEqual(1000 / 30);
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('hands out at most about 50,000 values at a time, and tells when a batch is on its way', () => {
    const sizes: number[] = [];
    const told: number[] = [];
    const feed = new PageFeed(({ chunks }) =>
      sizes.push(chunks.reduce((sum, { values }) => sum + values.length, 0)),
    );
    for (let i = 0; i < 5; i++) {
      feed.add(id, { step: (i + 1) * 20_000, chunks: [chunk(i * 20_000, 20_000)] }, () =>
        told.push(i),
      );
    }
    vi.advanceTimersByTime(34);
    expect(sizes).toEqual([40_000]);
    expect(told).toEqual([0, 1]);
    vi.advanceTimersByTime(68);
    expect(sizes).toEqual([40_000, 40_000, 20_000]);
  });

  it('sends everything at once when a run ends', () => {
    const sent: LiveChunks[] = [];
    const feed = new PageFeed((message) => sent.push(message));
    feed.add(id, { step: 1, chunks: [chunk(0, 1)] }, () => undefined);
    feed.flush();
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(1);
  });
});
