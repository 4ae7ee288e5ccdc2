import { divisorIn } from './divisor.ts';
import { LensError } from './errors.ts';
import { Evaluator, isNumber, type Unknown, type Value } from './evaluate.ts';
import { enumeratedFrom, unwrapped } from './loop-counts.ts';
import { countsOf, isMetricName } from './names.ts';
import { allOf, lastName, within, type Expression, type ForNode, type Statement } from './nodes.ts';
import { asLoop, rateVariable, sets, uses } from './rate-variable.ts';
import type { FeedbackReading, LensSettings, RawRates } from './reading.ts';

/** What entering a loop counts as: its lines are looked through. */
const LOOP = 50;

/** Ends a simulation when the run is as long as it is to be. */
class Enough extends Error {}

/** A rate that depends on what is not known here; the metric is what it is called. */
class Watched extends Error {
  readonly unknown: Unknown;
  constructor(unknown: Unknown) {
    super(unknown.name);
    this.unknown = unknown;
  }
}

/** Goes through assignments and loops as Python would and notes the rate that every round uses. */
export function simulate(
  statements: readonly Statement[],
  settings: LensSettings,
): RawRates | FeedbackReading {
  const name = rateVariable(statements);
  if (name === null) throw new LensError('no-rate', 0, '');
  const looped = statements.some((one) => one.kind === 'for' && sets(one.body, name));
  const program = looped ? statements : asLoop(statements, name);
  const simulation = new Simulation(settings, name);
  try {
    simulation.run(program, 0);
  } catch (error) {
    if (error instanceof Watched) return watched(error.unknown);
    if (!(error instanceof Enough)) throw error;
  }
  return simulation.result();
}

function watched({ name, at }: Unknown): FeedbackReading {
  if (isMetricName(name)) return { kind: 'feedback', metric: name };
  throw new LensError('unknown-name', at, name);
}

class Simulation {
  readonly #machine: Evaluator;
  readonly #settings: LensSettings;
  readonly #name: string;
  readonly #rates: number[] = [];
  #unit: 'epoch' | 'step' = 'epoch';
  /** The rate before the first round; null where the code computes it anew from numbers of its own. */
  #initial: number | null = null;
  #decay: number | null = null;
  #numerator: number | null = null;

  constructor(settings: LensSettings, name: string) {
    this.#settings = settings;
    this.#name = name;
    const steps = settings.epochs * settings.stepsPerEpoch;
    this.#machine = new Evaluator({ ...settings, steps });
  }

  result(): RawRates {
    const { asked } = this.#machine;
    const lr = this.#initial ?? this.#numerator ?? this.#rates[0] ?? null;
    const decay = this.#machine.ownDecay() ?? this.#decay;
    return {
      rates: this.#rates,
      unit: this.#unit,
      lr: asked.has('lr') ? null : lr,
      decay: asked.has('decay') ? null : decay,
    };
  }

  run(statements: readonly Statement[], depth: number): void {
    for (const statement of statements) this.#one(statement, depth);
  }

