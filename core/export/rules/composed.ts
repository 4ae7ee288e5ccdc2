/** Closed rules of the schedules made of others. */
import type { Choice } from '../../params.ts';
import { buildSchedule } from '../../schedules/build.ts';
import type { chained } from '../../schedules/chained.ts';
import { sequentialStarts, type sequential } from '../../schedules/sequential.ts';
import { lengthOf, TENTH } from '../../schedules/shared-params.ts';
import type { warmup } from '../../schedules/warmup.ts';
import { asFactor, num } from '../python.ts';
import { factorFunction, perLength, type RuleContext } from '../rule.ts';
import type { RuleOf } from './rule-of.ts';

export const warmupRule: RuleOf<typeof warmup> = (values, { dialect, total, inner }) => {
  const rise = lengthOf(values.warmup, total, TENTH);
  const left = Math.max(1, total - rise);
  const then = values.inner[0]!;
  const goal = buildSchedule(then, 1, left).lr(0);
  const part = perLength('(t + 1)', rise);
  const from = num(values.startFactor);
  const line = from === '0' ? part : `${from} + (1 - ${from}) * ${part}`;
  return {
    setup: factorFunction('then', inner(then, left)),
    factor: dialect.where(
      `t < ${rise}`,
      goal === 1 ? line : `${num(goal)} * ${asFactor(line)}`,
      `then(${dialect.since(rise)})`,
    ),
  };
};

export const sequentialRule: RuleOf<typeof sequential> = (
  { schedules, milestones },
  { dialect, total, inner },
) => {
  const starts = sequentialStarts(schedules.length, milestones, total);
  const call = (k: number): string => `part_${k + 1}(${k === 0 ? 't' : dialect.since(starts[k]!)})`;
  const from = (k: number): string =>
    k === schedules.length - 1
      ? call(k)
      : dialect.where(`t < ${starts[k + 1]!}`, call(k), from(k + 1));
  return {
    setup: parts(schedules, inner, (k) => Math.max(1, (starts[k + 1] ?? total) - starts[k]!)),
    factor: from(0),
  };
};

export const chainedRule: RuleOf<typeof chained> = ({ schedules }, { total, inner }) => ({
  setup: parts(schedules, inner, () => total),
  factor: schedules.map((_, k) => `part_${k + 1}(t)`).join(' * '),
});

function parts(
  schedules: readonly Choice[],
  inner: RuleContext['inner'],
  length: (k: number) => number,
): string[] {
  return schedules.flatMap((choice, k) => [
    ...(k > 0 ? [''] : []),
    ...factorFunction(`part_${k + 1}`, inner(choice, length(k))),
  ]);
}
