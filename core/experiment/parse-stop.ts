import { ConfigError } from '../errors.ts';
import { parseChoice, parseNumber, parseObject, type NumberRange } from '../parse.ts';
import type { PatienceConfig, PatienceMetric, StopConfig } from './config.ts';

const positive = { min: 0, max: Number.MAX_VALUE, minExclusive: true } as const;
const real = { min: -1e12, max: 1e12 } as const;
const thresholds = ['lossLimit', 'lossChange', 'gradNorm', 'targetLoss'] as const;

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
  const threshold = (name: (typeof thresholds)[number], range: NumberRange): number | null => {
    const value = stop[name] ?? null;
    return value === null ? null : parseNumber(value, `stop.${name}`, range);
  };
  if ((stop['patience'] ?? null) !== null && metrics.length === 0) {
    throw new ConfigError('unknown-field', 'stop', "'patience'", thresholds.join(', '));
  }
  const patience = parsePatience(stop['patience'] ?? null, metrics);
  if (patience && evaluateEvery === 0) {
    throw new ConfigError('out-of-range', 'evaluateEvery', '0', '1 ≤ x');
  }
  return {
    lossLimit: threshold('lossLimit', positive),
    lossChange: threshold('lossChange', positive),
    gradNorm: threshold('gradNorm', positive),
    targetLoss: threshold('targetLoss', real),
    patience,
  };
}

function parsePatience(given: unknown, metrics: readonly PatienceMetric[]): PatienceConfig | null {
  if (given === null) return null;
  const patience = parseObject(given, 'stop.patience', ['metric', 'checks', 'minDelta']);
  return {
    metric: parseChoice(patience['metric'] ?? 'eval/test_loss', 'stop.patience.metric', metrics),
    checks: parseNumber(patience['checks'], 'stop.patience.checks', {
      min: 1,
      max: 1e6,
      integer: true,
    }),
    minDelta: parseNumber(patience['minDelta'] ?? 0, 'stop.patience.minDelta', {
      min: 0,
      max: 1e6,
    }),
  };
}