  #one(statement: Statement, depth: number): void {
    const machine = this.#machine;
    if (statement.kind === 'assign') machine.assign(statement);
    else if (statement.kind === 'def') machine.define(statement);
    else if (statement.kind === 'if') this.#branch(statement, depth);
    else if (statement.kind === 'for') this.#loop(statement, depth);
    // What it waits for is a number of the code after all, and it ends the loop here.
    else if (statement.kind === 'break') {
      throw new LensError('unknown-statement', statement.at, 'break');
    }
  }

  #branch({ test, yes, no }: Extract<Statement, { kind: 'if' }>, depth: number): void {
    const met = this.#machine.value(test);
    if (isNumber(met)) this.run(met === 0 ? no : yes, depth);
    else if (sets([...yes, ...no], this.#name)) {
      throw new Watched(
        met.kind === 'unknown' ? { ...met, name: metricIn(test) ?? met.name } : unknownOf(test),
      );
    }
  }

  #loop(loop: ForNode, depth: number): void {
    const { variables, body } = loop;
    this.#machine.work(loop.at, LOOP);
    const nested = body.some((one) => one.kind === 'for' && sets([one], this.#name));
    const records = sets(body, this.#name) && !nested;
    const inner = depth > 0 || this.#isStepLoop(loop);
    if (!records && !nested) return;
    if (records) this.#begin(loop, inner);
    const isUse = body.map((one) => !sets([one], this.#name) && uses(one, this.#name));
    for (const counter of this.#counts(loop, depth)) {
      this.#machine.work(loop.at);
      for (const [i, variable] of variables.entries()) {
        if (variables.length === 1 || i === 0) this.#machine.variables.set(variable, counter);
        else this.#machine.variables.set(variable, unknownOf(loop.over));
      }
      if (records) this.#round(body, isUse, depth);
      else this.run(body, depth + 1);
    }
  }

  #isStepLoop({ variables, body }: ForNode): boolean {
    const nested = body.some((one) => one.kind === 'for');
    return !nested && variables.some((name) => countsOf(name) === 'step');
  }

  #begin({ variables, body }: ForNode, inner: boolean): void {
    if (this.#rates.length > 0) return;
    this.#unit = inner ? 'step' : 'epoch';
    const before = this.#machine.variables.get(this.#name);
    if (before !== undefined && isNumber(before)) this.#initial = before;
    for (const one of allOf(body)) {
      if (one.kind !== 'assign') continue;
      const node = one.operator === '/' ? dividedBy(one.value) : one.value;
      const names = [
        ...variables,
        ...within(node).flatMap((p) => (p.kind === 'name' ? [p.name] : [])),
      ];
      for (const name of names.filter((n) => countsOf(n) !== null || variables.includes(n))) {
        const found = divisorIn(node, name, this.#machine);
        this.#decay ??= found?.decay ?? null;
        this.#numerator ??= found?.numerator ?? null;
      }
    }
  }

  /** One round: the rate it uses is the one at the first line that uses it (`isUse`), or at its end. */
  #round(body: readonly Statement[], isUse: readonly boolean[], depth: number): void {
    let noted = false;
    const note = (): void => {
      if (noted) return;
      noted = true;
      this.#note();
    };
    for (const [i, one] of body.entries()) {
      if (isUse[i]) note();
      this.#one(one, depth + 1);
    }
    note();
  }

  #note(): void {
    const t = this.#rates.length;
    const value = this.#now();
    if (!isNumber(value)) throw new Watched(value.kind === 'unknown' ? value : unknownOf(null));
    if (!Number.isFinite(value) || value < 0)
      throw new LensError('no-number', 0, `${value}`, `${t}`);
    this.#rates.push(value);
    const { epochs, stepsPerEpoch } = this.#settings;
    const most = this.#unit === 'epoch' ? epochs : epochs * stepsPerEpoch;
    if (this.#rates.length >= most) throw new Enough();
  }

  #now(): Value {
    const name = this.#name;
    return this.#machine.value({ kind: 'name', name, at: 0 });
  }

  /** What a loop counts through: a range as it is written, anything else from 0, as long as the run has it. */
  *#counts({ over: written, variables }: ForNode, depth: number): Generator<number> {
    const { epochs, stepsPerEpoch } = this.#settings;
    const over = unwrapped(written);
    if (over.kind === 'call' && lastName(over.callee) === 'range') {
      yield* this.#range(
        over.args.map(({ value }) => value),
        over.at,
      );
      return;
    }
    if (lastName(over) === 'param_groups') {
      yield 0;
      return;
    }
    const first = enumeratedFrom(over, this.#machine);
    const steps = variables.some((name) => countsOf(name) === 'step');
    const count = depth > 0 ? stepsPerEpoch : steps ? epochs * stepsPerEpoch : epochs;
    for (let n = 0; n < count; n++) yield first + n;
  }

  *#range(nodes: readonly Expression[], at: number): Generator<number> {
    const values = nodes.map((node) => {
      const value = this.#machine.value(node);
      if (!isNumber(value))
        throw new LensError('unknown-name', at, value.kind === 'unknown' ? value.name : '');
      return value;
    });
    const [from, to, by] =
      values.length === 1 ? [0, values[0]!, 1] : [values[0] ?? 0, values[1] ?? 0, values[2] ?? 1];
    if (by <= 0) throw new LensError('no-number', at, `${by}`);
    for (let n = from; n < to; n += by) yield n;
  }
}

function metricIn(test: Expression): string | null {
  const names = within(test).flatMap((part) => (part.kind === 'name' ? [part.name] : []));
  return names.find((name) => isMetricName(name)) ?? null;
}

function unknownOf(node: Expression | null): Unknown {
  return { kind: 'unknown', name: node ? node.kind : 'function', at: node?.at ?? 0 };
}

/** `lr /= x` read as 1/x: what is divided by is what matters here. */
function dividedBy(value: Expression): Expression {
  const one: Expression = { kind: 'number', at: value.at, value: 1 };
  return { kind: 'operation', at: value.at, operator: '/', left: one, right: value };
}
