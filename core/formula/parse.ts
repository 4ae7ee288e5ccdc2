import { FormulaError } from './errors.ts';
import {
  binaryFunctions,
  constants,
  unaryFunctions,
  type ConstantName,
  type FunctionName,
} from './functions.ts';
import type { Formula, FormulaNode, Operator } from './nodes.ts';
import { describe, isSign, short, splitVariables, tokenize, type Token } from './tokenizer.ts';

/**
 * Reads a formula as people write it: `0.5(x^2 + 20y^2)`, `1 - exp(-x²/2)`, `-x^2` for −(x²).
 *
 * Precedence climbing (Pratt 1973): + − bind least, then × ÷, then a sign in front, then powers, which
 * group from the right. A missing × is understood after a number, a name or a closing parenthesis and
 * binds like a written one, from left to right: `1/2x` is ½ · x. Neighbouring variables may touch: `xy`.
 * Names are looked up while reading, in fixed tables; what is not there is refused with its position.
 */

export const MOST_CHARACTERS = 4096;
export const MOST_NODES = 512;
/** How deep parentheses, functions, signs in front and exponents may stand inside each other. */
export const MOST_DEPTH = 64;

const SUM = 10;
const PRODUCT = 20;
const SIGN = 25;
const POWER = 30;

const strength: Readonly<Record<Operator, number>> = {
  '+': SUM,
  '-': SUM,
  '*': PRODUCT,
  '/': PRODUCT,
  '^': POWER,
};

