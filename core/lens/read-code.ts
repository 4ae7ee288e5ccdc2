import { checkBreaks } from './early-stop.ts';
import { LensError } from './errors.ts';
import { frameworkRates } from './frameworks.ts';
import { countsOf, isRateName } from './names.ts';
import { allOf, mentions, within, type Expression, type Statement } from './nodes.ts';
import { parseCode } from './parse.ts';
import type { FeedbackReading, LensSettings, RawRates, Reading } from './reading.ts';
import { recognise } from './recognise.ts';
import { rateVariable } from './rate-variable.ts';
import { simulate } from './simulate.ts';

/** No run is followed further. */
export const MOST_RATES = 100_000;

/**
 * The rates that code really yields. The code is read, never run: a restricted Python (assignments, for, if,
 * def, return) and a few calls of PyTorch and Keras, worked out by an interpreter that knows numbers only.
 * `settings` say how long the run is and what names stand for that the code leaves open.
 *
 * Throws LensError where the code is not read, and nothing else.
 */
export function readCode(code: string, settings: LensSettings): Reading {
  if (settings.epochs * settings.stepsPerEpoch > MOST_RATES) {
    throw new LensError('too-much-work', 0, '', `${MOST_RATES}`);
  }
  const statements = parseCode(code);
  checkBreaks(statements);
  const raw = ratesOf(statements, settings);
  if ('kind' in raw) return raw;
  if (raw.rates.length === 0) throw new LensError('no-rate', 0, '');
  const lr = raw.lr ?? settings.lr;
  return {
    kind: 'clock',
    rates: raw.rates,
    unit: raw.unit,
    lr,
    decay: raw.decay ?? settings.decay,
    own: { lr: raw.lr !== null, decay: raw.decay !== null },
    rule: raw.rule ?? recognise(raw.rates, lr),
    insideVelocity: isInsideVelocity(statements),
  };
}

function ratesOf(
  statements: readonly Statement[],
  settings: LensSettings,
): RawRates | FeedbackReading {
  const framework = frameworkRates(statements, settings);
  if (framework) return framework;
  const outside = statements.filter(({ kind }) => kind !== 'def');
  if (rateVariable(outside) !== null) return simulate(statements, settings);
  const function_ = statements.findLast((one) => one.kind === 'def');
  if (function_) return simulate(calledOnce(function_, statements), settings);
  throw new LensError('no-rate', 0, '');
}

/** A function that returns the rate, as a loop that asks it: of the epoch, or of the epoch and the rate before. */
function calledOnce(
  { at, name, params, body: own }: Extract<Statement, { kind: 'def' }>,
  statements: readonly Statement[],
): readonly Statement[] {
  const counter = params.find((param) => countsOf(param) !== null) ?? params[0] ?? 'epoch';
  const word = (of: string): Expression => ({ kind: 'name', name: of, at });
  const args = params.map((param) => ({
    name: null,
    value: word(param),
  }));
  const value: Expression = { kind: 'call', at, callee: word(name), args };
  const over: Expression = { kind: 'list', at, items: [] };
  const before = statements.filter((one) => one.kind === 'def' || one.kind === 'assign');
  const returns = allOf(own).filter(({ kind }) => kind === 'return');
  const last = own.at(-1);
  const rate = params.find((param) => param !== counter && isRateName(param)) ?? 'lr';
  const set = (to: Expression): Statement => ({
    kind: 'assign',
    at,
    target: word(rate),
    operator: null,
    value: to,
  });
  // With one way out its lines are the lines of the loop; with more it has to be called.
  const body =
    last?.kind === 'return' && returns.length === 1
      ? [...own.slice(0, -1), set(last.value)]
      : [set(value)];
  return [...before, { kind: 'for', at, variables: [counter], over, body }];
}

/** `v = m·v − η·g`: a product with the variable itself beside a product with the rate. */
function isInsideVelocity(statements: readonly Statement[]): boolean {
  return allOf(statements).some((one) => {
    if (one.kind !== 'assign' || one.target.kind !== 'name') return false;
    const { name } = one.target;
    const products = within(one.value).filter(
      (part) => part.kind === 'operation' && part.operator === '*',
    );
    const hasRate = (node: Expression): boolean =>
      within(node).some((part) => part.kind === 'name' && isRateName(part.name));
    return (
      !isRateName(name) &&
      products.some((part) => mentions(part, name) && !hasRate(part)) &&
      products.some((part) => hasRate(part) && !mentions(part, name))
    );
  });
}
