import { describe, expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { sharedLogDomain, yDomainOf } from '../../../renderer/src/charts/domain.ts';
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

  test('does not follow a theory that may leave the pane', () => {
    const theory = [{ label: '', points: [{ x: 0, y: 1e-30 }], loose: true }];
    expect(yDomainOf(pane({ series: [line(1, 0.1)], theory }))).toEqual([0.05, 2]);
  });

  test('covers band, theory and danger', () => {
    const band = { low: line(0.01).view, high: line(3).view };
    const series = [{ ...line(0.5), band }];
    const theory = [{ label: '', points: [{ x: 0, y: 1e-3 }] }];
    const danger = { level: 20, side: 'above', label: '', short: '' } as const;
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

  test('goes no deeper than sixteen decades below where a line begins', () => {
    const [low, high] = yDomainOf(pane({ series: [line(50, 1e-16, 1e-135)] }));
    expect(high).toBe(100);
    expect(low).toBeGreaterThan(1e-15);
    expect(low).toBeLessThan(1e-14);
    // All of a line that begins further down is seen as well.
    const both = [line(50, 1e-135), line(1e-20, 1e-40)];
    expect(yDomainOf(pane({ series: both }))[0]).toBeCloseTo(5e-37, 40);
    expect(yDomainOf(pane({ series: [line(1e-30, 1e-20)] }))[0]).toBeLessThan(1e-30);
  });

  test('begins linear axes at zero unless something lies below', () => {
    expect(yDomainOf(pane({ yScale: 'linear', series: [line(2.4, 0.5)] }))).toEqual([0, 3]);
    expect(yDomainOf(pane({ yScale: 'linear', series: [line(-1, 1)] }))[0]).toBeLessThanOrEqual(-1);
    expect(yDomainOf(pane({ yScale: 'linear', series: [line(0)] }))).toEqual([0, 1]);
  });
});

describe('sharedLogDomain', () => {
  const domainOf = (...lines: PlotSeries[]): readonly [number, number] | null =>
    sharedLogDomain(lines.map(({ view }) => view));

  test('lies between whole powers of ten around all lines', () => {
    expect(domainOf(line(4, 0.02), line(3, 0.3))).toEqual([0.01, 10]);
    expect(domainOf(line(9, 0.02))).toEqual([0.01, 100]);
    expect(domainOf(line(5, 5))).toEqual([1, 10]);
  });

  test('is none where nothing is positive', () => {
    expect(domainOf()).toBeNull();
    expect(domainOf(line(0, -1, NaN, Infinity))).toBeNull();
  });

  test('keeps to the lines that stay when another diverges', () => {
    const [low, high] = domainOf(line(4, 1e-3), line(4, 1e100, 1e308, Infinity))!;
    expect(low).toBe(1e-3);
    expect(high).toBe(1e4);
  });

  test('shows all of them where every line diverges, within what a number can be', () => {
    expect(domainOf(line(4, 1e308, Infinity), line(4, 1.7e308))).toEqual([1, Number.MAX_VALUE]);
  });

  test('follows a fall over sixteen decades, and never loses sight of where a line begins', () => {
    expect(domainOf(line(4, 1e-40), line(4, 0.1))).toEqual([1e-16, 10]);
    expect(domainOf(line(1e-30, 1e-40), line(4, 0.1))).toEqual([1e-30, 10]);
  });
});
