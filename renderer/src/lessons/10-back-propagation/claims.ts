import { gradientCheck } from '../../../../core/analysis/gradient-check.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { quantile } from '../../../../core/math/quantile.ts';
import { mulberry32 } from '../../../../core/math/rng.ts';
import { buildModelOnData } from '../../../../core/training/model-on-data.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';
import { repeated } from '../repeated.ts';
import { updatesToSolve } from './updates-to-solve.ts';

interface Terms {
  readonly network: (
    lr: number,
    totalSteps: number,
    others?: { hidden?: number; init?: string },
  ) => ExperimentConfig;
  readonly hidden: number;
  readonly rates: readonly number[];
  readonly seeds: readonly number[];
  readonly solved: number;
  readonly tried: readonly number[];
  readonly mostEpochs: number;
  readonly goal: number;
}

/** Epochs after which a network that has not solved it is given up. */
const LONG = 20_000;
/** Hidden units that are hardly enough. */
const NARROW = 2;

export function claimsOf(terms: Terms): Claims {
  const { network, seeds } = terms;
  const [slowest, slow, one, two, best, wild] = terms.rates as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const updates = (config: ExperimentConfig): readonly number[] =>
    repeated(config, 'init', seeds, updatesToSolve);
  const median = (lr: number): number =>
    quantile(Float64Array.from(updates(network(lr, LONG))).toSorted(), 0.5);
  const solvedBy = (config: ExperimentConfig): number =>
    updates(config).filter((n) => n < Infinity).length;
  return {
    networks: given(seeds.length),
    hidden: given(terms.hidden),
    narrow: given(NARROW),
    solvedLoss: given(terms.solved),
    slowest: given(slowest),
    slow: given(slow),
    one: given(one),
    two: given(two),
    best: given(best),
    wild: given(wild),
    slowestEpochs: exact(2898.5, () => median(slowest)),
    slowEpochs: exact(580.5, () => median(slow)),
    oneEpochs: exact(293, () => median(one)),
    twoEpochs: exact(147, () => median(two)),
    bestEpochs: exact(76.5, () => median(best)),
    long: given(LONG),
    wildSolved: exact(4, () => solvedBy(network(wild, LONG))),
    narrowSolved: exact(9, () => solvedBy(network(one, LONG, { hidden: NARROW }))),
    noneSolved: given(0),
    allSolved: exact(20, () => solvedBy(network(one, LONG))),
    zeroLoss: rounded('0.693147', 6, () =>
      recorded(network(one, 2000, { init: 'zero' })).at('train/loss', 1999),
    ),
    agreedDigits: exact(9, () => agreedDigits(network(one, 1), seeds)),
    tried: given(terms.tried.length),
    mostEpochs: given(terms.mostEpochs),
    goal: given(terms.goal),
    begunRate: given(one),
  };
}

/** To how many digits all gradients at the first weights are what differences say; not rounded up. */
function agreedDigits(config: ExperimentConfig, seeds: readonly number[]): number {
  if (config.problem.kind !== 'model') return NaN;
  const { model, dataset } = buildModelOnData(config.problem, config, {});
  const rows = Uint32Array.from({ length: dataset.train.count }, (_, i) => i);
  const worst = Math.max(
    ...seeds.map((seed) => {
      const params = model.init(mulberry32(seed));
      const { error, analytic } = gradientCheck(model, dataset.train, rows, params, mulberry32(1));
      return error / analytic;
    }),
  );
  return Math.floor(-Math.log10(worst));
}
