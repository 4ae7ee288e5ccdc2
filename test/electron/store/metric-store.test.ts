/** Whatever is written in whatever pieces, what is read is what was written: values and views. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { fromWords, stepBits, word } from '../../support/library/bits.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { unguarded } from '../../support/library/unguarded.ts';

/** Stretches of one series: spacing, gap before, and values that repeat a few delicate words. */
const series = fc
  .array(
    fc.record({
      n: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9000 })),
      stride: fc.integer({ min: 1, max: 7 }),
      gap: fc.integer({ min: 1, max: 20 }),
      words: fc.array(word, { minLength: 1, maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((stretches) => {
    let next = 0;
    return stretches.map(({ n, stride, gap, words }) => {
      const first = next;
      next = first + (n - 1) * stride + gap;
      const values = fromWords(Array.from({ length: n }, (_, i) => words[(i * i) % words.length]!));
      return chunk(first, values, stride);
    });
  });

/** The same series in pieces of at most 4,096 values; sizes repeat the given pattern. */
function cut(whole: readonly MetricChunk[], sizes: readonly number[]): readonly MetricChunk[] {
  let piece = 0;
  return whole.flatMap(({ metric, first, stride, values }) => {
    const parts: MetricChunk[] = [];
    for (let at = 0; at < values.length;) {
      const size = sizes[piece++ % sizes.length]!;
      const part = values.slice(at, at + size);
      parts.push({ metric, first: first + at * stride, stride, values: part });
      at += size;
    }
    return parts;
  });
}

const sizes = fc.array(fc.oneof(fc.integer({ min: 40, max: 300 }), fc.constant(4096)), {
  minLength: 1,
  maxLength: 5,
});

/** Buckets against the values themselves: each value in one bucket, true extremes, none too wide. */
function expectTrueView(
  view: SeriesView,
  values: readonly (readonly [step: number, value: number])[],
  width: number,
): void {
  let at = 0;
  for (let b = 0; b < view.first.length; b++) {
    let [min, max, nonFinite] = [Infinity, -Infinity, 0];
    const begin = at;
    while (at < values.length && values[at]![0] <= view.last[b]!) {
      const value = values[at++]![1];
      if (Number.isFinite(value)) [min, max] = [Math.min(min, value), Math.max(max, value)];
      else nonFinite++;
    }
    expect([view.first[b], view.last[b]]).toEqual([values[begin]?.[0], values[at - 1]?.[0]]);
    expect([view.min[b], view.max[b], view.nonFinite[b]]).toEqual([min, max, nonFinite]);
    if (at - begin > 1) expect(view.last[b]! - view.first[b]!).toBeLessThan(width);
  }
  expect(at).toBe(values.length);
}

describe('any series in any pieces, flushed and joined in any way', () => {
  const library = (): { library: TestLibrary; id: RunId } => {
    const opened = new TestLibrary();
    return { library: opened, id: opened.newRun() };
  };

  it('is read back to the bit', () => {
    const { library: shared } = library();
    fc.assert(
      fc.property(
        series,
        sizes,
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        (whole, pieces, perFlush, compactions) => {
          const id = shared.newRun();
          const parts = cut(whole, pieces);
          for (let at = 0, flush = 0; at < parts.length; at += perFlush, flush++) {
            shared.flush(id, ...parts.slice(at, at + perFlush));
            if (compactions[flush % compactions.length]) shared.store.compact(id);
          }
          const expected = stepBits(whole);
          expect(stepBits(shared.store.readValues(id, 'train/loss'))).toEqual(expected);
          shared.store.compact(id);
          expect(stepBits(shared.store.readValues(id, 'train/loss'))).toEqual(expected);
          expect(shared.store.readRun(id).series).toEqual([
            {
              metric: 'train/loss',
              firstStep: expected[0]![0],
              lastStep: expected.at(-1)![0],
              points: expected.length,
              damaged: [],
            },
          ]);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  it('is read in parts that meet without gap or overlap', () => {
    const { library: shared } = library();
    fc.assert(
      fc.property(series, sizes, fc.integer({ min: 1, max: 5000 }), (whole, pieces, most) => {
        const id = shared.newRun();
        shared.flush(id, ...cut(whole, pieces));
        const read: MetricChunk[] = [];
        for (let from = 0; ;) {
          const part = shared.store.readValues(id, 'train/loss', from, most);
          if (part.length === 0) break;
          expect(stepBits(part).length).toBeLessThanOrEqual(most);
          read.push(...part);
          from = stepBits(part).at(-1)![0] + 1;
        }
        expect(stepBits(read)).toEqual(stepBits(whole));
      }),
      { numRuns: 30, seed: 13 },
    );
  });

  it('is drawn with its true extremes at any width, whole or in part', () => {
    const { library: shared } = library();
    fc.assert(
      fc.property(
        series,
        sizes,
        fc.integer({ min: 1, max: 2000 }),
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        fc.boolean(),
        (whole, pieces, columns, range, compacted) => {
          const id = shared.newRun();
          shared.flush(id, ...cut(whole, pieces));
          if (compacted) shared.store.compact(id);
          const values = whole.flatMap(({ first, stride, values }) =>
            Array.from(values, (value, i) => [first + i * stride, value] as const),
          );
          const end = values.at(-1)![0];
          const [from, to] = range.map((share) => Math.round(share * end)).sort((a, b) => a - b);
          const query = { runId: id, metric: 'train/loss', columns } as const;
          for (const [a, b] of [
            [0, end],
            [from!, to!],
          ] as const) {
            const view = shared.store.readSeries({ ...query, from: a, to: b });
            const inside = values.filter(([step]) => step >= a && step <= b);
            expectTrueView(view, inside, (b - a) / columns);
          }
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  });

  it('of one step per flush is kept in few chunks without being told', () => {
    const { library: opened, id } = library();
    for (let step = 0; step < 700; step++) opened.flush(id, chunk(step, [step / 3]));
    const values = stepBits(opened.store.readValues(id, 'train/loss'));
    expect(values.length).toBe(700);
    opened.close();
    const db = new Database(opened.path, { readonly: true });
    const chunks = db.prepare('SELECT count(*) FROM chunk').pluck().get();
    db.close();
    expect(chunks).toBeLessThanOrEqual(32);
    opened.reopen();
    expect(stepBits(opened.store.readValues(id, 'train/loss'))).toEqual(values);
  });
});

describe('order', () => {
  it('a step that is stored already is refused, and nothing of that flush is kept', () => {
    const library = new TestLibrary();
    const id = library.newRun();
    library.flush(id, chunk(0, [1, 2, 3]));
    for (const first of [0, 2]) {
      expect(() => library.flush(id, chunk(5, [0], 1, 'optim/lr'), chunk(first, [9]))).toThrow(
        'stored already',
      );
    }
    expect(library.store.readRun(id).series.map(({ metric }) => metric)).toEqual(['train/loss']);
    expect(library.store.readValues(id, 'train/loss')).toEqual([chunk(0, [1, 2, 3])]);
  });

  it('series of several runs and metrics in one flush stay apart', () => {
    const library = new TestLibrary();
    const ids = [library.newRun(), library.newRun()];
    for (let at = 0; at < 40; at += 10) {
      library.store.flush(
        ids.flatMap((id, run) =>
          (['train/loss', 'optim/lr'] as const).map((metric, m) => ({
            id,
            step: at + 10,
            chunks: [chunk(at, new Float64Array(10).fill(run + m / 2), 1, metric)],
            checkpoint: null,
          })),
        ),
      );
    }
    ids.forEach((id, run) => {
      for (const [m, metric] of (['train/loss', 'optim/lr'] as const).entries()) {
        const values = library.store.readValues(id, metric).flatMap((c) => [...c.values]);
        expect(values).toEqual(Array.from({ length: 40 }, () => run + m / 2));
      }
    });
  });
});

it('a metric that was never recorded is an empty view and no values', () => {
  const library = new TestLibrary();
  const id = library.newRun();
  const query = { runId: id, metric: 'param/2', from: 0, to: 9, columns: 10 } as const;
  expect(library.store.readSeries(query).first.length).toBe(0);
  expect(library.store.readValues(id, 'param/2')).toEqual([]);
});

it('a million steps open without their values being read', () => {
  const library = new TestLibrary();
  const id = library.newRun();
  const points = 1_000_000;
  const values = Float64Array.from({ length: points }, (_, i) => Math.sin(i / 1000) / (1 + i));
  values[777_777] = 5;
  for (let at = 0; at < points; at += 16 * 4096) {
    const parts = Array.from({ length: 16 }, (_, i) => at + i * 4096).filter((i) => i < points);
    library.flush(id, ...parts.map((first) => chunk(first, values.slice(first, first + 4096))));
  }
  library.reopen();
  const query = {
    runId: id,
    metric: 'train/loss',
    from: 0,
    to: points - 1,
    columns: 1000,
  } as const;
  const timed = <T>(work: () => T): { result: T; ms: string } => {
    const begin = performance.now();
    const result = work();
    return { result, ms: (performance.now() - begin).toFixed(1) };
  };
  const opened = timed(() => library.store.readSeries(query));
  const again = timed(() => library.store.readSeries(query));
  const detail = timed(() => library.store.readRun(id));
  const close = timed(() => library.store.readSeries({ ...query, from: 777_000, to: 778_000 }));
  console.log(
    `1,000,000 steps on 1000 columns: ${opened.ms} ms after opening, ${again.ms} ms again; ` +
      `its run ${detail.ms} ms; 1,000 steps of it ${close.ms} ms`,
  );
  expect(Math.max(...opened.result.max)).toBe(5);
  expect(Math.max(...close.result.max)).toBe(5);
  expect(opened.result.first.length).toBeLessThanOrEqual(2 * query.columns);

  library.reopen(() => {
    const db = new Database(library.path);
    unguarded(db, ['UPDATE chunk SET data = zeroblob(length(data))']);
    db.close();
  });
  expect(library.store.readSeries(query)).toEqual(opened.result);
});
