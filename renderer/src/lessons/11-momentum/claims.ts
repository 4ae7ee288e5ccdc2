import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { noiseFloor } from '../../lib/theory.ts';
import { updatesToTarget } from '../arrival.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { parabolaRun } from '../parabola-run.ts';
import { recorded } from '../recorded.ts';

interface Terms {
  readonly condition: number;
  readonly worseCondition: number;
  readonly target: number;
  readonly plain: ExperimentConfig;
  readonly heavyBall: ExperimentConfig;
  readonly nesterov: ExperimentConfig;
  readonly begun: ExperimentConfig;
  readonly mostUpdates: number;
}

/** The usual momentum, of which the text speaks. */
const MOMENTUM = 0.9;
/** |x| from which on a swing counts as settled. */
const SETTLED = 0.01;
/** Where the heavy ball falls into a cycle. */
const CYCLE_START = 3.3;

type Ball = 'momentum' | 'nesterov';

export function claimsOf(terms: Terms): Claims {
  const { plain, heavyBall, nesterov, begun } = terms;
  const cycling = onKinks('momentum', 1 / 9, 4 / 9);
  const visited = (last: number): number =>
    recorded(cycling).at('param/0', cycling.totalSteps - last);
  return {
    condition: given(terms.condition),
    target: given(terms.target),
    plainSteps: exact(461, () => updatesToTarget(plain)),
    heavyBallSteps: exact(69, () => updatesToTarget(heavyBall)),
    nesterovSteps: exact(107, () => updatesToTarget(nesterov)),
    littleSaved: given(400),
    halfSaved: given(200),
    momentum: given(MOMENTUM),
    heavyBallOvershoot: rounded('-6.04', 3, () => overshoot(swing('momentum'))),
    nesterovOvershoot: rounded('-3.94', 3, () => overshoot(swing('nesterov'))),
    settled: given(SETTLED),
    heavyBallSettles: exact(129, () => settles(swing('momentum'))),
    nesterovSettles: exact(62, () => settles(swing('nesterov'))),
    cycleStart: given(CYCLE_START),
    cycleLow: rounded('-1.802449', 5, () => Math.min(...[0, 1, 2].map(visited))),
    cycleHigh: rounded('2.115918', 5, () => Math.max(...[0, 1, 2].map(visited))),
    cycleMiddle: rounded('0.646531', 5, () => [0, 1, 2].map(visited).toSorted((a, b) => a - b)[1]!),
    nesterovArrives: exact(12, () => updatesToTarget(onKinks('nesterov', 1 / 30, 2 / 3))),
    noisyRate: given(noisy('sgd').lr),
    plainFloor: rounded('0.002513', 3, () => noiseFloor(noisy('sgd'))!),
    heavyBallFloor: rounded('0.02507', 3, () => noiseFloor(noisy('momentum'))!),
    gain: exact(10, steadyGain),
    almostTwo: given(1 + MOMENTUM),
    hundredfold: given(100),
    worseCondition: given(terms.worseCondition),
    mostUpdates: given(terms.mostUpdates),
    begunSteps: exact(803, () => updatesToTarget(begun)),
    begunRate: given(begun.lr),
  };
}

/** f = x² / 2 from 10 at a rate of 0.1. */
function swing(id: Ball): ExperimentConfig {
  return parabolaRun({
    optimizer: { id, params: { momentum: MOMENTUM } },
    lr: 0.1,
    totalSteps: 300,
  });
}

function path(config: ExperimentConfig): readonly number[] {
  return Array.from({ length: config.totalSteps + 1 }, (_, s) => recorded(config).at('param/0', s));
}

/** How far beyond the bottom, which is at 0. */
function overshoot(config: ExperimentConfig): number {
  return Math.min(...path(config));
}

/** Updates after which x stays settled. */
function settles(config: ExperimentConfig): number {
  return path(config).findLastIndex((x) => Math.abs(x) >= SETTLED) + 1;
}

/** On a convex function that is steep, flat, and steep again; arrived at |x| < 10⁻⁶, where f = 25 x² / 2. */
function onKinks(id: Ball, lr: number, momentum: number): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'lessard-recht-packard' },
      start: [CYCLE_START],
    },
    optimizer: { id, params: { momentum } },
    schedule: { id: 'constant' },
    lr,
    totalSteps: 3000,
    stop: { targetLoss: 12.5e-12 },
  });
}

/** Gradients of f = x² / 2 with noise of deviation 1. */
function noisy(id: 'sgd' | 'momentum'): ExperimentConfig {
  return parabolaRun({
    noise: 1,
    optimizer: { id, params: id === 'sgd' ? {} : { momentum: MOMENTUM } },
    lr: 0.01,
    totalSteps: 1000,
  });
}

/** Length of a late step under a gradient that stays 1, in units of the rate. */
function steadyGain(): number {
  const config = parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'stream', stream: { id: 'constant-gradient', params: { gradient: 1 } } },
    optimizer: { id: 'momentum', params: { momentum: MOMENTUM } },
    schedule: { id: 'constant' },
    lr: 0.1,
    totalSteps: 400,
  });
  const { at } = recorded(config);
  return (at('param/0', 399) - at('param/0', 400)) / config.lr;
}
