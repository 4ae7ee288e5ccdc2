import { LensError } from './errors.ts';
import { isMetricName, isRateName } from './names.ts';
import {
  allOf,
  expressionsOf,
  lastName,
  mentions,
  within,
  type Expression,
  type Statement,
} from './nodes.ts';

/** A loop, or the code outside of all loops, and the conditions under which its lines are reached. */
interface Place {
  /** The lines of the innermost loop; null: there is none. */
  readonly loop: readonly Statement[] | null;
  /** Loops around it, itself included. */
  readonly depth: number;
  /** Conditions within that loop. */
  readonly tests: readonly Expression[];
}

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
  look(statements, { loop: null, depth: 0, tests: [] }, (at, { loop, depth, tests }) => {
    const waits = tests.some(asksMetric);
    const harmless = depth === 1 ? outermost === 1 : loop !== null && !countsForRate(loop);
    if (!waits || loop === null || !harmless) throw new LensError('unknown-statement', at, 'break');
  });
}

function look(
  statements: readonly Statement[],
  place: Place,
  found: (at: number, place: Place) => void,
): void {
  for (const one of statements) {
    if (one.kind === 'break') found(one.at, place);
    else if (one.kind === 'for') {
      look(one.body, { loop: one.body, depth: place.depth + 1, tests: [] }, found);
    } else if (one.kind === 'def') look(one.body, { loop: null, depth: 0, tests: [] }, found);
    else if (one.kind === 'if') {
      const inside = { ...place, tests: [...place.tests, one.test] };
      look(one.yes, inside, found);
      look(one.no, inside, found);
    }
  }
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

function asksMetric(test: Expression): boolean {
  return within(test).some(
    (part) => (part.kind === 'name' || part.kind === 'member') && isMetricName(part.name),
  );
}

/**
 * Whether the number of its rounds may tell in a rate: it calls step() of what is no optimizer, or sets a rate, or
 * changes a number by what it was.
 */
function countsForRate(loop: readonly Statement[]): boolean {
  return allOf(loop).some(
    (one) => expressionsOf(one).flatMap(within).some(isSchedulerStep) || setsOrCounts(one),
  );
}

function isSchedulerStep(part: Expression): boolean {
  if (part.kind !== 'call' || lastName(part.callee) !== 'step') return false;
  return !(part.callee.kind === 'member' && /^opt/i.test(lastName(part.callee.of)));
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
