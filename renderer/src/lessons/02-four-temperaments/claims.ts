import { stabilityLimit } from '../../lib/theory.ts';
import { arrival, escape } from '../arrival.ts';
import { exact, given, type Claims } from '../claim.ts';
import { parabolaRun } from '../parabola-run.ts';
import { recorded } from '../recorded.ts';
import { CREEPING, JUST_BEYOND, LOSS_LIMIT, SWINGING, walk } from './cards.ts';

interface Terms {
  readonly coefficient: number;
  readonly margin: number;
}

/** The loss at which one has arrived. */
const GOAL = 1e-6;
const HALFWAY = 0.5;
const BEYOND = 2.1;
/** The number before x² in the check question. */
const ASKED = 4;

export function claimsOf({ coefficient, margin }: Terms): Claims {
  const x = (lr: number, step: number): number => recorded(walk(lr)).at('param/0', step);
  const limitAt = (curvature: number): number =>
    stabilityLimit(parabolaRun({ curvature, lr: 1, totalSteps: 1 }))!;
  const border = 2;
  return {
    start: given(x(1, 0)),
    creeping: given(CREEPING),
    halfway: given(HALFWAY),
    middle: exact(1, () => limitAt(1) / 2),
    swinging: given(SWINGING),
    border: exact(border, () => limitAt(1)),
    beyond: given(BEYOND),
    justBeyond: given(JUST_BEYOND),
    goal: given(GOAL),
    lossLimit: given(LOSS_LIMIT),
    halfwaySteps: exact(13, () => arrival(walk(HALFWAY), GOAL)),
    middleSteps: exact(1, () => arrival(walk(1), GOAL)),
    swing1: exact(-9, () => x(SWINGING, 1)),
    swing2: exact(8.1, () => x(SWINGING, 2)),
    swingingSteps: exact(85, () => arrival(walk(SWINGING), GOAL)),
    creepingSteps: exact(85, () => arrival(walk(CREEPING), GOAL)),
    mirrored: exact(-10, () => x(border, 1)),
    beyondSteps: exact(125, () => escape(walk(BEYOND), LOSS_LIMIT)),
    justBeyondShare: exact(0.5, () => (JUST_BEYOND / limitAt(1) - 1) * 100),
    justBeyondSteps: exact(1192, () =>
      escape({ ...walk(JUST_BEYOND), totalSteps: 2000 }, LOSS_LIMIT),
    ),
    asked: given(ASKED),
    askedCurvature: given(2 * ASKED),
    askedLimit: exact(0.25, () => limitAt(2 * ASKED)),
    coefficientTaken: exact(0.5, () => limitAt(ASKED)),
    coefficient: given(coefficient),
    margin: given(margin * 100),
  };
}
