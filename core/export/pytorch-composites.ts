import type { Choice } from '../params.ts';
import { buildSchedule } from '../schedules/build.ts';
import { sequentialStarts } from '../schedules/sequential.ts';
import { lengthOf, TENTH } from '../schedules/shared-params.ts';
import { scalar } from './dialect.ts';
import { float, indent } from './python.ts';
import { nativeOf, type Native } from './pytorch-schedulers.ts';
import { factorFunction } from './rule.ts';
import { ruleOf } from './rules/index.ts';

/** A scheduler made of others. */
interface Composite {
  readonly classes: readonly string[];
  readonly setup: readonly string[];
  readonly body: readonly string[];
}

interface Part {
  readonly schedule: Choice;
  readonly total: number;
  readonly native: Native | null;
}

/**
 * Composed schedules by SequentialLR or ChainedScheduler; null where these would not follow the rule: a part
 * that moves momentum, a change-over at 0 (SequentialLR begins with its first part whatever the milestones),
 * or, in ChainedScheduler, a part that overwrites the rate instead of multiplying it.
 */
export function compositeOf(schedule: Choice, lr: number, total: number): Composite | null {
  const { id, params } = schedule;
  if (id === 'chained') return stacked(params['schedules'] as readonly Choice[], lr, total);
  if (id === 'sequential') {
    const inner = params['schedules'] as readonly Choice[];
    const starts = sequentialStarts(inner.length, params['milestones'] as readonly number[], total);
    const parts = inner.map((choice, k) =>
      partOf(choice, lr, Math.max(1, (starts[k + 1] ?? total) - starts[k]!)),
    );
    return inSequence(parts, starts.slice(1));
  }
  return id === 'warmup' ? warmedUp(schedule, lr, total) : null;
}

function partOf(schedule: Choice, lr: number, total: number): Part {
  const native = nativeOf(schedule, lr, total);
  return { schedule, total, native: native?.restarts ? native : null };
}

/** LinearLR reaches its end at total_iters, the warm-up one update earlier: hence W − 1, and the first factor. */
function warmedUp({ params }: Choice, lr: number, total: number): Composite | null {
  const rise = lengthOf(params['warmup'] as number, total, TENTH);
  const from = params['startFactor'] as number;
  const inner = (params['inner'] as readonly Choice[])[0]!;
  const left = Math.max(1, total - rise);
  const first = from + (1 - from) / rise;
  const aimsAtPeak = buildSchedule(inner, 1, left).lr(0) === 1;
  if (!aimsAtPeak || rise < 2 || first <= 0 || first > 1) return null;
  const exact = from === 0 ? `1 / ${rise}` : float(first);
  const args = `start_factor=${exact}, end_factor=1.0, total_iters=${rise - 1}`;
  const line: Part = {
    schedule: inner,
    total: rise,
    native: { name: 'LinearLR', args, restarts: true, stacks: true },
  };
  return inSequence([line, partOf(inner, lr, left)], [rise]);
}

function inSequence(parts: readonly Part[], milestones: readonly number[]): Composite | null {
  const strictly = milestones.every((at, k) => at > (milestones[k - 1] ?? 0));
  if (!strictly || parts.length < 2 || parts.some(movesMomentum)) return null;
  const made = parts.map((part, k) => make(part, `part_${k + 1}`));
  return {
    classes: [...new Set(['SequentialLR', ...made.map(({ name }) => name)])],
    setup: made.flatMap(({ setup }) => setup).slice(0, -1),
    body: [
      'return SequentialLR(',
      ...indent(['optimizer,', '[']),
      ...indent(
        made.map(({ expression }) => `${expression},`),
        2,
      ),
      ...indent(['],', `milestones=[${milestones.join(', ')}],`]),
      ')',
    ],
  };
}

function movesMomentum({ schedule, total, native }: Part): boolean {
  return native === null && buildSchedule(schedule, 1, total).momentum !== undefined;
}

function make(
  { schedule, total, native }: Part,
  name: string,
): { readonly name: string; readonly expression: string; readonly setup: readonly string[] } {
  if (native) {
    return {
      name: native.name,
      expression: `${native.name}(optimizer, ${native.args})`,
      setup: [],
    };
  }
  return {
    name: 'LambdaLR',
    expression: `LambdaLR(optimizer, ${name})`,
    setup: [...factorFunction(name, ruleOf(schedule, scalar, total)), ''],
  };
}

function stacked(inner: readonly Choice[], lr: number, total: number): Composite | null {
  const natives = inner.map((choice) => nativeOf(choice, lr, total));
  if (!natives.every((native) => native?.stacks)) return null;
  const made = natives.filter((native) => native !== null);
  return {
    classes: [...new Set(['ChainedScheduler', ...made.map(({ name }) => name)])],
    setup: [],
    body: [
      'return ChainedScheduler([',
      ...indent(made.map(({ name, args }) => `${name}(optimizer, ${args}),`)),
      '])',
    ],
  };
}
