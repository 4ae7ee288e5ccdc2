import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { noiseFloor } from '../../lib/theory.ts';
import { updatesToTarget } from '../arrival.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';
import { CYCLE_START, cycling, MOMENTUM, noisy, settling, swing } from './cards.ts';

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

/** |x| from which on a swing counts as settled. */
const SETTLED = 0.01;

export function claimsOf(terms: Terms): Claims {
  const { plain, heavyBall, nesterov, begun } = terms;
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
    nesterovArrives: exact(12, () => updatesToTarget(settling)),
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
