import { beforeEach, expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { Pane, PlotSeries } from '../../../renderer/src/charts/plot.ts';
import { evenPlaces, LogPlaces } from '../../../renderer/src/charts/step-places.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { cameOf, frameOf } from '../../../renderer/src/lessons/drawn-truth.ts';
import type { LessonDrawing } from '../../../renderer/src/lessons/lesson.ts';
import { parabolaRun } from '../../../renderer/src/lessons/parabola-run.ts';
import type { DrawnCurve } from '../../../renderer/src/lib/drawn-curve.ts';
import { scoreDrawing } from '../../../renderer/src/lib/drawn-score.ts';
import { withDrawn } from '../../../renderer/src/panels/drawn-pane.ts';

const drawing: LessonDrawing = {
  asks: { zh: '画', en: 'Draw' },
  pane: 'rate',
  run: 1,
  steps: [0, 8],
  scale: 'log',
  range: [1e-2, 10],
  along: 'step',
};
const frame = frameOf(drawing);
const curve: DrawnCurve = [
  [0, 1],
  [4, 0.1],
];
/** A rate of 1, of which every update has a rate but none comes after the last. */
const came = cameOf(drawing, parabolaRun({ lr: 1, totalSteps: 8 }));

function series(slot: number): PlotSeries {
  const view = new SeriesBuffer().view(0, 8, 8);
  return { id: `plan ${slot}`, label: `run ${slot}`, slot, view };
}

const pane: Pane = {
  id: 'rate',
  title: 'Rate',
  series: [series(0), series(1)],
  yScale: 'linear',
  weight: 1,
  emptyText: 'later',
};

beforeEach(() => setLocale('en'));

test('while it can be drawn, the curve that is asked for is hidden and the axis is its own', () => {
  const prediction = { drawing, frame, curve: [], editable: true, score: null };
  const paper = withDrawn(pane, 1, prediction, evenPlaces);
  expect(paper.series.map(({ slot }) => slot)).toEqual([0]);
  expect(paper).toMatchObject({
    yScale: 'log',
    yDomain: [1e-2, 10],
    emptyText: '',
    drawn: null,
  });
});

test('what was drawn stands along the axis of the chart, whichever that is', () => {
  const prediction = { drawing, frame, curve, editable: true, score: null };
  const { drawn } = withDrawn(pane, 1, prediction, new LogPlaces(8));
  expect(drawn!.points.map(({ x }) => Math.round(Math.expm1(x)))).toEqual([0, 1, 2, 3, 4]);
  expect(drawn!.points[2]!.y).toBeCloseTo(Math.sqrt(0.1), 9);
  expect(drawn).toMatchObject({ label: 'you drew', endValue: '0.10', gap: null });
});

test('after the run all curves are there, and the largest gap is bracketed', () => {
  const score = scoreDrawing(curve, came, frame);
  const seen = withDrawn(pane, 1, { drawing, frame, curve, editable: false, score }, evenPlaces);
  expect(seen.series).toBe(pane.series);
  expect(seen.yScale).toBe('linear');
  expect(seen.yDomain).toBeUndefined();
  // On another scale than it was drawn on, the gap would be another one.
  expect(seen.drawn!.gap).toBeNull();
  const log = { ...pane, yScale: 'log' } as const;
  const same = withDrawn(log, 1, { drawing, frame, curve, editable: false, score }, evenPlaces);
  expect(same.yDomain).toEqual([1e-2, 10]);
  expect(same.drawn!.gap).toEqual({ x: 4, between: [0.1, 1], label: 'factor 10 at step 4' });
});

test('a rate is that of an update: the last step has none', () => {
  expect([0, 7, 8].map(came)).toEqual([1, 1, null]);
});
