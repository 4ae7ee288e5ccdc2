import { estimate } from '../../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { quantile } from '../../../../core/math/quantile.ts';
import { defaultParams } from '../../../../core/params.ts';
import { reduceOnPlateau } from '../../../../core/schedules/reduce-on-plateau.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { expectedEnd } from '../expected-end.ts';
import { ends, SEEDS } from './ends.ts';

interface Terms {
  readonly factor: number;
  /** The run on the stage with another patience. */
  readonly at: (patience: number) => ExperimentConfig;
  readonly patiences: readonly number[];
  readonly sureLoss: (config: ExperimentConfig) => number;
  readonly epoch: number;
  readonly epochs: number;
  /** Two schedules that do not look at the loss: one divides its own output, one the first rate. */
  readonly clock: ExperimentConfig;
  readonly closedClock: ExperimentConfig;
  readonly feedback: ExperimentConfig;
  readonly goal: number;
}

/** The patience of which the check question speaks. */
const ASKED = 2;

export function claimsOf(terms: Terms): Claims {
  const { at, factor } = terms;
  const [none, few, ten, many] = terms.patiences as [number, number, number, number];
  const meanOf = (config: ExperimentConfig): number =>
    estimate(ends(config).map(({ loss }) => loss)).mean;
  const rates = (patience: number): readonly number[] =>
    ends(at(patience)).map(({ rate }) => rate!);
  const cuts = (patience: number): number => {
    const { lr } = at(patience);
    return estimate(rates(patience).map((rate) => Math.log(rate / lr) / Math.log(factor))).mean;
  };
  return {
    factor: given(factor),
    epoch: given(terms.epoch),
    epochs: given(terms.epochs),
    repetitions: given(SEEDS.length),
    none: given(none),
    few: given(few),
    ten: given(ten),
    many: given(many),
    noneLoss: rounded('5.5e-3', 2, () => meanOf(at(none))),
    fewLoss: rounded('9.6e-4', 2, () => meanOf(at(few))),
    tenLoss: rounded('5.6e-4', 2, () => meanOf(at(ten))),
    manyLoss: rounded('3.4e-2', 2, () => meanOf(at(many))),
    noneCuts: rounded('189', 3, () => cuts(none)),
    tenCuts: rounded('11', 2, () => cuts(ten)),
    manyCuts: rounded('2.2', 2, () => cuts(many)),
    noneRate: rounded('3e-58', 1, () => quantile(Float64Array.from(rates(none)).toSorted(), 0.5)),
    clockLoss: rounded('8.9e-2', 2, () => expectedEnd(terms.clock)),
    closedLoss: rounded('1.6e-4', 2, () => expectedEnd(terms.closedClock)),
    feedbackLoss: rounded('1.0e-3', 2, () => meanOf(terms.feedback)),
    asked: given(ASKED),
    first: given(1),
    kerasCut: exact(2, () => badEpochsBeforeCut('keras')),
    pytorchCut: exact(3, () => badEpochsBeforeCut('pytorch')),
    goal: given(terms.goal),
    begunLoss: rounded('6.7e-3', 2, () => terms.sureLoss(at(none))),
  };
}

/** How many epochs in a row without progress it takes until the rate is cut. */
function badEpochsBeforeCut(dialect: 'pytorch' | 'keras'): number {
  const values = { ...defaultParams(reduceOnPlateau.params), dialect, patience: ASKED };
  const schedule = reduceOnPlateau.create(values as never, {
    lr: 1,
    total: 100,
    create: () => ({ lr: () => 1 }),
  });
  const state = schedule.init();
  schedule.observe(state, 1);
  let bad = 0;
  for (; schedule.lr(state) === 1; bad++) schedule.observe(state, 1);
  return bad;
}
