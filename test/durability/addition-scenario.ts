import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { NewRun } from '../../electron/store/store.ts';
import { configOf, objective } from './scenario-config.ts';

const STEPS = 900;
/** Of the seeds; a run is told by its own. */
const FIRST = 3000;

/** What was computed before: each is the only run of its experiment. */
export const bases: readonly ExperimentConfig[] = [
  objective('quadratic-bowl'),
  { ...objective('rosenbrock', { noise: 0 }), lr: 0.0005 },
  { ...objective('quadratic-bowl'), optimizer: { id: 'adam' } },
].map((given, i) => configOf(given, FIRST + 100 * i, STEPS));

/** Additions to each experiment. */
export const ADDITIONS = 3;

/** A run beside the base, and forks of the base and of that run: all of it is added in one go. */
export function addition(base: number, which: number): readonly NewRun[] {
  const { problem, lr } = bases[base]!;
  const from = bases[base]!;
  const seed = FIRST + 100 * base + 10 * (which + 1);
  const beside = configOf({ problem, lr: lr / (which + 2) }, seed, STEPS);
  const forkOf = (origin: ExperimentConfig, step: number): ExperimentConfig =>
    configOf({ ...origin, lr: origin.lr / 3, fork: { step, from: origin } }, origin.seed, STEPS);
  // An experiment has room for eight.
  const configs =
    which === 0
      ? [beside, forkOf(from, 300), forkOf(beside, 200)]
      : [beside, forkOf(from, 300 + which)];
  return configs.map((config, i) => ({ name: nameOf(base, which, i), config }));
}

export function nameOf(base: number, which: number, i: number): string {
  return `b${base}a${which}r${i}`;
}
