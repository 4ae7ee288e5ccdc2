import type { StopConfig } from '../experiment/config.ts';
import type { Member } from './member.ts';
import type { MetricName } from './metrics.ts';

export const stopReasons = ['target-loss', 'grad-norm', 'loss-change', 'patience'] as const;
export type StopReason = (typeof stopReasons)[number];

/**
 * Why a stop by |Δf| < ε is not an arrival. |Δf| ≈ η ‖g‖² is small where the gradient is, but also where
 * the rate is, and where the loss happens to be flat.
 *
 * - `small-rate`      at the largest rate used so far the last update would have changed the loss by
 *                     ten times ε or more: |Δf| · max η / η ≥ 10 ε
 * - `large-gradient`  ‖g‖ is still more than a tenth of what it was at the start
 */
export interface FalseConvergence {
  readonly code: 'small-rate' | 'large-gradient';
  /** ‖g‖ where the run stopped, and at the first step the rule saw. */
  readonly gradNorm: number;
  readonly startGradNorm: number;
  /** Rate of the last update, and the largest one used. */
  readonly lr: number;
  readonly largestLr: number;
}

const SMALL_RATE = 10;
const LARGE_GRADIENT = 0.1;

/** What a checkpoint keeps of the stop rules. */
export interface StopState {
  readonly startGradNorm: number;
  readonly previousLoss: number;
  /** The step `previousLoss` belongs to. */
  readonly previousStep: number;
  readonly lastLr: number;
  readonly largestLr: number;
  /** Best value of the watched metric, and the evaluations since without a better one. */
  readonly best: number;
  readonly checksWithoutGain: number;
  readonly lastCheck: number;
  readonly falseConvergence: FalseConvergence | null;
}

const beginning: StopState = {
  startGradNorm: NaN,
  previousLoss: NaN,
  previousStep: -1,
  lastLr: NaN,
  largestLr: 0,
  best: Infinity,
  checksWithoutGain: 0,
  lastCheck: -1,
  falseConvergence: null,
};

/**
 * The stop rules beyond divergence and the loss limit. They judge the first seed of a run at each step s,
 * after s updates, so a run stops at n = the number of updates it has made:
 *
 *   target-loss  f(θ_s) ≤ target                 grad-norm  ‖g_s‖ < ε, of the gradient update s + 1 would use
 *   loss-change  |f(θ_s) − f(θ_{s−1})| < ε       patience   no gain of more than minDelta in so many evaluations
 *
 * For a model f is the loss of the next mini-batch. The first rule in this order gives the reason.
 */
export class StopRules {
  readonly #rules: StopConfig;
  #state: { -readonly [K in keyof StopState]: StopState[K] };

  constructor(rules: StopConfig, from: StopState | null) {
    this.#rules = rules;
    this.#state = { ...(from ?? beginning) };
  }

  /** Whether any of these rules is on. */
  static any({ lossChange, gradNorm, targetLoss, patience }: StopConfig): boolean {
    return [lossChange, gradNorm, targetLoss, patience].some((rule) => rule !== null);
  }

  get falseConvergence(): FalseConvergence | null {
    return this.#state.falseConvergence;
  }

  /** Takes note of an evaluation; one at the same step as the last is not counted again. */
  check(step: number, metrics: Readonly<Partial<Record<MetricName, number>>>): void {
    const { patience } = this.#rules;
    const value = patience ? metrics[patience.metric] : undefined;
    const state = this.#state;
    if (!patience || value === undefined || step <= state.lastCheck) return;
    state.lastCheck = step;
    // An accuracy is better when it is larger; counted as a loss here.
    const loss = patience.metric.endsWith('accuracy') ? -value : value;
    if (loss < state.best - patience.minDelta) {
      state.best = loss;
      state.checksWithoutGain = 0;
    } else state.checksWithoutGain++;
  }

  /** The reason to stop at the observed state of `member`, if there is one. */
  judge(member: Member, isLast: boolean): StopReason | null {
    const state = this.#state;
    const { step, loss, lr } = member;
    if (Number.isNaN(state.startGradNorm) && !isLast) state.startGradNorm = member.gradNorm;
    state.falseConvergence = null;
    const reason = this.#reason(member, isLast);
    // A fork that goes on from here judges this step again, against the one before.
    if (reason) return reason;
    state.previousLoss = loss;
    state.previousStep = step;
    if (!isLast) {
      state.lastLr = lr;
      state.largestLr = Math.max(state.largestLr, lr);
    }
    return null;
  }

  #reason(member: Member, isLast: boolean): StopReason | null {
    const { targetLoss, gradNorm, lossChange, patience } = this.#rules;
    const { step, loss } = member;
    const { previousLoss, previousStep, checksWithoutGain } = this.#state;
    if (targetLoss !== null && loss <= targetLoss) return 'target-loss';
    if (gradNorm !== null && !isLast && member.gradNorm < gradNorm) return 'grad-norm';
    const change = Math.abs(loss - previousLoss);
    if (lossChange !== null && previousStep === step - 1 && change < lossChange) {
      this.#state.falseConvergence = this.#doubt(change, lossChange, member.gradNorm);
      return 'loss-change';
    }
    return patience !== null && checksWithoutGain >= patience.checks ? 'patience' : null;
  }

  #doubt(change: number, epsilon: number, gradNorm: number): FalseConvergence | null {
    const { startGradNorm, lastLr: lr, largestLr } = this.#state;
    const seen = { gradNorm, startGradNorm, lr, largestLr };
    if (lr < largestLr && change * largestLr >= SMALL_RATE * epsilon * lr) {
      return { code: 'small-rate', ...seen };
    }
    return gradNorm > LARGE_GRADIENT * startGradNorm ? { code: 'large-gradient', ...seen } : null;
  }

  state(): StopState {
    return { ...this.#state };
  }
}
