import { describe, expect, it } from 'vitest';
import { toPixel } from '../../../../renderer/src/charts/axis.ts';
import type { ChartTheme } from '../../../../renderer/src/charts/theme.ts';
import { nameMemory } from '../../../../renderer/src/charts/name-room.ts';
import { layOutValues, placeOf } from '../../../../renderer/src/charts/values/value-scene.ts';
import type { ValuePlot } from '../../../../renderer/src/charts/values/value-plot.ts';

/** Six pixels a character, whatever the font. */
const pen = {
  font: '',
  measureText: (text: string) => ({ width: text.length * 6 }),
} as unknown as CanvasRenderingContext2D;
const theme = { font: 'sans' } as ChartTheme;

function layout(change: Partial<ValuePlot>): NonNullable<ReturnType<typeof layOutValues>> {
  const plot: ValuePlot = {
    title: 'Tail loss',
    symbol: '',
    xTitle: 'η₀',
    xScale: 'log',
    xs: [0.01, 0.1, 1, 10],
    write: String,
    yScale: 'log',
    yDomain: null,
    curves: [{ id: 'a', label: '', slot: 0, ys: [1, 0.1, NaN, 2], dots: true, emphasised: true }],
    marks: [],
    lostText: '',
    emptyText: '',
    ...change,
  };
  return layOutValues(pen, plot, { width: 500, height: 300 }, theme, nameMemory())!;
}

describe('an axis of values', () => {
  it('on a log scale puts equal factors at equal distances, with powers of ten named', () => {
    const { x, xTicks } = layout({}).scene;
    const at = [0.01, 0.1, 1, 10].map((value) => toPixel(x, placeOf({ xScale: 'log' }, value)));
    expect(at[1]! - at[0]!).toBeCloseTo(at[3]! - at[2]!, 9);
    const named = xTicks.filter(({ label }) => label !== null);
    expect(named.map(({ label }) => label)).toEqual(['10⁻²', '10⁻¹', '1', '10']);
    expect(named.map(({ value }) => Math.round(value))).toEqual([-2, -1, 0, 1]);
  });

  it('keeps first and last point off the edges', () => {
    const { x } = layout({}).scene;
    expect(toPixel(x, -2)).toBeGreaterThan(x.range[0]);
    expect(toPixel(x, 1)).toBeLessThan(x.range[1]);
  });

  it('spans what is swept, however little that is', () => {
    const { x } = layout({ xScale: 'linear', xs: [0.5, 0.6] }).scene;
    expect(x.domain[1] - x.domain[0]).toBeCloseTo(0.104, 9);
  });

  it.each([
    ['log', 0.3],
    ['linear', 0.3],
    ['linear', 0],
    ['linear', 1e300],
  ] as const)('has a single value in its middle (%s, %d)', (xScale, value) => {
    const { x, xTicks } = layout({ xScale, xs: [value] }).scene;
    const at = toPixel(x, placeOf({ xScale }, value));
    expect(at).toBeCloseTo((x.range[0] + x.range[1]) / 2, 6);
    expect(xTicks).toEqual([
      { value: placeOf({ xScale }, value), label: String(value), kind: 'hairline' },
    ]);
  });

  it('leaves out what has no height, and goes on behind it', () => {
    const [series] = layout({}).scene.pane.series;
    expect([...series!.view.first].map(Math.round)).toEqual([-2, -1, 1]);
    expect([...series!.view.max]).toEqual([1, 0.1, 2]);
  });
});
