import { estimate } from '../../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { buildObjective } from '../../../../core/objectives/build.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';
import {
  HIGH_START,
  inValleys,
  nearSaddle,
  OFF_AXIS,
  RATES,
  STARTING_RATE,
  STARTS,
} from './cards.ts';
import { ends, SEEDS } from './ends.ts';

interface Terms {
  readonly small: ExperimentConfig;
  readonly large: ExperimentConfig;
  readonly linear: ExperimentConfig;
  readonly literal: ExperimentConfig;
  readonly sureLoss: (config: ExperimentConfig) => number;
  readonly goal: number;
}

/** Loss below which one has left the saddle, where it is 0. */
const LEFT_SADDLE = -0.2;

export function claimsOf({ small, large, linear, literal, sureLoss, goal }: Terms): Claims {
  const meanLoss = (config: ExperimentConfig): number =>
    estimate(ends(config).map(({ loss }) => loss)).mean;
  const percentBetter = (config: ExperimentConfig): number =>
    (100 * ends(config).filter(({ x }) => x < ridge()).length) / SEEDS.length;
  return {
    start: exact(0.95, () => recorded(large).at('param/0', 0)),
    steps: given(large.totalSteps),
    repetitions: given(SEEDS.length),
    smallRate: given(small.lr),
    largeRate: given(large.lr),
    better: rounded('-1.0467', 3, () => endOf(inValleys(-1, STARTING_RATE))),
    betterLoss: rounded('-0.1024', 3, () => lossAfter(inValleys(-1, STARTING_RATE))),
    worse: rounded('0.9456', 3, () => endOf(inValleys(1, STARTING_RATE))),
    worseLoss: rounded('0.0974', 3, () => lossAfter(inValleys(1, STARTING_RATE))),
    smallLoss: rounded('0.1028', 3, () => meanLoss(small)),
    largeLoss: rounded('0.0063', 2, () => meanLoss(large)),
    linearLoss: rounded('-0.0878', 3, () => meanLoss(linear)),
    literalLoss: rounded('0.1182', 3, () => meanLoss(literal)),
    smallPercent: exact(0, () => percentBetter(small)),
    largePercent: rounded('83.8', 3, () => percentBetter(large)),
    linearPercent: rounded('93.5', 3, () => percentBetter(linear)),
    literalPercent: rounded('4.7', 2, () => percentBetter(literal)),
    startingRate: given(STARTING_RATE),
    leftStart: given(STARTS.left),
    rightStart: given(STARTS.right),
    leftEnd: rounded('-1.0467', 3, () => endOf(inValleys(STARTS.left, STARTING_RATE))),
    rightEnd: rounded('0.9456', 3, () => endOf(inValleys(STARTS.right, STARTING_RATE))),
    highStart: given(HIGH_START),
    staying: given(RATES.staying),
    stayingEnd: rounded('0.9456', 3, () => endOf(inValleys(HIGH_START, RATES.staying))),
    jumping: given(RATES.jumping),
    jumpingEnd: rounded('-1.0467', 3, () => endOf(inValleys(HIGH_START, RATES.jumping))),
    cycling: given(RATES.cycling),
    cycleLength: exact(2, () => cycleLength(inValleys(HIGH_START, RATES.cycling))),
    hotPercent: rounded('86', 2, () => 100 * (1 - shareOfWorse(large))),
    coldShare: rounded('2.5e-9', 2, () => shareOfWorse(small)),
    onAxis: exact(0, () => recorded(nearSaddle(0)).at('param/1', nearSaddle(0).totalSteps)),
    offAxis: given(OFF_AXIS),
    leavesAt: exact(194, () => {
      const { at } = recorded(nearSaddle(OFF_AXIS));
      let step = 0;
      while (at('train/loss', step) >= LEFT_SADDLE) step++;
      return step;
    }),
    goal: given(goal),
    goalPercent: rounded('90.0', 2, () => {
      const [left, right] = [-1, 1].map((x) => lossAfter(inValleys(x, STARTING_RATE)));
      return (100 * (right! - goal)) / (right! - left!);
    }),
    begunLoss: rounded('0.0145', 3, () => sureLoss(large)),
  };

  /** The place between the valleys at which the slope vanishes: the highest there. */
  function ridge(): number {
    const { slope } = ground(large);
    let [low, high] = [-0.5, 0.5];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (slope(middle) > 0) low = middle;
      else high = middle;
    }
    return low;
  }

  /** What the density exp(−2 f / (η σ²)) puts into the worse valley, of all it has. */
  function shareOfWorse(config: ExperimentConfig): number {
    const { height, noise } = ground(config);
    const temperature = (config.lr * noise ** 2) / 2;
    const mass = (from: number, to: number): number => {
      const cells = 20_000;
      const width = (to - from) / cells;
      let sum = 0;
      for (let i = 0; i < cells; i++) {
        sum += Math.exp(-height(from + (i + 0.5) * width) / temperature) * width;
      }
      return sum;
    };
    const [left, right] = [mass(-4, ridge()), mass(ridge(), 4)];
    return right / (left + right);
  }
}

function endOf(config: ExperimentConfig): number {
  return recorded(config).at('param/0', config.totalSteps);
}

function lossAfter(config: ExperimentConfig): number {
  return recorded(config).at('train/loss', config.totalSteps);
}

/** After how many updates x is back where it was, at the end; Infinity: not within ten. */
function cycleLength(config: ExperimentConfig): number {
  const { at } = recorded(config);
  const before = (steps: number): number => at('param/0', config.totalSteps - steps);
  for (let steps = 1; steps <= 10; steps++) {
    if (Math.abs(before(steps) - before(0)) < 1e-9) return steps;
  }
  return Infinity;
}

/** Height and slope of the objective in one dimension, and the noise of its gradient. */
function ground({ problem }: ExperimentConfig): {
  readonly height: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly noise: number;
} {
  if (problem.kind !== 'objective') throw new Error('no objective');
  const objective = buildObjective(problem);
  const grad = new Float64Array(1);
  const height = (x: number): number => objective.valueAndGrad(Float64Array.of(x), grad);
  const slope = (x: number): number => {
    height(x);
    return grad[0]!;
  };
  return { height, slope, noise: problem.noise };
}
