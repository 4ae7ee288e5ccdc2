import { weightDecayOf } from '../optimizers/weight-decay.ts';
import type { Choice, Values } from '../params.ts';
import { plainRule, type LinearRule } from './linear-rule.ts';

/**
 * What an adaptive optimizer is while its second moments stand still: a linear rule on gradients divided,
 * coordinate by coordinate, by P.
 *
 *   θ_t = θ_{t−1} − η (a m_t + b g_t) / P
 */
export interface FrozenRule {
  /** P: what each coordinate's gradient is divided by, shape (d,). */
  readonly divisor: Float64Array;
  /** The rule for g / P; its weight decay ω sits in the gradient, before the division. */
  readonly rule: LinearRule;
}

/** An optimizer's slots after `t` ≥ 1 updates, as its `update` left them. */
export interface FrozenAt {
  readonly state: unknown;
  readonly t: number;
}

type Slots = Readonly<Record<string, Float64Array>>;
type Freeze = (
  params: Record<string, number>,
  slots: Slots,
  t: number,
  dialect: string,
) => FrozenRule;

/** The adaptive optimizers, as their own files write them. */
const frozenRules: Readonly<Record<string, Freeze>> = {
  adagrad: ({ eps, lrDecay }, { sum }, t, dialect) => ({
    divisor: root(sum!, eps!, dialect !== 'pytorch'),
    rule: { ...plainRule, viaMemory: 1 / (1 + (t - 1) * lrDecay!) },
  }),

  adadelta: ({ eps }, { squares, deltas }) => ({
    divisor: squares!.map((s, i) => Math.sqrt((s + eps!) / (deltas![i]! + eps!))),
    rule: plainRule,
  }),

  rmsprop: ({ eps, momentum }, { squares, mean }, _t, dialect) => {
    const variance = squares!.map((s, i) => Math.max(s - (mean![i] ?? 0) ** 2, 0));
    return {
      divisor: root(variance, eps!, dialect !== 'pytorch'),
      rule: { ...plainRule, memory: momentum! },
    };
  },

  adam: ({ beta1, eps }, { v, powers }, _t, dialect) => ({
    divisor: corrected(v!, powers![1]!, eps!, dialect),
    rule: meanRule(beta1!, powers![0]!),
  }),

  adamw: ({ beta1, eps }, { v, largest, powers }, _t, dialect) => ({
    divisor: corrected(largest!.length > 0 ? largest! : v!, powers![1]!, eps!, dialect),
    rule: meanRule(beta1!, powers![0]!),
  }),

  amsgrad: ({ beta1, eps }, { largest, powers }, _t, dialect) => {
    const plain = dialect === 'optax' || dialect === 'paper';
    return {
      divisor: corrected(largest!, plain ? 0 : powers![1]!, eps!, dialect),
      rule: meanRule(beta1!, dialect === 'paper' ? 0 : powers![0]!),
    };
  },

  adamax: ({ beta1, eps }, { u, powers }, _t, dialect) => ({
    divisor: u!.map((top) => top + (dialect === 'keras' ? eps! : 0)),
    rule: meanRule(beta1!, powers![0]!),
  }),

  nadam: ({ beta1, beta2, momentumDecay, eps }, { v, powers }, _t, dialect) => {
    const missing = dialect === 'optax' ? 0 : 0.5;
    const [product, power2, fade] = powers!;
    const mu = beta1! * (1 - missing * fade!);
    const muNext = beta1! * (1 - missing * fade! * 0.96 ** momentumDecay!);
    const factor = dialect === 'paper' ? beta2! : 1;
    const scale = Math.sqrt(factor / (1 - power2!));
    return {
      divisor: v!.map((square) => Math.sqrt(square) * scale + eps!),
      rule: {
        ...plainRule,
        memory: beta1!,
        intake: 1 - beta1!,
        viaMemory: muNext / (1 - product! * muNext),
        direct: (1 - mu) / (1 - product!),
      },
    };
  },

  radam: ({ beta1, beta2, eps }, { v, powers }, t, dialect) => {
    const rule = meanRule(beta1!, powers![0]!);
    const longest = 2 / (1 - beta2!) - 1;
    const seen = longest - (2 * t * powers![1]!) / (1 - powers![1]!);
    const threshold = dialect === 'paper' ? 4 : 5;
    const factor = Math.sqrt(
      ((seen - 4) * (seen - 2) * longest) / ((longest - 4) * (longest - 2) * seen),
    );
    if (dialect === 'optax' ? seen < threshold : seen <= threshold)
      return { divisor: v!.map(() => 1), rule };
    return {
      divisor: corrected(v!, powers![1]!, eps!, dialect === 'optax' ? 'pytorch' : 'keras'),
      rule: { ...rule, viaMemory: rule.viaMemory * factor },
    };
  },
};

/** Whether an optimizer is one of the adaptive ones. */
export function canFreeze({ id }: Choice): boolean {
  return frozenRules[id] !== undefined;
}

/** The frozen rule of an adaptive optimizer, as its last update used it; null for all others. */
export function frozenRule({ id, params }: Choice, { state, t }: FrozenAt): FrozenRule | null {
  const freeze = frozenRules[id];
  const dialect = params['dialect'] as string;
  if (!freeze || t < 1) return null;
  // The paper's AdamW decays by the shape of the schedule, not by the rate: no limit for the rate follows.
  if (id === 'adamw' && dialect === 'paper' && params['weightDecay'] !== 0) return null;
  const { divisor, rule } = freeze(params as Record<string, number>, state as Slots, t, dialect);
  return { divisor, rule: { ...rule, ...decayOf(id, params) } };
}

function decayOf(id: string, params: Values): Pick<LinearRule, 'l2' | 'decoupled'> {
  const weightDecay = params['weightDecay'] as number;
  if (id === 'adamw') return { l2: 0, decoupled: weightDecay };
  const { coupled, decoupled } = weightDecayOf(weightDecay, params['dialect'] as string);
  return { l2: coupled, decoupled };
}

/** A running mean of gradients, divided by 1 − β₁ᵗ. */
const meanRule = (beta1: number, power: number): LinearRule => ({
  ...plainRule,
  memory: beta1,
  intake: 1 - beta1,
  firstIntake: 1 - beta1,
  viaMemory: 1 / (1 - power),
});

const root = (squares: Float64Array, eps: number, inside: boolean): Float64Array =>
  squares.map((s) => (inside ? Math.sqrt(s + eps) : Math.sqrt(s) + eps));

/** √(v / (1 − β₂ᵗ)) + ε; Keras adds ε before the correction. */
function corrected(v: Float64Array, power: number, eps: number, dialect: string): Float64Array {
  const scale = 1 / Math.sqrt(1 - power);
  const e = dialect === 'keras' ? eps * scale : eps;
  return v.map((square) => Math.sqrt(square) * scale + e);
}
