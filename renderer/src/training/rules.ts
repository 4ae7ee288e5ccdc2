/**
 * Rules of thumb that the guides state and the budget calculator applies. A share is of all updates T; constants
 * of decays are multiples of 1/T or 1/T², so that a run of any length sees the same curve.
 */
export const rules = {
  /** Inverse time η₀/(1 + d t): d from 5/T to 20/T. */
  inverse: { low: 5, high: 20 },
  /** The rate divided by its own output: η ≈ η₀ exp(−d t²/2), so d ≈ 7/T². */
  literal: 7,
  /** Length of a warm-up, as a share of the run. */
  warmUp: { low: 0.02, high: 0.1 },
  /** Length of the cool-down of a warm-up–stable–decay schedule, as a share of the run. */
  coolDown: { low: 0.1, high: 0.2 },
  /** Patience of a plateau rule: a share of the epochs, and never less than so many. */
  patience: { share: 0.05, least: 5 },
  /** Lowest rate of a plateau rule, as a share of η₀. */
  floor: 1e-3,
  /** How many times the patience of a plateau rule early stopping has to wait. */
  earlyStopping: 2,
} as const;

export interface Budget {
  readonly samples: number;
  readonly batch: number;
  readonly epochs: number;
}

/** What the rules come to for a budget. Lengths in updates, decays per update, patience in epochs. */
export interface BudgetConstants {
  /** An incomplete last batch counts. */
  readonly stepsPerEpoch: number;
  readonly steps: number;
  readonly inverse: readonly [number, number];
  readonly literal: number;
  readonly warmUp: readonly [number, number];
  readonly coolDown: readonly [number, number];
  readonly patience: number;
}

/** Throws nothing; a batch larger than the data is one update an epoch. */
export function constantsFor({ samples, batch, epochs }: Budget): BudgetConstants {
  const stepsPerEpoch = Math.ceil(samples / batch);
  const steps = stepsPerEpoch * epochs;
  const part = ({ low, high }: { low: number; high: number }): readonly [number, number] => [
    Math.max(1, Math.round(low * steps)),
    Math.max(1, Math.round(high * steps)),
  ];
  return {
    stepsPerEpoch,
    steps,
    inverse: [rules.inverse.low / steps, rules.inverse.high / steps],
    literal: rules.literal / steps ** 2,
    warmUp: part(rules.warmUp),
    coolDown: part(rules.coolDown),
    patience: Math.max(rules.patience.least, Math.round(rules.patience.share * epochs)),
  };
}
