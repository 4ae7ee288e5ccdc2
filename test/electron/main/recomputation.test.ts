import { describe, expect, it } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { NotReproducedError, Recomputation } from '../../../electron/main/recomputation.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';

/** A run with these chunks, continued from step `from`. */
function continued(from: number, ...stored: readonly MetricChunk[]): Recomputation {
  const library = new TestLibrary();
  const id = library.newRun();
  for (const one of stored) library.flush(id, one);
  return new Recomputation(library.store, library.store.readRun(id), from);
}

const tenths = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => (first + i) / 10);

describe('what is computed again', () => {
  it('is left out as far as it is stored, however it is cut', () => {
    const again = continued(
      4,
      chunk(0, tenths(0, 9)),
      chunk(0, [NaN, -0, Infinity], 5, 'optim/lr'),
    );
    expect(again.newOf([chunk(4, tenths(4, 6))])).toEqual([]);
    expect(again.isOverAt(7)).toBe(false);
    expect(again.newOf([chunk(5, [-0, Infinity, 2], 5, 'optim/lr')])).toEqual([
      chunk(15, [2], 5, 'optim/lr'),
    ]);
    expect(again.newOf([chunk(7, tenths(7, 12)), chunk(13, [1.3])])).toEqual([
      chunk(10, tenths(10, 12)),
      chunk(13, [1.3]),
    ]);
    expect(again.isOverAt(13)).toBe(true);
  });

  it('is new altogether where nothing is stored behind the checkpoint', () => {
    const again = continued(10, chunk(0, tenths(0, 9)));
    const chunks = [chunk(10, [1]), chunk(10, [2], 1, 'eval/loss')];
    expect(again.newOf(chunks)).toEqual(chunks);
  });

  it.each<[string, readonly MetricChunk[], string]>([
    ['another bit', [chunk(4, [0.4, 0.5 + 2 ** -53, 0.6])], 'train/loss, step 5'],
    ['0 for −0', [chunk(4, tenths(4, 9)), chunk(10, [0])], 'train/loss, step 10'],
    ['a step less in between', [chunk(4, [0.4, 0.6], 2)], 'train/loss, step 5'],
    ['a step less in front', [chunk(5, tenths(5, 7))], 'train/loss, step 4'],
    ['steps less at the end', [chunk(4, tenths(4, 8)), chunk(12, [1])], 'train/loss, step 9'],
  ])('is refused with %s', (_what, chunks, words) => {
    const again = continued(4, chunk(0, tenths(0, 9)), chunk(10, [-0]));
    expect(() => chunks.map((one) => again.newOf([one]))).toThrow(new NotReproducedError(words));
  });
});
