import type { Choice } from '../params.ts';
import { buildSchedule } from '../schedules/build.ts';
import { Arguments } from './call-arguments.ts';
import { LensError } from './errors.ts';
import { Evaluator, isNumber } from './evaluate.ts';
import { known, knownCalls, oldKeras, type Known, type RateOf } from './known-calls.ts';
import { isRateName } from './names.ts';
import { allOf, expressionsOf, lastName, within, type CallNode, type Statement } from './nodes.ts';
import type { FeedbackReading, KnownRule, LensSettings, RawRates } from './reading.ts';
import { setIndexOf, type SetIndex } from './step-argument.ts';
import { stepCallOf } from './step-calls.ts';

const SCHEDULE = /(?:LR|Decay|Schedule|Scheduler|Restarts|OnPlateau|SequentialLR)$/;
const OPTIMIZER = /^(?:SGD|Adam\w*|RMSprop|Adagrad|Adadelta|Nadam|NAdam|RAdam|Lion)$/;

/** The rates of a framework's call, if the code has one that sets them; null if it has none. */
export function frameworkRates(
  statements: readonly Statement[],
  settings: LensSettings,
): RawRates | FeedbackReading | null {
  const calls = allOf(statements)
    .flatMap(expressionsOf)
    .flatMap(within)
    .filter((node) => node.kind === 'call');
  const call = calls.find(isSchedule);
  if (!call) return null;
  const name = lastName(call.callee);
  if (/OnPlateau$/.test(name)) return { kind: 'feedback', metric: name };
  const spec = Object.hasOwn(known, name) ? known[name]! : isOldKeras(call) ? oldKeras : null;
  const second = calls.find((other) => other !== call && isSchedule(other));
  const odd = spec ? second : call;
  if (odd) throw new LensError('unknown-call', odd.at, lastName(odd.callee), knownCalls.join(', '));
  return ratesOf(spec!, call, calls, statements, settings);
}

function isSchedule(call: CallNode): boolean {
  const name = lastName(call.callee);
  return (SCHEDULE.test(name) && /^[A-Z]/.test(name)) || isOldKeras(call);
}

function isOldKeras({ callee, args }: CallNode): boolean {
  return OPTIMIZER.test(lastName(callee)) && args.some(({ name }) => name === 'decay');
}

function ratesOf(
  spec: Known,
  call: CallNode,
  calls: readonly CallNode[],
  statements: readonly Statement[],
  settings: LensSettings,
): RawRates {
  const { epochs, stepsPerEpoch } = settings;
  const machine = new Evaluator({ ...settings, steps: epochs * stepsPerEpoch });
  for (const one of allOf(statements)) setUp(machine, one);
  const given = new Arguments(call, spec.args, machine);
  const own = given.optional('initial_learning_rate') ?? optimizerRate(calls, machine);
  const lr = own ?? settings.lr;
  const stepped = spec.counts === 'calls' ? stepCallOf(statements, call, machine) : null;
  const { unit, early } = stepped ?? {
    unit: spec.counts === 'updates' ? ('step' as const) : ('epoch' as const),
    early: 0,
  };
  const set = stepped && setIndexOf(stepped, statements, machine, stepsPerEpoch);
  const choice = spec.choice?.(given) ?? null;
  const rate: RateOf = choice ? buildSchedule(choice, lr, epochs).lr : spec.rate!(given, lr);
  const rates: number[] = [];
  let before = lr;
  const count = unit === 'epoch' ? epochs : epochs * stepsPerEpoch;
  for (let n = 0; n < count + early; n++) {
    before = rate(set && n > 0 ? set.at(n - 1) : n, before);
    if (!Number.isFinite(before) || before < 0) {
      throw new LensError('no-number', call.at, `${before}`, `${n}`);
    }
    if (n >= early) rates.push(before);
  }
  const decay = given.optional('decay_rate') ?? given.optional('decay') ?? given.divisor();
  return {
    rates,
    unit,
    lr: machine.asked.has('lr') ? null : own,
    decay: machine.asked.has('decay') ? null : (machine.ownDecay() ?? decay),
    rule: choice && ruleOf(choice, lr, early, set),
  };
}

/** Null where the index is set otherwise than from one number on. */
function ruleOf(choice: Choice, lr: number, early: number, set: SetIndex | null): KnownRule | null {
  if (!set) return { choice, lr, shift: early };
  if (set.first === null) return null;
  const shift = set.first - 1 + early;
  // What comes behind the training leaves the first rate as it was made.
  return early === 1 || shift <= 0 ? { choice, lr, shift } : null;
}

/** Constants and functions, wherever the code sets them; what a loop does to them is not followed. */
function setUp(machine: Evaluator, one: Statement): void {
  if (one.kind === 'def') machine.define(one);
  else if (one.kind === 'assign' && one.operator === null && one.target.kind === 'name') {
    const value = machine.value(one.value);
    if (isNumber(value) || value.kind === 'function') machine.assign(one);
  }
}

/** The rate that the optimizer was made with. */
function optimizerRate(calls: readonly CallNode[], machine: Evaluator): number | null {
  for (const { callee, args } of calls) {
    if (!OPTIMIZER.test(lastName(callee))) continue;
    const named = args.find(({ name }) => name !== null && isRateName(name));
    const positional = args.filter(({ name }) => name === null);
    for (const arg of named ? [named] : positional.slice().reverse()) {
      const value = machine.value(arg.value);
      if (isNumber(value)) return value;
    }
  }
  return null;
}
