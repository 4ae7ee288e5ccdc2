import { ConfigError } from '../errors.ts';
import type { ExperimentConfig } from './config.ts';

/** What a run of an experiment may have otherwise than the others; all else they share. */
const own = [
  'optimizer',
  'schedule',
  'scheduleStart',
  'lr',
  'seed',
  'streams',
  'fork',
] as const satisfies readonly (keyof ExperimentConfig)[];

/**
 * Throws ConfigError 'not-shared' where one of these runs has otherwise than the first what the runs of an
 * experiment share; its path begins with the index of that run, from 0.
 */
export function checkShared(configs: readonly ExperimentConfig[]): void {
  const [first, ...others] = configs.map(sharedBy);
  for (const [i, other] of others.entries()) {
    for (const field of new Set([...first!.keys(), ...other.keys()])) {
      const [here, there] = [first!.get(field) ?? '–', other.get(field) ?? '–'];
      if (here !== there) throw new ConfigError('not-shared', `${i + 1}.${field}`, there, here);
    }
  }
}

function sharedBy(config: ExperimentConfig): ReadonlyMap<string, string> {
  const shared = Object.entries(config).filter(
    ([field]) => !(own as readonly string[]).includes(field),
  );
  return new Map(shared.map(([field, value]) => [field, JSON.stringify(value)]));
}