/** Throws FormulaError for the first fault. `variables` are the names of the coordinates. */
export function parseFormula(text: string, variables: readonly string[]): Formula {
  if (text.length > MOST_CHARACTERS) {
    throw new FormulaError(
      'too-long',
      MOST_CHARACTERS,
      text.length - MOST_CHARACTERS,
      `${text.length}`,
      `≤ ${MOST_CHARACTERS}`,
    );
  }
  return new Parser(tokenize(text), variables).formula();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #variables: readonly string[];
  readonly #occurs: boolean[];
  #position = 0;
  #size = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], variables: readonly string[]) {
    this.#tokens = splitVariables(tokens, variables);
    this.#variables = variables;
    this.#occurs = variables.map(() => false);
  }

  formula(): Formula {
    const first = this.#next;
    if (first.kind === 'end') throw new FormulaError('empty', 0, 0, '', this.#allNames());
    const root = this.#expression(0);
    const rest = this.#next;
    if (rest.kind !== 'end') this.#refuse(rest);
    return Object.freeze({
      root,
      variables: Object.freeze([...this.#variables]),
      occurs: Object.freeze([...this.#occurs]),
      size: this.#size,
    });
  }

  /** An expression whose operators all bind more strongly than `least`. */
  #expression(least: number): FormulaNode {
    let left = this.#operand();
    for (;;) {
      const token = this.#next;
      if (token.kind === 'superscript') {
        if (POWER <= least) return left;
        this.#position++;
        const right = this.#node({ kind: 'number', value: token.value });
        left = this.#node({ kind: 'operation', operator: '^', left, right });
        continue;
      }
      const operator = operatorOf(token);
      if (operator === null || strength[operator] <= least) return left;
      if (token.kind === 'sign' && token.sign !== '(') this.#position++;
      const right =
        operator === '^'
          ? this.#deeper(token, () => this.#expression(POWER - 1))
          : this.#expression(strength[operator]);
      left = this.#node({ kind: 'operation', operator, left, right });
    }
  }

  #operand(): FormulaNode {
    const token = this.#next;
    this.#position++;
    if (token.kind === 'number') return this.#node({ kind: 'number', value: token.value });
    if (token.kind === 'name') return this.#named(token, token.name);
    if (token.kind === 'sign') {
      if (token.sign === '-') {
        const operand = this.#deeper(token, () => this.#expression(SIGN));
        return this.#node({ kind: 'negate', operand });
      }
      if (token.sign === '+') return this.#deeper(token, () => this.#expression(SIGN));
      if (token.sign === '(') {
        const inner = this.#deeper(token, () => this.#expression(0));
        this.#close(token);
        return inner;
      }
    }
    throw new FormulaError('missing-operand', token.at, token.length, describe(token));
  }

  #named(token: Token, name: string): FormulaNode {
    const index = this.#variables.indexOf(name);
    if (index >= 0) {
      this.#occurs[index] = true;
      return this.#node({ kind: 'variable', index });
    }
    if (name in constants) return this.#node({ kind: 'constant', name: name as ConstantName });
    if (name in unaryFunctions) return this.#call(token, name as FunctionName, 1, 1);
    if (name in binaryFunctions) {
      const { mostArguments } = binaryFunctions[name as keyof typeof binaryFunctions];
      return this.#call(token, name as FunctionName, 2, mostArguments);
    }
    throw new FormulaError('unknown-name', token.at, token.length, short(name), this.#allNames());
  }

  #call(token: Token, name: FunctionName, fewest: number, most: number): FormulaNode {
    const open = this.#next;
    if (!isSign(open, '(')) {
      throw new FormulaError('missing-parenthesis', open.at, 0, name, `${name}(…)`);
    }
    this.#position++;
    const args = this.#deeper(token, () => {
      const list = [this.#expression(0)];
      while (isSign(this.#next, ',')) {
        this.#position++;
        list.push(this.#expression(0));
      }
      return list;
    });
    this.#close(open);
    if (args.length < fewest || args.length > most) {
      const allowed = fewest === most ? `${fewest}` : `${fewest}–${most}`;
      throw new FormulaError(
        'wrong-argument-count',
        token.at,
        token.length,
        `${args.length}`,
        allowed,
      );
    }
    return this.#node({ kind: 'call', name, args: Object.freeze(args) });
  }

  #close(open: Token): void {
    const token = this.#next;
    if (isSign(token, ')')) this.#position++;
    else if (token.kind === 'end') {
      throw new FormulaError('unclosed-parenthesis', open.at, open.length, '(', ')');
    } else this.#refuse(token);
  }

  #deeper<T>(token: Token, read: () => T): T {
    if (++this.#depth > MOST_DEPTH) {
      const { at, length } = token;
      throw new FormulaError('too-deep', at, length, `${this.#depth}`, `≤ ${MOST_DEPTH}`);
    }
    const result = read();
    this.#depth--;
    return result;
  }

  #node(node: FormulaNode): FormulaNode {
    if (++this.#size > MOST_NODES) {
      const { at, length } = this.#tokens[this.#position - 1]!;
      throw new FormulaError('too-many-parts', at, length, `> ${MOST_NODES}`, `≤ ${MOST_NODES}`);
    }
    return Object.freeze(node);
  }

  /** The expression before this token is complete, and the token cannot follow it. */
  #refuse(token: Token): never {
    const code = isSign(token, ')')
      ? 'unexpected-parenthesis'
      : isSign(token, ',')
        ? 'unexpected-comma'
        : 'missing-operator';
    throw new FormulaError(code, token.at, token.length, describe(token));
  }

  get #next(): Token {
    return this.#tokens[Math.min(this.#position, this.#tokens.length - 1)]!;
  }

  #allNames(): string {
    const known = [constants, unaryFunctions, binaryFunctions].flatMap((names) =>
      Object.keys(names),
    );
    return [...this.#variables, ...known].join(', ');
  }
}

/** The operator a token stands for between two operands; a name or `(` means a product left unwritten. */
function operatorOf(token: Token): Operator | null {
  if (token.kind === 'name') return '*';
  if (token.kind !== 'sign') return null;
  if (token.sign === '(') return '*';
  return token.sign === ')' || token.sign === ',' ? null : token.sign;
}
