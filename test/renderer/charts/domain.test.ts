import { describe, expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { yDomainOf } from '../../../renderer/src/charts/domain.ts';
import type { Pane, PlotSeries } from '../../../renderer/src/charts/plot.ts';

function line(...values: number[]): PlotSeries {
  const buffer = new SeriesBuffer();
  buffer.append({ metric: 'train/loss', first: 0, stride: 1, values: Float64Array.from(values) });
  const view = buffer.view(0, Math.max(1, values.length - 1), 100);
  return { id: String(values), label: 'run', slot: 0, view };
}

function pane(given: Partial<Pane>): Pane {
  return { id: 'p', title: 't', series: [], yScale: 'log', weight: 1, emptyText: '', ...given };
}

describe('yDomainOf', () => {
  test('takes the range it is given', () => {
    expect(yDomainOf(pane({ series: [line(5)], yDomain: [0.8, 1] }))).toEqual([0.8, 1]);
  });

  test('has a range for a pane without data', () => {
    expect(yDomainOf(pane({}))).toEqual([1e-3, 1]);
    expect(yDomainOf(pane({ yScale: 'linear', series: [line(NaN)] }))).toEqual([0, 1]);
  });

  test('ends at 1, 2 or 5 times a power of ten with a little air', () => {
    expect(yDomainOf(pane({ series: [line(1.7, 0.0009)] }))).toEqual([5e-4, 2]);
    expect(yDomainOf(pane({ series: [line(1, 0.1)] }))).toEqual([0.05, 2]);
  });

  test('leaves zero, negative and non-finite values out of a log axis', () => {
    const series = [line(1, 0, -5, NaN, Infinity, 0.1)];
    expect(yDomainOf(pane({ series }))).toEqual([0.05, 2]);
  });

  test('covers band, theory and danger', () => {
    const band = { low: line(0.01).view, high: line(3).view };
    const series = [{ ...line(0.5), band }];
    const theory = [{ label: '', points: [{ x: 0, y: 1e-3 }] }];
    const danger = { above: 20, label: '' };
    expect(yDomainOf(pane({ series, theory, danger }))).toEqual([5e-4, 100]);
  });

  test('lets a line over hundreds of decades leave, if others do not', () => {
    const plunge = line(0.1, 1e-50, 1e-300);
    const [low, high] = yDomainOf(pane({ series: [line(0.1, 0.004), plunge] }));
    expect(high).toBe(0.2);
    expect(low).toBeCloseTo(2e-6, 10);
  });

  test('shows all decades of a line that is alone', () => {
    const [low, high] = yDomainOf(pane({ series: [line(1, 1e300)] }));
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThanOrEqual(1e300);
    expect(Number.isFinite(high)).toBe(true);
  });

  test('begins linear axes at zero unless something lies below', () => {
    expect(yDomainOf(pane({ yScale: 'linear', series: [line(2.4, 0.5)] }))).toEqual([0, 3]);
    expect(yDomainOf(pane({ yScale: 'linear', series: [line(-1, 1)] }))[0]).toBeLessThanOrEqual(-1);
    expect(yDomainOf(pane({ yScale: 'linear', series: [line(0)] }))).toEqual([0, 1]);
  });
});
