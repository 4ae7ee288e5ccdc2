import { LensError, short } from './errors.ts';
import type { DefNode, Expression, Statement } from './nodes.ts';
import { allOf, lastName } from './nodes.ts';
import { roleOf, type Role } from './names.ts';

/** A value the lens does not know: a gradient, a loss, an object. It names where it came from. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly name: string;
  readonly at: number;
}

export interface Callable {
  readonly kind: 'function';
  readonly params: readonly string[];
  readonly body: Expression | DefNode;
}

export type Value = number | Unknown | Callable;
export type Settings = Readonly<Record<Role, number>>;

/** So many parts are worked out before a computation is given up. */
const MOST_WORK = 2_000_000;
/** Functions may call each other so deep. */
const MOST_CALLS = 32;

const functions: Readonly<Record<string, (...args: number[]) => number>> = {
  exp: Math.exp,
  log: (x, base) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base)),
  sqrt: Math.sqrt,
  floor: Math.floor,
  ceil: Math.ceil,
  cos: Math.cos,
  sin: Math.sin,
  abs: Math.abs,
  fabs: Math.abs,
  pow: Math.pow,
  power: Math.pow,
  min: Math.min,
  max: Math.max,
  minimum: Math.min,
  maximum: Math.max,
  float: (x) => x,
  int: Math.trunc,
};
const constants: Readonly<Record<string, number>> = { True: 1, False: 0, pi: Math.PI, e: Math.E };

export const isNumber = (value: Value): value is number => typeof value === 'number';

/** Works out expressions with an interpreter of its own: numbers in, numbers or unknowns out, nothing else can happen. */
export class Evaluator {
  readonly variables = new Map<string, Value>();
  /** Settings the code left open and read. */
  readonly asked = new Set<Role>();
  readonly #settings: Settings;
  #work = 0;
  #calls = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Counts parts of the work; throws LensError where it becomes too much. */
  work(at: number, parts = 1): void {
    this.#work += parts;
    if (this.#work > MOST_WORK) throw new LensError('too-much-work', at, '');
  }

  value(node: Expression): Value {
    this.work(node.at);
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'name':
        return this.#named(node.name, node.at);
      case 'negate':
        return this.#numeric(node, [node.operand], (x) => -x!);
      case 'not':
        return this.#numeric(node, [node.operand], (x) => (x === 0 ? 1 : 0));
      case 'operation': {
        const { operator, left, right } = node;
        return this.#numeric(node, [left, right], (a, b) => operate(operator, a!, b!));
      }
      case 'choice': {
        const test = this.value(node.test);
        if (!isNumber(test)) return test;
        return this.value(test === 0 ? node.no : node.yes);
      }
      case 'call':
        return this.#call(node);
      case 'member':
        if (
          /^(?:math|np|numpy|torch|tf)$/.test(lastName(node.of)) &&
          Object.hasOwn(constants, node.name)
        ) {
          return constants[node.name]!;
        }
        return unknown(node.name, node.at);
      case 'lambda':
        return { kind: 'function', params: node.params, body: node.body };
      case 'text':
      case 'item':
      case 'list':
        return unknown(node.kind, node.at);
    }
  }

