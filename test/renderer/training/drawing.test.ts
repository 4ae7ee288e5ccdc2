import { describe, expect, test } from 'vitest';
import { drawLines } from '../../../renderer/src/training/drawing.ts';

describe('a small drawing', () => {
  const line = (ys: readonly number[]): { x: number; y: number }[] => ys.map((y, x) => ({ x, y }));

  test('fills its box, high values on top', () => {
    expect(drawLines([line([0, 1])], false)).toEqual(['6.0,82.0 170.0,6.0']);
  });

  test('leaves out what a log axis cannot show, and what is no number', () => {
    expect(drawLines([line([NaN, 1, 0, 100, Infinity])], true)).toEqual(['6.0,82.0 170.0,6.0']);
  });

  test('keeps the highest and the lowest of every column', () => {
    const [points] = drawLines([line(Array.from({ length: 5000 }, (_, i) => i % 2))], false);
    const rows = points!.split(' ').map((point) => point.split(',')[1]);
    expect(rows.length).toBeLessThan(340);
    expect(new Set(rows)).toEqual(new Set(['6.0', '82.0']));
  });
});
