import type { Pane, PlotDrawn } from '../charts/plot.ts';
import type { StepPlaces } from '../charts/step-places.ts';
import { gapWords, writtenByHand } from '../i18n/drawn-words.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { strokeBetween } from '../lib/drawn-curve.ts';
import type { DrawnPrediction } from '../state/drawn-prediction.svelte.ts';

type Prediction = Pick<DrawnPrediction, 'drawing' | 'frame' | 'curve' | 'editable' | 'score'>;

/**
 * A pane with the curve that was drawn on it by hand. While it may be drawn, the line of the run in `slot`, which it
 * is to foretell, is not there; the axis is already what it will be then. `places`: where steps stand on the x axis.
 */
export function withDrawn(
  pane: Pane,
  slot: number,
  prediction: Prediction,
  places: StepPlaces,
): Pane {
  const { scale, range } = prediction.drawing;
  const drawn = drawnOn(prediction, places);
  if (!prediction.editable) {
    if (pane.yScale === scale) return { ...pane, drawn, yDomain: range };
    // A gap is one of the scale it was drawn on.
    return { ...pane, drawn: drawn && { ...drawn, gap: null } };
  }
  return {
    ...pane,
    drawn,
    series: pane.series.filter((series) => series.slot !== slot),
    theory: [],
    yScale: scale,
    yDomain: range,
    emptyText: '',
  };
}

function drawnOn({ curve, frame, score }: Prediction, places: StepPlaces): PlotDrawn | null {
  const [first] = curve;
  const last = curve.at(-1);
  if (!first || !last) return null;
  // On another axis than its own it is not straight between its points.
  const points = [
    first,
    ...curve.slice(1).flatMap((point, i) => strokeBetween(curve[i]!, point, frame).slice(1)),
  ];
  return {
    points: points.map(([step, y]) => ({ x: places.at(step), y })),
    label: t('drawn.end'),
    endValue: writtenByHand(last[1]),
    gap: score && {
      x: places.at(score.largest.step),
      between: [score.largest.drawn, score.largest.came],
      label: gapWords(score.largest, frame.scale),
    },
  };
}
