import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Workload } from '../workloads.ts';

/** A workload ready to be trained by one contender. */
export interface Training {
  /** Loss of the first batch at the given weights; null where weights cannot be given. */
  readonly firstLoss: number | null;
  /** Makes this many steps, computing and keeping the loss of each. */
  run(steps: number): void;
}

/** A library, or ours; null where it has no such model. */
export type Contender = (workload: Workload) => Training | null | Promise<Training | null>;

const requirePeer = createRequire(join(import.meta.dirname, '../peers/package.json'));

/** A library that was installed for comparison only; the caller says what it uses of it. */
export const peer = <T>(name: string): T => requirePeer(name) as T;
