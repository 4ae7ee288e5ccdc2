import { beforeEach, expect, test } from 'vitest';
import { bracketOf, drawStroke, endOfStroke } from '../../../renderer/src/charts/draw-drawn.ts';
import type { PlotDrawn } from '../../../renderer/src/charts/plot.ts';
import type { Scene } from '../../../renderer/src/charts/scene.ts';

const scene = {
  theme: { ink: 'ink' },
  x: { scale: 'linear', domain: [0, 100], range: [60, 460] },
  y: { scale: 'log', domain: [1e-4, 1], range: [208, 8] },
} as unknown as Scene;

const drawn = (...points: PlotDrawn['points']): PlotDrawn => ({
  points,
  label: 'you drew',
  endValue: '1',
  gap: null,
});

/** Where a pen was led, and how it looked when the line was drawn. */
class Pen {
  readonly way: [x: number, y: number][] = [];
  strokes = 0;
  globalAlpha = 1;
  lineWidth = 1;
  save(): void {}
  restore(): void {}
  beginPath(): void {}
  moveTo(x: number, y: number): void {
    this.way.push([x, y]);
  }
  lineTo(x: number, y: number): void {
    this.way.push([x, y]);
  }
  stroke(): void {
    this.strokes++;
  }
}

let pen: Pen;
beforeEach(() => (pen = new Pen()));
const draw = (what: PlotDrawn): void =>
  drawStroke(pen as unknown as CanvasRenderingContext2D, what, scene);

test('a drawn curve is a broad pale stroke that keeps to the plot', () => {
  draw(drawn({ x: 0, y: 1 }, { x: 50, y: 1e-2 }, { x: 100, y: 1e-9 }));
  expect(pen.way).toEqual([
    [60, 8],
    [260, 108],
    [460, 208],
  ]);
  expect(pen).toMatchObject({ strokes: 1, globalAlpha: 0.22, lineWidth: 5 });
  expect(endOfStroke(drawn({ x: 50, y: 1e-2 }), scene)).toEqual({ x: 260, y: 108 });
});

test('a single point is seen, and nothing is not', () => {
  draw(drawn({ x: 50, y: 1e-2 }));
  expect(pen.way.map(([x]) => Math.round(x))).toEqual([260, 260]);
  pen = new Pen();
  draw(drawn());
  expect(pen.strokes).toBe(0);
  expect(endOfStroke(drawn(), scene)).toBeNull();
});

test('a bracket stands upright between both values, within the plot and off its ends', () => {
  const gap = (x: number): ReturnType<typeof bracketOf> =>
    bracketOf({ x, between: [0, 1e-2], label: '' }, scene);
  expect(gap(50)).toEqual([
    { x: 260.5, y: 108 },
    { x: 260.5, y: 208 },
  ]);
  expect([gap(0)[0].x, gap(100)[0].x]).toEqual([69.5, 451.5]);
});
