/** The same drawing code writes SVG: a pane's lines, words and marks are counted in it. */
import { expect, it } from 'vitest';
import { panePicture } from '../../../../renderer/src/charts/picture/pane-picture.ts';
import { svgDocument } from '../../../../renderer/src/charts/picture/svg-element.ts';
import { SvgPen } from '../../../../renderer/src/charts/picture/svg-pen.ts';
import type { PlotSeries } from '../../../../renderer/src/charts/plot.ts';
import { layOutStack } from '../../../../renderer/src/charts/stack-layout.ts';
import { chartTheme as theme } from '../../../support/chart-theme.ts';

function series(slot: number, label: string, values: readonly number[]): PlotSeries {
  const steps = Float64Array.from(values, (_, i) => i);
  const lost = Float64Array.from(values, (value) => (Number.isFinite(value) ? 0 : 1));
  const low = Float64Array.from(values, (value) => (Number.isFinite(value) ? value : Infinity));
  const high = Float64Array.from(values, (value) => (Number.isFinite(value) ? value : -Infinity));
  const view = { first: steps, last: steps, min: low, max: high, nonFinite: lost };
  return { id: label, label, slot, view };
}

function svgOf(pens: readonly PlotSeries[]): string {
  const pen = new SvgPen({
    colorOf: (color) => ({ color, opacity: 1 }),
    measure: (text) => ({ width: text.length * 6 }),
    dataUrlOf: () => '',
  });
  const context = pen as unknown as CanvasRenderingContext2D;
  const pane = { id: 'loss', title: 'Loss', symbol: 'f(θ)', series: pens, emptyText: '' };
  const [layout] = layOutStack(context, {
    panes: [{ ...pane, yScale: 'linear', weight: 1 }],
    xDomain: [0, 4],
    width: 500,
    height: 300,
    theme,
    namesOf: () => new Map(),
  });
  const picture = panePicture(layout!.scene, 'step t', 'pair');
  expect([picture.width, picture.height]).toEqual([500, 300]);
  expect(picture.title).toBe('Loss – pair');
  picture.draw(context);
  return svgDocument(pen.drawing(picture.width, picture.height, picture.title));
}

const count = (svg: string, pattern: RegExp): number => svg.match(pattern)?.length ?? 0;

it('draws one line for each series, with a gap where values are lost', () => {
  const svg = svgOf([series(0, 'one', [5, 4, 3, 2, 1]), series(1, 'two', [1, 2, NaN, 2, 1])]);
  expect(count(svg, /<path[^>]* stroke="line-0"/g)).toBe(1);
  const path = /<path d="([^"]*)"[^>]* stroke="line-1"/.exec(svg)![1]!;
  expect(count(path, /M/g)).toBe(2);
  expect(svg).toContain('stroke-dasharray="6 3"');
});

it('carries title, symbol, axis words, names of the runs and what it belongs to', () => {
  const svg = svgOf([series(0, 'one', [5, 4, 3, 2, 1]), series(1, 'η < 2', [1, 2, 3, 2, 1])]);
  for (const words of ['Loss', 'f(θ)', 'step t', 'one', 'η &lt; 2', 'pair']) {
    expect(svg).toContain(`>${words}</text>`);
  }
});

it('draws a run of which not one value is finite: its place is empty, the rest of the pane stands', () => {
  const lost = series(0, 'lost', [NaN, Infinity, -Infinity]);
  expect(svgOf([lost])).toContain('Loss');
  const both = svgOf([lost, series(1, 'two', [3, 2, 1])]);
  expect(count(both, /<path[^>]* stroke="line-1"/g)).toBe(1);
});

it('marks where a stop rule ended a run, and says which', () => {
  const plain = svgOf([series(0, 'one', [5, 4, 3])]);
  const stopped = svgOf([{ ...series(0, 'one', [5, 4, 3]), stopped: 'target at step 2' }]);
  const squares = /<rect[^>]* fill="line-0"/g;
  expect(count(stopped, squares) - count(plain, squares)).toBe(1);
  expect(stopped).toContain('>target at step 2</text>');
});
