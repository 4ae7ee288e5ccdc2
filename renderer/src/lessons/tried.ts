import { ConfigError } from '../../../core/errors.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { MOST_TRY_SETTINGS, type LessonTry } from '../../../electron/ipc/lesson-progress.ts';

/** What challenges leave open most often is kept of every try: what they begin with may change in another version. */
const kept: readonly string[] = ['lr', 'optimizer', 'schedule'];

/** What a try has set, to be kept without words; null where it is too long. */
export function settingsOf(begun: ExperimentConfig, config: ExperimentConfig): string | null {
  const differs = (key: string): boolean => jsonOf(config, key) !== jsonOf(begun, key);
  const keys = new Set([...Object.keys(begun), ...Object.keys(config)]);
  const fields = [...keys].filter((key) => kept.includes(key) || differs(key));
  const settings = JSON.stringify(
    Object.fromEntries(fields.map((key) => [key, fieldOf(config, key) ?? null])),
  );
  return settings.length <= MOST_TRY_SETTINGS ? settings : null;
}

/** The configuration of a try; null where it was not kept, or could not run any more. */
export function configOf(
  begun: ExperimentConfig,
  { settings }: LessonTry,
): ExperimentConfig | null {
  if (settings === undefined) return null;
  try {
    const fields = { ...begun, ...(JSON.parse(settings) as object) };
    return parseExperimentConfig(
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
    );
  } catch (error) {
    if (error instanceof ConfigError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function fieldOf(config: ExperimentConfig, key: string): unknown {
  return (config as unknown as Readonly<Record<string, unknown>>)[key];
}

function jsonOf(config: ExperimentConfig, key: string): string | undefined {
  return JSON.stringify(fieldOf(config, key));
}
