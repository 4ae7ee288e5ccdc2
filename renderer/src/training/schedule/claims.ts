import { standardErrorsApart } from '../../../../core/analysis/verdict.ts';
import type { Assets } from '../../../../core/datasets/dataset.ts';
import { exact, given, rounded, type Claims } from '../../lessons/claim.ts';
import { endsOf, tailLoss } from '../ends.ts';
import { rules } from '../rules.ts';
import { budgets, rates, SEEDS, training, UNTIED, type Rate, type ShapeId } from './experiments.ts';

type BudgetId = keyof typeof budgets;

const lossOf = (shape: ShapeId, budget: BudgetId, lr: Rate, assets: Assets): number =>
  tailLoss(training(shape, budget, lr), assets);

/** The rate with the lowest loss among those tried. */
function bestRate(shape: ShapeId, budget: BudgetId, assets: Assets): Rate {
  const losses = rates.map((lr) => lossOf(shape, budget, lr, assets));
  return rates[losses.indexOf(Math.min(...losses))]!;
}

interface Row {
  readonly short: readonly [loss: string, rate: Rate];
  readonly long: readonly [loss: string, rate: Rate];
}

const table: Readonly<Record<ShapeId, Row>> = {
  constant: { short: ['0.289', 0.3], long: ['0.240', 0.3] },
  cosine: { short: ['0.205', 3], long: ['0.168', 3] },
  linear: { short: ['0.216', 3], long: ['0.181', 3] },
  literal: { short: ['0.213', 3], long: ['0.179', 3] },
  inverse: { short: ['0.250', 6], long: ['0.204', 3] },
  cooled: { short: ['0.279', 1], long: ['0.227', 0.3] },
  cuts: { short: ['0.266', 3], long: ['0.201', 3] },
  untied: { short: ['0.310', 1], long: ['0.310', 1] },
};

/** Four claims for each schedule: `cosineShort`, `cosineShortRate`, `cosineLong`, `cosineLongRate`. */
const measured: Claims = Object.fromEntries(
  (Object.entries(table) as [ShapeId, Row][]).flatMap(([shape, row]) =>
    (['short', 'long'] as const).flatMap((budget) => {
      const [loss, rate] = row[budget];
      const name = `${shape}${budget === 'short' ? 'Short' : 'Long'}`;
      return [
        [name, rounded(loss, 3, (assets) => lossOf(shape, budget, rate, assets))],
        [`${name}Rate`, exact(rate, (assets) => bestRate(shape, budget, assets))],
      ];
    }),
  ),
);

/** How many standard errors two schedules are apart, each at its best rate unless one is given. */
const apart = (
  a: ShapeId,
  b: ShapeId,
  assets: Assets,
  budget: BudgetId = 'short',
  lr: Rate | null = null,
): number => {
  const [first, second] = [a, b].map(
    (shape) => endsOf(training(shape, budget, lr ?? table[shape][budget][1]), assets).losses,
  );
  return Math.abs(standardErrorsApart(first!, second!));
};

/** A rate that suits the constant one, and that a decay only makes worse. */
const LOW = 0.3;

export const claims: Claims = {
  seeds: given(SEEDS),
  short: given(budgets.short),
  long: given(budgets.long),
  rateLeast: given(rates[0]),
  rateMost: given(rates.at(-1)!),
  ...measured,
  cosineLowRate: given(LOW),
  cosineLow: rounded('0.297', 3, (assets) => lossOf('cosine', 'short', LOW, assets)),
  constantHigh: rounded('1.22', 3, (assets) => lossOf('constant', 'short', 3, assets)),
  literalApart: rounded('2.83', 2, (assets) => apart('literal', 'cosine', assets)),
  constantApart: rounded('13.1', 2, (assets) => apart('constant', 'cosine', assets)),
  lowApart: rounded('1.69', 2, (assets) => apart('cosine', 'constant', assets, 'short', LOW)),
  cutsApart: rounded('1.79', 2, (assets) => apart('cuts', 'constant', assets)),
  cutsLongApart: rounded('4.87', 2, (assets) => apart('cuts', 'constant', assets, 'long')),
  untied: given(UNTIED),
  inverseLow: given(rules.inverse.low),
  inverseHigh: given(rules.inverse.high),
  literalRule: given(rules.literal),
  coolLow: given(100 * rules.coolDown.low),
  coolHigh: given(100 * rules.coolDown.high),
};
