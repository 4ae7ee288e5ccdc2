import { resumeScenario } from './resume-scenario.ts';
import { scenarios, type ScenarioName, type Streamed } from './scenario.ts';

/** A fixed scenario, or a batch of those that are resumed: `resume-BATCH-SEED`. */
export type AnyScenario = ScenarioName | `resume-${number}-${number}`;

/** What a writer streams. */
export function streamed(name: AnyScenario): readonly Streamed[] {
  const [, batch, seed] = /^resume-(\d+)-(\d+)$/.exec(name) ?? [];
  if (batch === undefined) return scenarios[name as ScenarioName];
  return resumeScenario(Number(batch), Number(seed));
}