  /** A function of numbers; Python calls it with as many as it has parameters. */
  apply(callable: Callable, args: readonly Value[], at: number): Value {
    if (++this.#calls > MOST_CALLS) throw new LensError('too-deep', at, '', `${MOST_CALLS}`);
    const { params, body } = callable;
    const locals = [...params, ...(body.kind === 'def' ? assignedIn(body.body) : [])];
    const before = locals.map((name) => [name, this.variables.get(name)] as const);
    params.forEach((name, i) => this.variables.set(name, args[i] ?? unknown(name, at)));
    const result = body.kind === 'def' ? this.returned(body.body) : this.value(body);
    for (const [name, value] of before) {
      if (value === undefined) this.variables.delete(name);
      else this.variables.set(name, value);
    }
    this.#calls--;
    return result ?? unknown('None', at);
  }

  /** A name stands for the function from now on. */
  define(body: DefNode): void {
    const { name, params } = body;
    this.variables.set(name, { kind: 'function', params, body });
  }

  /** What a function's statements return: assignments, if and return are read. */
  returned(statements: readonly Statement[]): Value | null {
    for (const statement of statements) {
      if (statement.kind === 'return') return this.value(statement.value);
      if (statement.kind === 'if') {
        const test = this.value(statement.test);
        if (!isNumber(test)) return test;
        const inner = this.returned(test === 0 ? statement.no : statement.yes);
        if (inner !== null) return inner;
      } else if (statement.kind === 'for' || statement.kind === 'def') {
        throw new LensError('unknown-statement', statement.at, statement.kind);
      } else if (statement.kind === 'assign') this.assign(statement);
    }
    return null;
  }

  assign({ target, operator, value }: Extract<Statement, { kind: 'assign' }>): void {
    if (target.kind !== 'name') {
      if (target.kind !== 'list') return;
      for (const [i, part] of target.items.entries()) {
        const given = value.kind === 'list' ? value.items[i] : undefined;
        if (part.kind === 'name') {
          this.variables.set(part.name, given ? this.value(given) : unknown(part.name, part.at));
        }
      }
      return;
    }
    const result =
      operator === null
        ? this.value(value)
        : this.value({ kind: 'operation', at: target.at, operator, left: target, right: value });
    this.variables.set(target.name, result);
  }

  /** The decay a name in the code was set to; null where none was. */
  ownDecay(): number | null {
    for (const [name, value] of this.variables) {
      if (roleOf(name) === 'decay' && isNumber(value)) return value;
    }
    return null;
  }

  #named(name: string, at: number): Value {
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    if (Object.hasOwn(constants, name) && name.length > 1) return constants[name]!;
    const role = roleOf(name);
    if (role === null) return unknown(name, at);
    this.asked.add(role);
    return this.#settings[role];
  }

  #call(node: Extract<Expression, { kind: 'call' }>): Value {
    const name = lastName(node.callee);
    const args = node.args.map(({ value }) => value);
    if (node.callee.kind === 'name') {
      const own = this.variables.get(name);
      if (own !== undefined && !isNumber(own) && own.kind === 'function') {
        return this.apply(
          own,
          args.map((arg) => this.value(arg)),
          node.at,
        );
      }
      if (name === 'len') {
        this.asked.add('stepsPerEpoch');
        return this.#settings.stepsPerEpoch;
      }
    }
    // Without arguments it is about an object that is not known: losses.min().
    if (!Object.hasOwn(functions, name) || args.length === 0) return unknown(`${name}()`, node.at);
    return this.#numeric(node, args, functions[name]!);
  }

  #numeric(
    { at }: Expression,
    parts: readonly Expression[],
    of: (...numbers: number[]) => number,
  ): Value {
    const numbers: number[] = [];
    for (const part of parts) {
      const value = this.value(part);
      if (isNumber(value)) numbers.push(value);
      else return value.kind === 'unknown' ? value : unknown('function', at);
    }
    return of(...numbers);
  }
}

/** Names that statements set: inside of a function they are its own. */
function assignedIn(statements: readonly Statement[]): readonly string[] {
  return allOf(statements).flatMap((one) => {
    if (one.kind !== 'assign') return [];
    const targets = one.target.kind === 'list' ? one.target.items : [one.target];
    return targets.flatMap((target) => (target.kind === 'name' ? [target.name] : []));
  });
}

function unknown(name: string, at: number): Unknown {
  return { kind: 'unknown', name: short(name), at };
}

function operate(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return a - b * Math.floor(a / b);
    case '**':
      return a ** b;
    case '<':
      return Number(a < b);
    case '>':
      return Number(a > b);
    case '<=':
      return Number(a <= b);
    case '>=':
      return Number(a >= b);
    case '!=':
      return Number(a !== b);
    case 'and':
      return a === 0 ? a : b;
    case 'or':
      return a === 0 ? b : a;
    default:
      return Number(a === b);
  }
}
