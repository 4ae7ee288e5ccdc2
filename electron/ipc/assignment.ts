/** Assignments: an experiment with instructions and locked settings, as a file that opens in the Lab. */
import type { ExperimentConfig } from '../../core/experiment/config.ts';

/** Parts of an experiment that can be locked, in the order of the inspector; each is all its controls. */
export const lockableParts = [
  /** Which runs there are: their number, and which of them are forks. */
  'runs',
  'problem',
  'start',
  /** Noise or batch size, and the seeds. */
  'noise',
  'optimizer',
  'rate',
  'schedule',
  /** Steps or epochs, and the stop rules. */
  'stopping',
] as const;

export type LockablePart = (typeof lockableParts)[number];

export const MOST_TITLE = 200;
export const MOST_INSTRUCTIONS = 20_000;
export const MOST_ASSIGNED_RUNS = 8;

export interface Assignment {
  /** One line; the experiment is called so. */
  readonly title: string;
  /** What is to be done, written as notes are: formulas between dollars. */
  readonly instructions: string;
  readonly locked: readonly LockablePart[];
  /** The experiment it begins with, a configuration for each run. */
  readonly runs: readonly ExperimentConfig[];
  /** Steps per second to watch at; null: as fast as the machine goes. */
  readonly pace: number | null;
}
