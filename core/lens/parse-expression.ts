import { LensError } from './errors.ts';
import type { Argument, Comparison, Expression, Operator } from './nodes.ts';
import { TokenReader } from './token-reader.ts';
import type { Token } from './tokenizer.ts';

type Infix = Operator | Comparison | 'and' | 'or';

const COMPARISON = 4;
/** Python's precedence, from the weakest. */
const strength: Readonly<Partial<Record<string, number>>> = {
  or: 1,
  and: 2,
  ...Object.fromEntries(
    ['==', '!=', '<', '>', '<=', '>=', 'in', 'is'].map((sign) => [sign, COMPARISON]),
  ),
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '**': 8,
};
const NOT = 3;
const SIGN = 7;
const POWER = 8;

const keywords = ['else', 'elif', 'for', 'in', 'if', 'def', 'return', 'import', 'class', 'while'];

/** Reads expressions by precedence climbing (Pratt 1973); statements build on it. */
export class ExpressionReader extends TokenReader {
  /** An expression, or several with commas between them as a list. */
  protected tuple(): Expression {
    const { at } = this.next;
    const items = [this.expression()];
    while (this.take(',')) {
      if (this.next.kind === 'line' || this.next.text === '=') break;
      items.push(this.expression());
    }
    return items.length === 1 ? items[0]! : this.part({ kind: 'list', at, items });
  }

  /** What stands between `for` and `in`. */
  protected target(): Expression {
    const { at } = this.next;
    const one = (): Expression => {
      const { at: here } = this.next;
      if (this.take('(')) {
        const inner = this.deeper(here, () => this.target());
        this.sign(')');
        return inner;
      }
      return this.part({ kind: 'name', at: here, name: this.name() });
    };
    const items = [one()];
    while (this.take(',')) items.push(one());
    return items.length === 1 ? items[0]! : this.part({ kind: 'list', at, items });
  }

  protected expression(): Expression {
    const { at } = this.next;
    return this.deeper(at, () => {
      if (this.takeWord('lambda')) {
        const params = this.params(':');
        this.sign(':');
        return this.part({ kind: 'lambda', at, params, body: this.expression() });
      }
      const yes = this.#infix(0);
      if (!this.takeWord('if')) return yes;
      const test = this.#infix(0);
      this.wordOf('else');
      return this.part({ kind: 'choice', at, test, yes, no: this.expression() });
    });
  }

  #infix(least: number): Expression {
    let left = this.#prefix();
    /** What a comparison before this one compared with: a < b < c is a < b and b < c. */
    let between: Expression | null = null;
    for (;;) {
      const { at, text } = this.next;
      const here = this.#strength;
      if (here === null || here <= least) return left;
      this.advance();
      const isNot = text === 'is' && this.takeWord('not');
      const right = this.deeper(at, () => this.#infix(text === '**' ? POWER - 2 : here));
      const operator = text as Infix;
      const chained = here === COMPARISON ? between : null;
      const of = chained ?? left;
      let found: Expression = this.part({ kind: 'operation', at, operator, left: of, right });
      if (isNot) found = this.part({ kind: 'not', at, operand: found });
      left = chained
        ? this.part({ kind: 'operation', at, operator: 'and', left, right: found })
        : found;
      between = here === COMPARISON ? right : null;
    }
  }

  /** Of the next token as an operator; null where it is none. */
  get #strength(): number | null {
    const { kind, text } = this.next;
    if ((kind !== 'sign' && kind !== 'name') || !Object.hasOwn(strength, text)) return null;
    return strength[text]!;
  }

  #prefix(): Expression {
    const { at } = this.next;
    if (this.take('-')) {
      const operand = this.deeper(at, () => this.#infix(SIGN));
      return this.part({ kind: 'negate', at, operand });
    }
    if (this.take('+')) return this.deeper(at, () => this.#infix(SIGN));
    if (this.takeWord('not')) {
      const operand = this.deeper(at, () => this.#infix(NOT));
      return this.part({ kind: 'not', at, operand });
    }
    if (this.take('*') || this.take('**')) return this.deeper(at, () => this.#prefix());
    return this.#tail(this.#atom());
  }

  #atom(): Expression {
    const { at, kind, text } = this.next;
    if (kind === 'number') {
      this.advance();
      return this.part({ kind, at, value: Number(text.replaceAll('_', '')) });
    }
    if (kind === 'text') {
      this.advance();
      return this.part({ kind, at, text });
    }
    if (kind === 'name' && !keywords.includes(text)) {
      return this.part({ kind, at, name: this.name() });
    }
    const close = closing[text];
    if (kind === 'sign' && close !== undefined) return this.#bracketed(close);
    throw this.unexpected();
  }

  /** `( … )` is what stands in it; with commas, and as `[ … ]`, a list. */
  #bracketed(close: string): Expression {
    const open = this.advance();
    const items: Expression[] = [];
    let listed = close !== ')';
    while (this.next.text !== close) {
      items.push(this.expression());
      if (close === '}' && this.take(':')) items.push(this.expression());
      if (!this.take(',')) break;
      listed = true;
    }
    this.#close(open, close);
    if (!listed && items.length === 1) return items[0]!;
    return this.part({ kind: 'list', at: open.at, items });
  }

  /** What follows an atom: `.name`, `[index]`, `(arguments)`. */
  #tail(start: Expression): Expression {
    let node = start;
    for (;;) {
      const open = this.next;
      if (open.kind !== 'sign') return node;
      if (this.take('.')) {
        node = this.part({ kind: 'member', at: node.at, of: node, name: this.name() });
      } else if (this.take('[')) {
        const index = this.next.text === ':' ? this.#all() : this.tuple();
        if (this.take(':') && this.next.text !== ']') this.expression();
        this.#close(open, ']');
        node = this.part({ kind: 'item', at: node.at, of: node, index });
      } else if (this.take('(')) {
        const args = this.#arguments();
        this.#close(open, ')');
        node = this.part({ kind: 'call', at: node.at, callee: node, args });
      } else return node;
    }
  }

  #all(): Expression {
    return this.part({ kind: 'text', at: this.next.at, text: ':' });
  }

  #arguments(): readonly Argument[] {
    const args: Argument[] = [];
    while (this.next.text !== ')') {
      const named = this.next.kind === 'name' && this.after.text === '=';
      const name = named ? this.name() : null;
      if (named) this.sign('=');
      args.push({ name, value: this.expression() });
      if (!this.take(',')) break;
    }
    return args;
  }

  /** Names of parameters; their defaults and types are read and left. */
  protected params(end: string): readonly string[] {
    const names: string[] = [];
    while (this.next.text !== end) {
      while (this.take('*') || this.take('**'));
      names.push(this.name());
      if (end === ')' && this.take(':')) this.expression();
      if (this.take('=')) this.expression();
      if (!this.take(',')) break;
    }
    return names;
  }

  #close(open: Token, close: string): void {
    if (this.take(close)) return;
    if (this.next.kind === 'end' || this.next.kind === 'line') {
      throw new LensError('unclosed', open.at, open.text, close);
    }
    throw this.unexpected();
  }
}

const closing: Readonly<Partial<Record<string, string>>> = { '(': ')', '[': ']', '{': '}' };
