import type { Assets } from '../../core/datasets/dataset.ts';
import { ConfigError } from '../../core/errors.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { extended, firstOtherRate } from '../../core/training/extension.ts';
import type { ComputedRun, RunDetail } from '../ipc/run.ts';
import { AppError } from '../ipc/reply.ts';
import { badConfig } from '../ipc/schemas.ts';
import { expectNotTrashed } from './continuation.ts';
import { expectComputed } from '../ipc/expect-computed.ts';

export interface ExtensionSurroundings {
  readonly engineVersion: string;
  readonly assets: Assets;
  /** Awaited between pieces of work, so that nobody waits long. */
  readonly breathe: () => Promise<void>;
}

/**
 * The configuration with which a finished run goes on for so many more steps. Throws AppError where it cannot be the
 * longer run, bit for bit: it ended otherwise, another engine computed it, or its schedule would have used other rates.
 */
export async function extensionOf(
  detail: RunDetail,
  steps: number,
  { engineVersion, assets, breathe }: ExtensionSurroundings,
): Promise<ExperimentConfig> {
  const { id, config, engineVersion: engine } = expectFinished(detail);
  if (engine !== engineVersion) {
    const details = { given: engine, allowed: engineVersion };
    throw new AppError('other-engine', `run ${id} was computed by another engine`, details);
  }
  const longer = longerConfig(config, config.totalSteps + steps);
  const search = firstOtherRate(config, longer, assets);
  for (let found = search.next(); ; found = search.next()) {
    if (!found.done) {
      await breathe();
      continue;
    }
    if (found.value === null) return longer;
    const { step, of, at, was, would } = found.value;
    throw new AppError('other-rates', `run ${id}: ${of} of the update after step ${at}`, {
      step: String(step),
      of,
      at: String(at),
      was: String(was),
      would: String(would),
      total: String(longer.totalSteps),
    });
  }
}

/** Throws AppError where it is in the trash, has no settings, or did not end as planned. */
export function expectFinished(detail: RunDetail): ComputedRun {
  expectNotTrashed(detail);
  const run = expectComputed(detail.run);
  const { id, state } = run;
  if (state === 'finished') return run;
  throw new AppError('wrong-state', `run ${id} is ${state}`, { state, allowed: 'finished' });
}

function longerConfig(config: ExperimentConfig, totalSteps: number): ExperimentConfig {
  try {
    return extended(config, totalSteps);
  } catch (error) {
    throw error instanceof ConfigError ? badConfig(error) : error;
  }
}
