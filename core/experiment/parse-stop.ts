import { datasetSizes } from '../datasets/build.ts';
import { ConfigError } from '../errors.ts';
import { parseChoice, parseNumber, parseObject, type NumberRange } from '../parse.ts';
import type { PatienceConfig, PatienceMetric, ProblemConfig, StopConfig } from './config.ts';

const positive: NumberRange = { min: 0, max: Number.MAX_VALUE, minExclusive: true };

/** What the thresholds may be. */
export const stopRanges = {
  lossLimit: positive,
  lossChange: positive,
  gradNorm: positive,
  targetLoss: { min: -1e12, max: 1e12 },
} as const satisfies Partial<Record<keyof StopConfig, NumberRange>>;
export type StopThreshold = keyof typeof stopRanges;

const thresholds = Object.keys(stopRanges) as StopThreshold[];

/** What the numbers of patience may be. */
export const patienceRanges = {
  checks: { min: 1, max: 1e6, integer: true },
  minDelta: { min: 0, max: 1e6 },
} as const satisfies Partial<Record<keyof PatienceConfig, NumberRange>>;

/** What patience may watch: a regression has no accuracy, an objective or a stream no held-out data. */
export function patienceMetricsOf(problem: ProblemConfig): readonly PatienceMetric[] {
  if (problem.kind !== 'model') return [];
  const { classes } = datasetSizes(problem.dataset);
  return classes === null ? ['eval/test_loss'] : ['eval/test_loss', 'eval/test_accuracy'];
}

/**
 * The stop rules. Patience needs one of `metrics`, those that the problem has on held-out data, and
 * evaluations every `evaluateEvery` steps.
 */
export function parseStop(
  given: unknown,
  metrics: readonly PatienceMetric[],
  evaluateEvery: number,
): StopConfig {
  const stop = parseObject(given ?? {}, 'stop', [...thresholds, 'patience']);
  const threshold = (name: StopThreshold): number | null => {
    const value = stop[name] ?? null;
    return value === null ? null : parseNumber(value, `stop.${name}`, stopRanges[name]);
  };
  if ((stop['patience'] ?? null) !== null && metrics.length === 0) {
    throw new ConfigError('unknown-field', 'stop', "'patience'", thresholds.join(', '));
  }
  const patience = parsePatience(stop['patience'] ?? null, metrics);
  if (patience && evaluateEvery === 0) {
    throw new ConfigError('out-of-range', 'evaluateEvery', '0', '1 ≤ x');
  }
  return {
    lossLimit: threshold('lossLimit'),
    lossChange: threshold('lossChange'),
    gradNorm: threshold('gradNorm'),
    targetLoss: threshold('targetLoss'),
    patience,
  };
}

function parsePatience(given: unknown, metrics: readonly PatienceMetric[]): PatienceConfig | null {
  if (given === null) return null;
  const patience = parseObject(given, 'stop.patience', ['metric', 'checks', 'minDelta']);
  return {
    metric: parseChoice(patience['metric'] ?? 'eval/test_loss', 'stop.patience.metric', metrics),
    checks: parseNumber(patience['checks'], 'stop.patience.checks', patienceRanges.checks),
    minDelta: parseNumber(
      patience['minDelta'] ?? 0,
      'stop.patience.minDelta',
      patienceRanges.minDelta,
    ),
  };
}
