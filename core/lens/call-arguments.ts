import { divisorIn } from './divisor.ts';
import { LensError } from './errors.ts';
import { isNumber, type Callable, type Evaluator, type Value } from './evaluate.ts';
import { allOf, expressionsOf, type CallNode, type Expression } from './nodes.ts';

/** The arguments of a call by their names. */
export class Arguments {
  readonly #nodes = new Map<string, Expression>();
  readonly #machine: Evaluator;
  readonly #call: CallNode;

  constructor(call: CallNode, names: readonly string[], machine: Evaluator) {
    this.#call = call;
    this.#machine = machine;
    const positional = call.args.filter(({ name }) => name === null);
    for (const [i, { value }] of positional.entries()) {
      const name = names[i];
      if (name !== undefined) this.#nodes.set(name, value);
    }
    for (const { name, value } of call.args) if (name !== null) this.#nodes.set(name, value);
  }

  optional(name: string): number | null {
    const node = this.#nodes.get(name);
    if (!node) return null;
    return this.#numberAt(this.#machine.value(node), node.at, name);
  }

  number(name: string, usual?: number): number {
    const value = this.optional(name) ?? usual;
    if (value !== undefined) return value;
    throw new LensError('unknown-name', this.#call.at, name);
  }

  is(name: string): boolean {
    return (this.optional(name) ?? 0) !== 0;
  }

  /** A function in an argument, as numbers to a number. */
  callable(name: string): (...args: number[]) => number {
    const node = this.#nodes.get(name);
    const callable = this.#callable(name);
    return (...args) =>
      this.#numberAt(this.#machine.apply(callable, args, node!.at), node!.at, name);
  }

  /** The decay in a function that divides by 1 + decay·t. */
  divisor(): number | null {
    const name = this.#nodes.has('lr_lambda') ? 'lr_lambda' : 'schedule';
    if (!this.#nodes.has(name)) return null;
    const { params, body } = this.#callable(name);
    const nodes = body.kind === 'def' ? allOf(body.body).flatMap(expressionsOf) : [body];
    for (const node of nodes) {
      const found = divisorIn(node, params[0] ?? '', this.#machine);
      if (found) return found.decay;
    }
    return null;
  }

  #callable(name: string): Callable {
    const node = this.#nodes.get(name) ?? this.#call;
    const value = node === this.#call ? 0 : this.#machine.value(node);
    if (!isNumber(value) && value.kind === 'function') return value;
    throw new LensError('unknown-name', node.at, isNumber(value) ? name : value.name);
  }

  #numberAt(value: Value, at: number, name: string): number {
    if (isNumber(value)) return value;
    throw new LensError(
      'unknown-name',
      value.kind === 'unknown' ? value.at : at,
      value.kind === 'unknown' ? value.name : name,
    );
  }
}
