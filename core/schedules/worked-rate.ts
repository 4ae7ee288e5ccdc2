import { workOut, type Quantities, type Quantity, type WorkedLine } from '../formula/worked.ts';
import type { Choice, ParamSpecs } from '../params.ts';
import { buildSchedule } from './build.ts';
import { schedules, type ScheduleId } from './index.ts';
import type { InnerRate, RateArithmetic, RateSymbol, ScheduleSpec } from './schedule.ts';

/** Where a schedule is read: at index t of a run of length `total`, peak rate `peakLr`, giving the rate `lr`. */
interface Reading {
  readonly peakLr: number;
  readonly total: number;
  readonly t: number;
  readonly lr: number;
}

/** What rate and index are called: those of a schedule inside another have other symbols. */
interface Called {
  readonly name: string;
  readonly rate: RateSymbol;
  readonly t: string;
}

/**
 * How a pure schedule comes to its rate, worked out in its own symbols; the last line gives the rate. Of one that
 * is made of others theirs come first, each at its own index. Lengths are in the schedule's unit.
 */
export function workedRate(choice: Choice, reading: Reading): readonly WorkedLine[] {
  return workedAs(choice, reading, { name: 'rate', rate: { letter: '\\eta', index: 't' }, t: 't' });
}

function workedAs(choice: Choice, reading: Reading, called: Called): readonly WorkedLine[] {
  const { id, params } = choice;
  const spec = schedules[id as ScheduleId] as unknown as ScheduleSpec<string, ParamSpecs>;
  const given = spec.arithmetic(params as never, reading.total, reading.t);
  const known = quantitiesOf(spec.params, params, given, reading, called);
  const inner = (given.inner ?? []).map((one) => innerLines(one, known, reading.peakLr, called));
  const rates = (given.inner ?? []).map((one, i) => [one.name, inner[i]!.rate] as const);
  const before = given.recursive ? { before: rateBefore(choice, reading, called.rate) } : {};
  const own = workOut(
    [...(given.lines ?? []), { name: called.name, formula: given.formula }],
    { ...known, ...before, ...Object.fromEntries(rates) },
    { [called.name]: { symbol: written(called.rate), value: reading.lr } },
  );
  return [...inner.flatMap(({ lines }) => lines), ...own];
}

function rateBefore(
  choice: Choice,
  { peakLr, total, t }: Reading,
  { letter, index }: RateSymbol,
): Quantity {
  const { lr } = buildSchedule(choice, peakLr, total);
  return { symbol: written({ letter, index: `${index}-1` }), value: lr(t - 1) };
}

function written({ letter, index }: RateSymbol): string {
  return index.length === 1 ? `${letter}_${index}` : `${letter}_{${index}}`;
}

function innerLines(
  { name, symbol, choice, total, t, clock }: InnerRate,
  known: Quantities,
  peakLr: number,
  outer: Called,
): { readonly rate: Quantity; readonly lines: readonly WorkedLine[] } {
  const lr = buildSchedule(choice, peakLr, total).lr(t);
  const called = { name, rate: symbol, t: clock === undefined ? outer.t : `${outer.t}'` };
  const index = clock === undefined ? [] : [{ name: 'index', symbol: called.t, formula: clock }];
  const lines = workedAs(choice, { peakLr, total, t, lr }, called);
  return {
    rate: { symbol: written(symbol), value: lr },
    lines: [...workOut(index, known, {}), ...lines],
  };
}

/** Everything a line of the schedule may name, but for the rates of schedules inside it. */
function quantitiesOf(
  specs: ParamSpecs,
  params: Choice['params'],
  { numbers = {}, symbols = {} }: RateArithmetic,
  { peakLr, t }: Reading,
  called: Called,
): Quantities {
  const constants = Object.entries(specs).flatMap(([name, spec]): [string, Quantity][] =>
    spec.kind === 'number'
      ? [[name, { symbol: spec.symbol, value: numbers[name] ?? (params[name] as number) }]]
      : [],
  );
  const others = Object.entries(symbols).map(([name, symbol]): [string, Quantity] => [
    name,
    { symbol, value: numbers[name]! },
  ]);
  return {
    ...Object.fromEntries([...constants, ...others]),
    eta0: { symbol: '\\eta_0', value: peakLr },
    t: { symbol: called.t, value: t },
  };
}
