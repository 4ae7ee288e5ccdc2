import { isRandom } from '../../../core/experiment/randomness.ts';
import { exactEndOf } from '../lib/exact-end.ts';
import type { EndedRun } from './ended-run.ts';
import type { MeasuredSetting } from './measured-settings.ts';

/** What an exact expectation adds to what was measured; the loss of such a setting is the expectation after the last step. */
interface Exactness {
  /** Expectation of the mean over its last steps. */
  readonly tail: number;
  /** That mean, as its seeds have it. */
  readonly measured: number;
}

export type ExactSetting = MeasuredSetting & { readonly exact: Exactness };

/** Two expectations that are no further apart, in parts of themselves, are one: they differ by rounding. */
const ROUNDING = 1e-9;

/**
 * The same settings by their exact expectations, the lowest first: what no choice of seeds can turn round. Null where
 * nothing is random, where the expectation of one of them is not known, or where one did not make all its steps: when
 * a rule stops a run is a matter of its noise.
 */
export function byExpectation(
  settings: readonly MeasuredSetting[],
  runs: readonly EndedRun[],
): readonly ExactSetting[] | null {
  const whole = runs.every(({ state, step, config }) =>
    state === 'finished' ? step === config.totalSteps : state === 'diverged',
  );
  if (!whole || !settings.every(({ config }) => isRandom(config))) return null;
  const exact: ExactSetting[] = [];
  for (const setting of settings) {
    const end = exactEndOf(setting.config);
    if (!end) return null;
    const lasts = end.lasts.slice(0, setting.steps);
    const tail = lasts.reduce((sum, loss) => sum + loss, 0) / lasts.length;
    exact.push({ ...setting, loss: end.loss, exact: { tail, measured: setting.loss } });
  }
  return withoutRounding(exact.toSorted((a, b) => a.loss - b.loss));
}

function withoutRounding(settings: readonly ExactSetting[]): readonly ExactSetting[] {
  let before = NaN;
  return settings.map((setting) => {
    const same = Math.abs(setting.loss - before) <= ROUNDING * Math.abs(before);
    before = same ? before : setting.loss;
    return { ...setting, loss: before };
  });
}

export function isExact(setting: MeasuredSetting): setting is ExactSetting {
  return 'exact' in setting;
}
