import type { oneCycle } from '../../schedules/one-cycle.ts';
import { lengthOf } from '../../schedules/shared-params.ts';
import { define, float, num } from '../python.ts';
import { wave } from './waves.ts';
import type { RuleOf } from './rule-of.ts';

/** Closed rule of one cycle: from corner to corner, along half cosine waves or straight lines. */
export const oneCycleRule: RuleOf<typeof oneCycle> = (values, { dialect, total }) => {
  const n = lengthOf(values.length, total);
  const peak = values.riseShare * n - 1;
  const start = 1 / values.startDivisor;
  const end = start / values.endDivisor;
  const turns = values.threePhase ? [0, peak, 2 * peak, n - 1] : [0, peak, n - 1];
  const corners = values.threePhase ? [start, 1, start, end] : [start, 1, end];
  const phase = (k: number): string => {
    const [since, until] = [turns[k - 1]!, turns[k]!];
    if (until < 0) return phase(k + 1);
    const x = since === until ? '1' : `(now - ${num(since)}) / ${num(until - since)}`;
    const part = `ramp(${float(corners[k - 1]!)}, ${float(corners[k]!)}, ${x.replace('(now - 0)', 'now')})`;
    return k === turns.length - 1
      ? part
      : dialect.where(`now <= ${num(until)}`, part, phase(k + 1));
  };
  const ramp =
    values.anneal === 'cos'
      ? `return end + (start - end) * ${wave(dialect, 'x')}`
      : 'return start + (end - start) * x';
  return {
    setup: define('ramp(start, end, x)', [ramp]),
    body: [`now = ${dialect.min('t', `${n - 1}`)}`],
    factor: phase(1),
  };
};
