import { ConfigError } from '../../core/errors.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { refuseFile } from './file-refusal.ts';

/** Settings in a field of a part, if they can run. Throws AppError 'bad-file'. */
export function configOf(part: string, field: string, given: unknown): ExperimentConfig {
  return placed(part, field, () => parseExperimentConfig(given));
}

/** What the core says of settings, said of the field in which they stand. */
export function placed<T>(part: string, field: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { path, given, allowed } = error;
    const place = { part, field: path === '' ? field : `${field}.${path}` };
    throw refuseFile('bad-config', place, { given, allowed });
  }
}
