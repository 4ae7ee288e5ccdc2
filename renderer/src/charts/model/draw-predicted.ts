import type { PredictedAgainstActual } from '../../../../core/model-views/predicted-actual.ts';
import {
  drawPlane,
  drawPoints,
  drawSampleLegend,
  placeX,
  placeY,
  strokeLine,
  type SampleWords,
  type PlotFrame,
} from './draw-fitted-curve.ts';
import { drawWords, squareSide, type DrawModel } from './model-drawing.ts';

/** What is written beside the plane. */
export interface PredictedWords extends SampleWords {
  readonly actual: string;
  readonly predicted: string;
}

/** Each sample where its actual number and the predicted one meet, with the line on which these are equal. */
export function drawPredicted(
  view: PredictedAgainstActual,
  testShown: boolean,
  words: PredictedWords,
): DrawModel {
  return (pen, room, theme) => {
    const [lo, hi] = view.range;
    const frame: PlotFrame = { size: squareSide(room), x: view.range, y: view.range };
    drawSampleLegend(pen, room, frame, testShown, words, theme, {
      text: words.curve,
      symbol: (x, y) => strokeLine(pen, [x - 5, y + 4], [x + 5, y - 4], theme.ink2, 1),
    });
    if (room.part === 'legend') return;
    drawPlane(
      pen,
      room,
      frame,
      { left: `${words.predicted} ↑`, right: `${words.actual} →` },
      theme,
    );
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, frame.size, frame.size);
    pen.clip();
    const at = (value: number): [number, number] => [placeX(frame, value), placeY(frame, value)];
    strokeLine(pen, at(lo), at(hi), theme.ink2, 1);
    if (testShown) drawPoints(pen, view.test, frame, 1.5, theme.ink2, 0.45);
    drawPoints(pen, view.train, frame, view.train.x.length > 150 ? 2 : 3.5, theme.ink, 0.6);
    pen.restore();
    if (!view.train.y.some((y) => y >= lo && y <= hi)) {
      drawWords(pen, words.outside, frame.size, theme);
    }
  };
}
