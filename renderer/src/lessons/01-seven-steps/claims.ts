import type { ExperimentConfig, StopConfig } from '../../../../core/experiment/config.ts';
import { exact, given, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';

interface Terms {
  readonly descent: ExperimentConfig;
  /** Steps a second on the stage. */
  readonly pace: number;
  readonly slopeLimit: number;
  readonly mostUpdates: number;
}

/** Change of the loss below which a common rule takes a run to have arrived. */
const CHANGE_LIMIT = 1e-8;
const MINIMUM = 3;

export function claimsOf({ descent, pace, slopeLimit, mostUpdates }: Terms): Claims {
  const x = (step: number): number => recorded(descent).at('param/0', step);
  const slope = (step: number): number => recorded(descent).at('optim/grad_norm', step);
  const stopsAfter = (rule: Partial<StopConfig>): number =>
    recorded({ ...descent, stop: { ...descent.stop, ...rule } }).updates;
  return {
    start: exact(0, () => x(0)),
    rate: given(descent.lr),
    pace: given(pace),
    changeLimit: given(CHANGE_LIMIT),
    slopeLimit: given(slopeLimit),
    mostUpdates: given(mostUpdates),
    x1: exact(0.6, () => x(1)),
    x2: exact(1.08, () => x(2)),
    x3: exact(1.464, () => x(3)),
    slope0: exact(6, () => slope(0)),
    slope1: exact(4.8, () => slope(1)),
    slope2: exact(3.84, () => slope(2)),
    step2: exact(0.48, () => x(2) - x(1)),
    step3: exact(0.384, () => x(3) - x(2)),
    kept: exact(0.8, () => (MINIMUM - x(1)) / (MINIMUM - x(0))),
    changeStop: exact(45, () => stopsAfter({ lossChange: CHANGE_LIMIT })),
    slopeStop: exact(70, () => stopsAfter({ gradNorm: slopeLimit })),
  };
}
