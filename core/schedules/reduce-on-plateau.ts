import { ConfigError } from '../errors.ts';
import { defineAdaptiveSchedule } from './schedule.ts';
import { plateauParams } from './plateau-params.ts';

/**
 * Reduce on plateau: multiply the rate by a factor whenever a metric has stopped improving for a while.
 * It looks at the metric, not at the clock. After each evaluation with metric m:
 *
 *   m better than the best (by more than the threshold):  best ← m, bad ← 0;   else  bad ← bad + 1
 *   cooling down:  the evaluation is not counted
 *   too many bad ones:  η ← max(η·factor, f·η₀), bad ← 0, cooling down for `cooldown` evaluations
 *
 * NaN is never better. Three dialects, which cut at different evaluations:
 * `pytorch` cuts when bad > patience, by a relative or absolute threshold, unless the cut is ≤ ε;
 * `keras` when bad ≥ patience, by an absolute threshold, unless the floor is reached, and lowers the
 * cool-down counter before the test, so that its last evaluation counts;
 * `optax` when bad = patience, by both thresholds, on the mean of `averaged` metrics; it only minimises.
 */
export const reduceOnPlateau = defineAdaptiveSchedule({
  id: 'reduce-on-plateau',
  family: 'feedback',
  name: { zh: '停滞时降低', en: 'reduce on plateau' },
  formula: [
    'b \\leftarrow \\begin{cases} 0 & m < m^{*}(1-\\varepsilon) \\\\ b+1 & m \\ge m^{*}(1-\\varepsilon) \\end{cases}',
    'b > P:\\quad \\eta \\leftarrow \\max(c\\,\\eta,\\; f\\,\\eta_0),\\quad b \\leftarrow 0',
  ],
  summary: {
    zh: '不看时钟看损失：一段时间没有进步，就把学习率降一档。',
    en: 'Watches the loss instead of the clock: no progress for a while, and the rate is cut.',
  },
  reference: {
    authors: 'PyTorch authors',
    title: 'torch.optim.lr_scheduler.ReduceLROnPlateau',
    year: 2017,
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html',
  },
  params: plateauParams,
  check({ dialect, mode, patience }, path) {
    if (dialect !== 'optax') return;
    if (mode === 'max') throw new ConfigError('unknown-choice', `${path}.mode`, "'max'", 'min');
    if (patience === 0) throw new ConfigError('out-of-range', `${path}.patience`, '0', '1 ≤ x');
  },
  create(values, { lr }) {
    const { dialect, mode, factor, patience, threshold, thresholdMode, cooldown, eps } = values;
    const { absoluteThreshold, averaged } = values;
    const floor = values.floor * lr;

    const better = (metric: number, best: number): boolean => {
      if (dialect === 'optax') return metric < (1 - threshold) * best - absoluteThreshold;
      const relative = dialect === 'pytorch' && thresholdMode === 'rel';
      if (mode === 'min') {
        return metric < (relative ? best * (1 - threshold) : best - threshold);
      }
      return metric > (relative ? best * (1 + threshold) : best + threshold);
    };

    const judge = (state: PlateauState, metric: number): void => {
      if (dialect === 'keras' && state.cooldown > 0) state.cooldown--;
      const improved = better(metric, state.best);
      if (improved) state.best = metric;
      const resting = state.cooldown > 0;
      if (dialect !== 'keras' && resting) state.cooldown--;
      state.bad = improved || resting ? 0 : state.bad + 1;
      const enough = dialect === 'pytorch' ? state.bad > patience : state.bad >= patience;
      if (resting || improved || !enough) return;
      const lower = Math.max(state.lr * factor, floor);
      if (dialect === 'keras' && state.lr <= floor) return;
      if (dialect !== 'pytorch' || state.lr - lower > eps) state.lr = lower;
      state.cooldown = cooldown;
      state.bad = 0;
    };

    return {
      init: () => ({
        lr,
        best: mode === 'min' ? Infinity : -Infinity,
        bad: 0,
        cooldown: 0,
        mean: 0,
        seen: 0,
      }),
      observe(state: PlateauState, metric) {
        if (dialect !== 'optax') return judge(state, metric);
        state.mean = (state.seen * state.mean + metric) / (state.seen + 1);
        state.seen++;
        if (state.seen < averaged) return;
        judge(state, state.mean);
        state.mean = 0;
        state.seen = 0;
      },
      lr: (state) => state.lr,
    };
  },
});

/** Counters of the rule, plain so that they can be stored and shown. */
export interface PlateauState {
  /** The rate in force. */
  lr: number;
  /** The best metric so far; ±Infinity before the first. */
  best: number;
  /** Evaluations without progress since the best, the last cut or the last cool-down. */
  bad: number;
  /** Evaluations still to be left out. */
  cooldown: number;
  /** Mean of the metrics seen since the last judgement, and their number (Optax). */
  mean: number;
  seen: number;
}
