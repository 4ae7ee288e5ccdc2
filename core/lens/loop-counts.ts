import { isNumber, type Evaluator } from './evaluate.ts';
import { lastName, type Expression } from './nodes.ts';

/** The numbers a loop counts through: the first, and by how much each is more than the one before. */
export interface LoopCounts {
  readonly from: number;
  readonly by: number;
}

/** What a wrapper counts through that changes no number: tqdm(range(1, 11)). */
export function unwrapped(over: Expression): Expression {
  if (over.kind !== 'call' || !/^(?:tqdm|list|tuple|iter)$/.test(lastName(over.callee)))
    return over;
  const [first] = over.args;
  return first ? unwrapped(first.value) : over;
}

/** The first number that enumerate gives: its second argument, or start; of anything else 0. */
export function enumeratedFrom(over: Expression, machine: Evaluator): number {
  if (over.kind !== 'call' || lastName(over.callee) !== 'enumerate') return 0;
  const start = over.args.find(({ name }) => name === 'start') ?? over.args[1];
  const value = start ? machine.value(start.value) : 0;
  return isNumber(value) ? value : 0;
}

/** Of a range as it is written, of anything else from 0; null where a range begins at what is not known. */
export function loopCounts(written: Expression, machine: Evaluator): LoopCounts | null {
  const over = unwrapped(written);
  if (over.kind !== 'call' || lastName(over.callee) !== 'range') {
    return { from: enumeratedFrom(over, machine), by: 1 };
  }
  if (over.args.length < 2) return { from: 0, by: 1 };
  const [from, by] = [over.args[0], over.args[2]].map((one) =>
    one ? machine.value(one.value) : 1,
  ) as [ReturnType<Evaluator['value']>, ReturnType<Evaluator['value']>];
  return isNumber(from) && isNumber(by) ? { from, by } : null;
}
