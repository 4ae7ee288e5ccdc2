import { LensError } from './errors.ts';
import { countsOf, isRateName } from './names.ts';
import {
  allOf,
  expressionsOf,
  lastName,
  mentions,
  within,
  type Expression,
  type Statement,
} from './nodes.ts';

/** Calls that train: a rate set behind them is used by the next round only. */
const TRAINS = /^(?:train|fit|update|step|run_epoch)/;

/** The variable that holds the rate: the last one assigned under a name rates have. */
export function rateVariable(statements: readonly Statement[]): string | null {
  const names = allOf(statements).flatMap((one) =>
    one.kind === 'assign' && one.target.kind === 'name' && isRateName(one.target.name)
      ? [one.target.name]
      : [],
  );
  return names.at(-1) ?? null;
}

/** Lines without a loop, as the body of one: what sets up first is not repeated. */
export function asLoop(statements: readonly Statement[], name: string): readonly Statement[] {
  const repeats = (one: Statement): boolean =>
    allOf([one]).some(
      (inner) =>
        expressionsOf(inner)
          .slice(inner.kind === 'assign' ? 1 : 0)
          .some((node) => within(node).some(isCounter)) || isUpdate(inner, name),
    );
  const first = statements.findIndex(repeats);
  if (first < 0) throw new LensError('no-rate', statements[0]!.at, name);
  const body = statements.slice(first);
  const counter =
    body
      .flatMap((one) => allOf([one]))
      .flatMap(expressionsOf)
      .flatMap(within)
      .find(isCounter) ?? null;
  const variable = counter?.kind === 'name' ? counter.name : 'epoch';
  const at = body[0]!.at;
  const over: Expression = { kind: 'list', at, items: [] };
  return [...statements.slice(0, first), { kind: 'for', at, variables: [variable], over, body }];
}

function isCounter(node: Expression): boolean {
  return node.kind === 'name' && countsOf(node.name) !== null;
}

/** `lr = … lr …` and `lr /= …`. */
function isUpdate(one: Statement, name: string): boolean {
  if (one.kind !== 'assign' || one.target.kind !== 'name' || one.target.name !== name) return false;
  return one.operator !== null || mentions(one.value, name);
}

/** Whether statements, or their blocks, assign a variable. */
export function sets(statements: readonly Statement[], name: string): boolean {
  return allOf(statements).some(
    (one) => one.kind === 'assign' && one.target.kind === 'name' && one.target.name === name,
  );
}

/** Whether a statement uses the rate, or trains with whatever rate was set. */
export function uses(one: Statement, name: string): boolean {
  if (one.kind === 'do' && one.value.kind === 'call' && lastName(one.value.callee) === 'print') {
    return false;
  }
  return allOf([one])
    .flatMap(expressionsOf)
    .flatMap(within)
    .some((part) => {
      if (part.kind === 'name') return part.name === name;
      return part.kind === 'call' && TRAINS.test(lastName(part.callee));
    });
}
