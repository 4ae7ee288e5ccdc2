import { LensError } from './errors.ts';
import type { Evaluator } from './evaluate.ts';
import { loopCounts } from './loop-counts.ts';
import { within, type Expression, type Statement } from './nodes.ts';
import { sets } from './rate-variable.ts';
import type { StepCall } from './step-calls.ts';

/** What the argument of step() sets: PyTorch (1.13, where it is deprecated) goes on from the index it is given. */
export interface SetIndex {
  /** The index after call number n, n from 0. */
  readonly at: (call: number) => number;
  /** The index after the first call, where every call sets one more than the one before; else null. */
  readonly first: number | null;
}

/**
 * Null where step() has no argument. Read is the counter of a loop around it, with a whole number added; throws
 * LensError 'unknown-name' for any other, since on it the rates depend.
 */
export function setIndexOf(
  { node, loops, inside }: StepCall,
  statements: readonly Statement[],
  machine: Evaluator,
  stepsPerEpoch: number,
): SetIndex | null {
  const argument = node.args.find(({ name }) => name === null || name === 'epoch')?.value;
  if (!argument) return null;
  const counter = counterIn(argument);
  const place = loops.findIndex(({ variables }) => variables[0] === counter?.name);
  const ownMeaning =
    counter === null ||
    sets(statements, counter.name) ||
    inside.some(({ params }) => params.includes(counter.name));
  const counts = place < 0 || loops.length > 2 ? null : loopCounts(loops[place]!.over, machine);
  const first = counts && counter ? counts.from + counter.plus : -1;
  if (!counts || ownMeaning || first < 0 || counts.by <= 0) throw refused(argument);
  const round = (call: number): number => {
    if (loops.length === 1) return call;
    return place === 0 ? Math.floor(call / stepsPerEpoch) : call % stepsPerEpoch;
  };
  const rises = loops.length === 1 && counts.by === 1;
  return { at: (call) => first + counts.by * round(call), first: rises ? first : null };
}

/** `epoch`, `epoch + 1` or `epoch - 1`. */
function counterIn(node: Expression): { readonly name: string; readonly plus: number } | null {
  if (node.kind === 'name') return { name: node.name, plus: 0 };
  if (node.kind !== 'operation' || (node.operator !== '+' && node.operator !== '-')) return null;
  const { left, right, operator } = node;
  if (left.kind !== 'name' || right.kind !== 'number' || !Number.isInteger(right.value))
    return null;
  return { name: left.name, plus: operator === '+' ? right.value : -right.value };
}

function refused(argument: Expression): LensError {
  const named = within(argument).find((part) => part.kind === 'name');
  return new LensError('unknown-name', (named ?? argument).at, named?.name ?? argument.kind);
}
