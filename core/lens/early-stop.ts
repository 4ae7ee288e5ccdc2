import { asksMetric, clockNames } from './clock-names.ts';
import { LensError } from './errors.ts';
import { isRateName } from './names.ts';
import {
  allOf,
  expressionsOf,
  lastName,
  mentions,
  within,
  type Expression,
  type Statement,
} from './nodes.ts';

/** A loop, or the code outside of all loops, and under which conditions its lines are reached. */
interface Place {
  /** The lines of the innermost loop; null: there is none. */
  readonly loop: readonly Statement[] | null;
  /** Loops around it, itself included. */
  readonly depth: number;
  /** Whether its lines are reached only where a metric says so. */
  readonly waits: boolean;
}

const outside: Place = { loop: null, depth: 0, waits: false };

/**
 * Lets a `break` pass that changes no rate before it, and refuses every other by its place. One that waits for a metric
 * (early stopping) ends its loop at a round nobody knows beforehand, and passes
 *
 * - in the only loop that no other is around: the training ends, and every rate before was what it would have been;
 * - in a loop inside another, which goes on, only where the number of its rounds cannot tell in a rate.
 *
 * One that waits for the clock ends the training at a step that is known, and unread would make it longer than it is.
 *
 * Throws LensError 'unknown-statement'.
 */
export function checkBreaks(statements: readonly Statement[]): void {
  const outermost = outermostLoops(statements);
  const clock = clockNames(statements);
  look(statements, outside, clock, (at, { loop, depth, waits }) => {
    const harmless =
      depth === 1 ? outermost === 1 : loop !== null && !countsForRate(loop, statements);
    if (!waits || loop === null || !harmless) throw new LensError('unknown-statement', at, 'break');
  });
}

function look(
  statements: readonly Statement[],
  place: Place,
  clock: ReadonlySet<string>,
  found: (at: number, place: Place) => void,
): void {
  const enter = (block: readonly Statement[], inside: Place): void =>
    look(block, inside, clock, found);
  for (const one of statements) {
    if (one.kind === 'break') found(one.at, place);
    else if (one.kind === 'for') {
      enter(one.body, { loop: one.body, depth: place.depth + 1, waits: false });
    } else if (one.kind === 'def') enter(one.body, outside);
    else if (one.kind === 'if') {
      const waits = (met: boolean): boolean => place.waits || waitsForMetric(one.test, met, clock);
      enter(one.yes, { ...place, waits: waits(true) });
      enter(one.no, { ...place, waits: waits(false) });
    }
  }
}

/** Whether a condition comes out as `met` only where a metric says so: `loss < goal or epoch > 3` is met without one. */
function waitsForMetric(test: Expression, met: boolean, clock: ReadonlySet<string>): boolean {
  if (test.kind === 'not') return waitsForMetric(test.operand, !met, clock);
  if (test.kind !== 'operation' || (test.operator !== 'and' && test.operator !== 'or')) {
    return asksMetric(test, clock);
  }
  const [left, right] = [test.left, test.right].map((part) => waitsForMetric(part, met, clock));
  return (test.operator === 'and') === met ? left! || right! : left! && right!;
}

/** A function may be called in the loop of another: those of functions count, too. */
function outermostLoops(statements: readonly Statement[]): number {
  let loops = 0;
  for (const one of statements) {
    if (one.kind === 'for') loops++;
    else if (one.kind === 'def') loops += outermostLoops(one.body);
    else if (one.kind === 'if') loops += outermostLoops([...one.yes, ...one.no]);
  }
  return loops;
}

/**
 * Whether the number of its rounds may tell in a rate: it, or a function of the code that it calls, calls step() of what
 * is no optimizer, or sets a rate, or changes a number by what it was.
 */
function countsForRate(loop: readonly Statement[], code: readonly Statement[]): boolean {
  const calls = allOf(loop)
    .flatMap(expressionsOf)
    .flatMap(within)
    .flatMap((part) => (part.kind === 'call' ? [lastName(part.callee)] : []));
  const called = code.filter((one) => one.kind === 'def' && calls.includes(one.name));
  return allOf([...loop, ...called]).some(
    (one) => expressionsOf(one).flatMap(within).some(isSchedulerStep) || setsOrCounts(one),
  );
}

/** A scheduler may be called after its optimizer: `opt_sched`, `optim_lr`. */
function isSchedulerStep(part: Expression): boolean {
  if (part.kind !== 'call' || lastName(part.callee) !== 'step') return false;
  if (part.callee.kind !== 'member') return true;
  const name = lastName(part.callee.of);
  return !/^opt/i.test(name) || /sched|lr/i.test(name);
}

function setsOrCounts(one: Statement): boolean {
  if (one.kind !== 'assign') return false;
  const { target, operator, value } = one;
  const isRate = within(target).some(
    (part) =>
      (part.kind === 'name' && isRateName(part.name)) ||
      (part.kind === 'text' && isRateName(part.text)),
  );
  const goesOn = target.kind !== 'name' || operator !== null || mentions(value, target.name);
  return isRate || goesOn;
}
