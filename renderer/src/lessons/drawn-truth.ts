import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { DrawingFrame } from '../lib/drawn-curve.ts';
import { rateOf } from '../lib/theory.ts';
import type { LessonDrawing } from './lesson.ts';
import { recorded } from './recorded.ts';

/** The paper on which a prediction of a lesson is drawn. */
export function frameOf({ steps, range, scale, along }: LessonDrawing): DrawingFrame {
  const place = along === 'log' ? Math.log1p : (step: number): number => step;
  return { steps, range, scale, place };
}

/**
 * What comes when the run is run, at a step; null where it has nothing there. Computed from its settings, to the bits
 * the run has: nothing of the experiment can be changed.
 */
export function cameOf(
  { pane }: Pick<LessonDrawing, 'pane'>,
  config: ExperimentConfig,
): (step: number) => number | null {
  if (pane === 'rate') {
    const rate = rateOf(config);
    return (step) => (step < config.totalSteps ? rate(step) : null);
  }
  const metric = config.replicates > 1 ? 'ensemble/loss_mean' : 'train/loss';
  const run = recorded(config);
  return (step) => (step <= run.updates ? run.at(metric, step) : null);
}
