import type { ArithmeticLine } from '../formula/worked.ts';
import type { ParamSpecs, ParamValues } from '../params.ts';
import type { Reference } from '../reference.ts';
import type { Text } from '../text.ts';

/** What one update may look at. Arrays have shape (dim,) and must not be written to; none may be kept. */
export interface StepInput {
  /** 1-based update index t, as in the papers: the first update has t = 1. */
  readonly t: number;
  /** Learning rate η of this update, already read from the schedule at step t − 1. */
  readonly lr: number;
  /** Momentum (β, for Adam-like rules β₁) of this update where the schedule cycles it; null: the hyper-parameter. */
  readonly momentum: number | null;
  /** Parameters θ_{t−1}. */
  readonly params: Float64Array;
  /** Gradient (or its noisy estimate) at θ_{t−1}, with respect to the parameters. */
  readonly grad: Float64Array;
}

/**
 * An update rule. All memory is in `S`; two calls with equal input and equal state write equal
 * output. `S` survives structuredClone, so a run can be checkpointed, replayed and shown.
 */
export interface Optimizer<S> {
  init(dim: number): S;
  /** Writes the update Δθ_t (already scaled and signed) to `out`; may also write to `state`, nothing else. */
  update(input: StepInput, state: S, out: Float64Array): void;
  /**
   * Writes the point to be judged to `out` where that is not θ itself: a running average, for instance.
   * `params` are θ after the last update.
   */
  evaluationPoint?(params: Float64Array, state: S, out: Float64Array): void;
}

/** A number as it is written before and after an update, in TeX. */
export interface SlotSymbols {
  readonly before: string;
  readonly after: string;
}

/** One array of the state: a number per coordinate (or none in some variants), or numbers common to all. */
export type Slot =
  | SlotSymbols
  /** By name, in the order of the array; null: a mark that is no number of the rule. */
  | { readonly common: readonly ((SlotSymbols & { readonly name: string }) | null)[] };

/** A slot that the papers write with an index t: m_{t−1} before, m_t after. */
export function indexed(symbol: string): SlotSymbols {
  return { before: `${symbol}_{t-1}`, after: `${symbol}_t` };
}

/** Powers βᵗ of constants, kept as running products. */
export function runningPowers(...symbols: readonly string[]): Slot {
  return {
    common: symbols.map((symbol) => ({
      name: `power${symbol.replaceAll(/\W/g, '')}`,
      before: `${symbol}^{t-1}`,
      after: `${symbol}^t`,
    })),
  };
}

/** An optimizer as the rest of the app sees it: its name, its rule, its knobs, its source. */
export interface OptimizerSpec<Id extends string, P extends ParamSpecs, S> {
  readonly id: Id;
  readonly name: Text;
  /** The phenomenon it was invented for: what it cures, and what it costs. */
  readonly summary: Text;
  /** Update rule, one TeX line per equation, in the order of the code. */
  readonly formula: readonly string[];
  readonly reference: Reference;
  /** Learning rate η that PyTorch uses when none is given; for methods it does not have, their authors' code. */
  readonly defaultLr: number;
  /** `once` where only the rate of the first update counts, so that no schedule has an effect. */
  readonly readsRate?: 'once';
  readonly params: P;
  /** How what it remembers is written: one entry per key of its state. */
  readonly slots: { readonly [K in keyof NoInfer<S>]: Slot };
  /**
   * The rule at one coordinate as arithmetic, in the order of the code, in the variant that `values` choose and
   * the branch that the numbers `at` take (before the update). Names: `theta`, `g`, `eta`, `eta0`, `t`, the keys
   * of `params` and those of the slots; a line that has a slot's name gives the slot after the update. The last
   * line of the name `theta` gives θ_t.
   */
  arithmetic(
    values: ParamValues<P>,
    at: Readonly<Record<string, number>>,
  ): readonly ArithmeticLine[];
  /** `peakLr` is η₀ of the experiment, for a rule that follows the shape η_t / η₀ of its schedule (AdamW's paper). */
  create(values: ParamValues<P>, peakLr?: number): Optimizer<S>;
}

export function defineOptimizer<const Id extends string, const P extends ParamSpecs, S>(
  spec: OptimizerSpec<Id, P, S>,
): OptimizerSpec<Id, P, S> {
  return spec;
}
