import { LensError, short } from './errors.ts';
import { ExpressionReader } from './parse-expression.ts';
import type { Expression, Operator, Statement } from './nodes.ts';
import { tokenize, type Token } from './tokenizer.ts';

/** No longer code is read. */
export const MOST_CHARACTERS = 4096;

/** Statements that set no rate and are passed over whole. */
const passedOver = ['import', 'from', 'assert', 'pass'];
/** Statements whose effect on a rate the lens does not work out. */
const refused = [
  ...['class', 'while', 'with', 'try', 'async', 'await', 'del', 'raise', 'yield'],
  'continue',
];

const assigning: Readonly<Record<string, Operator | null>> = {
  '=': null,
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '//=': '//',
  '**=': '**',
};

/** Reads a restricted Python: assignments, for, if, def, return, break, calls. Throws LensError for the first fault. */
export function parseCode(code: string): readonly Statement[] {
  if (code.length > MOST_CHARACTERS) {
    throw new LensError('too-long', MOST_CHARACTERS, `${code.length}`, `${MOST_CHARACTERS}`);
  }
  const statements = new StatementReader(tokenize(code)).program();
  if (statements.length === 0) throw new LensError('empty', 0, '');
  return statements;
}

class StatementReader extends ExpressionReader {
  program(): readonly Statement[] {
    const statements: Statement[] = [];
    while (this.next.kind !== 'end') statements.push(...this.#statement());
    return statements;
  }

  /** One line with its block; several where they stand on one line. */
  #statement(): readonly Statement[] {
    const { at, text, kind } = this.next;
    if (kind === 'indent') throw new LensError('bad-indent', at, '');
    if (kind === 'name') {
      if (passedOver.includes(text)) return this.#passOver();
      if (text === 'for') return [this.deeper(at, () => this.#for())];
      if (text === 'if') return [this.deeper(at, () => this.#if())];
      if (text === 'def') return [this.deeper(at, () => this.#def())];
    }
    const line = [this.#simple()];
    while (this.take(';')) {
      if (this.next.kind === 'line') break;
      line.push(this.#simple());
    }
    this.#endLine();
    return line;
  }

  #simple(): Statement {
    const { at, kind, text } = this.next;
    if (kind === 'name' && refused.includes(text))
      throw new LensError('unknown-statement', at, text);
    if (this.takeWord('break')) return { kind: 'break', at };
    if (this.takeWord('return')) {
      const bare = this.next.kind === 'line';
      return { kind: 'return', at, value: bare ? { kind: 'text', at, text: '' } : this.tuple() };
    }
    const target = this.tuple();
    // A type that is noted behind a name: `lr: float = 0.1`.
    if (this.take(':')) this.expression();
    const sign = this.next.kind === 'sign' ? this.next.text : '';
    const operator = assigning[sign];
    if (operator === undefined) return { kind: 'do', at, value: target };
    this.advance();
    return { kind: 'assign', at, target, operator, value: this.tuple() };
  }

  #for(): Statement {
    const { at } = this.advance();
    const variables = namesOf(this.target());
    this.wordOf('in');
    const over = this.tuple();
    return { kind: 'for', at, variables, over, body: this.#block() };
  }

  #if(): Statement {
    const { at } = this.advance();
    const test = this.expression();
    const yes = this.#block();
    const { text } = this.next;
    if (text === 'elif')
      return { kind: 'if', at, test, yes, no: [this.deeper(at, () => this.#if())] };
    const no = this.takeWord('else') ? this.#block() : [];
    return { kind: 'if', at, test, yes, no };
  }

  #def(): Statement {
    const { at } = this.advance();
    const name = this.name();
    this.sign('(');
    const params = this.params(')');
    this.sign(')');
    if (this.take('->')) this.expression();
    return { kind: 'def', at, name, params, body: this.#block() };
  }

  #block(): readonly Statement[] {
    this.sign(':');
    if (this.next.kind !== 'line') return this.#statement();
    this.advance();
    const first = this.advance();
    if (first.kind !== 'indent') throw new LensError('bad-indent', first.at, '');
    const body: Statement[] = [];
    while (!this.#isAt('dedent') && !this.#isAt('end')) body.push(...this.#statement());
    if (this.#isAt('dedent')) this.advance();
    return body;
  }

  #isAt(kind: Token['kind']): boolean {
    return this.next.kind === kind;
  }

  #passOver(): readonly Statement[] {
    while (this.next.kind !== 'line' && this.next.kind !== 'end') this.advance();
    this.#endLine();
    return [];
  }

  #endLine(): void {
    if (this.next.kind === 'end') return;
    if (this.next.kind !== 'line') throw this.unexpected();
    this.advance();
  }
}

function namesOf(target: Expression): readonly string[] {
  if (target.kind === 'name') return [target.name];
  if (target.kind === 'list') return target.items.flatMap(namesOf);
  throw new LensError('unexpected', target.at, short(target.kind));
}
