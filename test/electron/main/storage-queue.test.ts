import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { StorageQueue } from '../../../electron/main/storage-queue.ts';
import type { RunFlush } from '../../../electron/store/store.ts';

const run = (i: number): RunId => `run-${i}` as RunId;

function chunksFrom(first: number, count: number): readonly MetricChunk[] {
  return Array.from({ length: count }, (_, i) => ({
    metric: 'train/loss',
    first: first + i,
    stride: 1,
    values: Float64Array.of(first + i),
  }));
}

describe('storage queue', () => {
  it('writes everything once, in order, in small transactions, and says so after the last part', () => {
    const batch = fc.record({ run: fc.nat(3), chunks: fc.nat(60), fails: fc.boolean() });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 12 }), (batches) => {
        const written: RunFlush[][] = [];
        const committed: number[] = [];
        let fails = false;
        const queue = new StorageQueue({
          flush: (flushes) => {
            if (fails) throw new Error('disk is full');
            written.push([...flushes]);
          },
        });
        let step = 0;
        const all = batches.map((given, i) => {
          const chunks = chunksFrom(step, given.chunks);
          step += given.chunks;
          const pending = { id: run(given.run), step, chunks, checkpoint: null };
          queue.push({
            ...pending,
            committed: () => {
              const stored = written.flat().flatMap((flush) => flush.chunks);
              for (const chunk of chunks) expect(stored).toContain(chunk);
              committed.push(i);
            },
          });
          return pending;
        });
        for (const given of batches) {
          fails = given.fails;
          const before = written.length;
          if (fails && !queue.isEmpty) {
            expect(() => queue.flushSome()).toThrow('disk is full');
            expect(written).toHaveLength(before);
          } else queue.flushSome();
        }
        fails = false;
        while (queue.flushSome());
        expect(committed).toEqual(all.map((_, i) => i));
        expect(written.flat().flatMap(({ chunks }) => chunks)).toEqual(
          all.flatMap(({ chunks }) => chunks),
        );
        for (const flushes of written) {
          const count = flushes.reduce((sum, { chunks }) => sum + chunks.length, 0);
          expect(count).toBeLessThanOrEqual(24);
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('never claims a step whose metrics are only partly stored', () => {
    const written: RunFlush[] = [];
    const flush = (flushes: readonly RunFlush[]): void => void written.push(...flushes);
    const queue = new StorageQueue({ flush }, () => 0);
    // As a worker sends them: one series after the other.
    const long = (['train/loss', 'optim/lr'] as const).flatMap((metric) =>
      Array.from({ length: 15 }, (_, i) => ({
        metric,
        first: 100 + i * 10,
        stride: 1,
        values: new Float64Array(10),
      })),
    );
    const checkpoint = { version: 1 } as never;
    queue.push({ id: run(0), step: 400, chunks: long, checkpoint, committed: () => undefined });
    expect(queue.flushSome()).toBe(true);
    expect(written.at(-1)).toMatchObject({ step: 220, checkpoint: null });
    for (const metric of ['train/loss', 'optim/lr']) {
      const last = written.at(-1)!.chunks.findLast((chunk) => chunk.metric === metric)!;
      expect(last.first + last.values.length).toBe(220);
    }
    expect(queue.flushSome()).toBe(false);
    expect(written.at(-1)).toMatchObject({ step: 400, checkpoint });
  });

  it('makes smaller transactions on a slow disk, and larger ones again on a fast one', () => {
    let time = 0;
    let perChunk = 0;
    const sizes: number[] = [];
    const flush = ([batch]: readonly RunFlush[]): void => {
      sizes.push(batch!.chunks.length);
      time += batch!.chunks.length * perChunk;
    };
    const queue = new StorageQueue({ flush }, () => time);
    queue.push({
      id: run(0),
      step: 1000,
      chunks: chunksFrom(0, 1000),
      checkpoint: null,
      committed: () => undefined,
    });
    const sizeAfter = (flushes: number): number => {
      for (let i = 0; i < flushes; i++) queue.flushSome();
      return sizes.at(-1)!;
    };
    expect(sizeAfter(2)).toBe(24);
    perChunk = 1;
    expect(sizeAfter(6)).toBeLessThanOrEqual(8);
    perChunk = 100;
    expect(sizeAfter(6)).toBe(4);
    perChunk = 0;
    expect(sizeAfter(12)).toBe(24);
  });

  it('asks for no transaction when nothing waits', () => {
    let flushes = 0;
    expect(new StorageQueue({ flush: () => void flushes++ }).flushSome()).toBe(false);
    expect(flushes).toBe(0);
  });
});
