import { expect, test } from 'vitest';
import { CHUNK_POINTS, type MetricChunk } from '../../../core/training/metrics.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { fc } from '../../support/seed.ts';

test('whatever steps are pushed and whenever it is flushed, chunks say exactly that', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, (moves) => {
      const recorder = createRecorder();
      const column = recorder.column('train/loss');
      const pushed: number[] = [];
      const chunks: MetricChunk[] = [];
      let step = 0;
      for (const [gap, flush] of moves) {
        column.push(step, step * 2);
        pushed.push(step);
        step += gap;
        if (flush) chunks.push(...recorder.flush());
      }
      chunks.push(...recorder.flush());
      const said = chunks.flatMap(({ first, stride, values }) =>
        [...values].map((value, i) => {
          expect(value).toBe(2 * (first + i * stride));
          return first + i * stride;
        }),
      );
      expect(said).toEqual(pushed);
    }),
  );
});

test('no chunk holds more than 4,096 values', () => {
  const recorder = createRecorder();
  const column = recorder.column('optim/lr');
  for (let step = 0; step < 10_000; step++) column.push(step, step);
  const lengths = recorder.flush().map(({ values }) => values.length);
  expect(lengths).toEqual([CHUNK_POINTS, CHUNK_POINTS, 10_000 - 2 * CHUNK_POINTS]);
});
