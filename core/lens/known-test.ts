import { isNumber, type Evaluator } from './evaluate.ts';
import { allOf, lastName, within, type Expression, type Statement } from './nodes.ts';

export type Outcome = boolean | 'unknown';

/**
 * How a condition comes out in every round alike: one that asks whether there is a scheduler, which there is, or one of
 * numbers that the code sets once. Any other is not followed from round to round: 'unknown'. `isOwn`: what is called the
 * scheduler.
 */
export function knownTest(
  test: Expression,
  statements: readonly Statement[],
  machine: Evaluator,
  isOwn: (object: string) => boolean,
): Outcome {
  const isScheduler = (node: Expression): boolean => isOwn(lastName(node));
  if (test.kind === 'not') {
    const met = knownTest(test.operand, statements, machine, isOwn);
    return met === 'unknown' ? met : !met;
  }
  if (isScheduler(test)) return true;
  if (test.kind === 'operation' && isScheduler(test.left) && lastName(test.right) === 'None') {
    if (test.operator === 'is' || test.operator === '==') return false;
    if (test.operator === '!=') return true;
  }
  const names = within(test).flatMap((part) => (part.kind === 'name' ? [part.name] : []));
  if (!names.every((name) => /^(?:True|False)$/.test(name) || isSetOnce(name, statements))) {
    return 'unknown';
  }
  const value = machine.value(test);
  return isNumber(value) ? value !== 0 : 'unknown';
}

function isSetOnce(name: string, statements: readonly Statement[]): boolean {
  const all = allOf(statements);
  const setting = all.filter(
    (one) => one.kind === 'assign' && within(one.target).some((part) => lastName(part) === name),
  );
  const counts = all.some((one) => one.kind === 'for' && one.variables.includes(name));
  const [only] = setting;
  return setting.length === 1 && only?.kind === 'assign' && only.operator === null && !counts;
}
