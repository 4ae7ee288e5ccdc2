import { LensError, short } from './errors.ts';
import type { Expression } from './nodes.ts';
import type { Token } from './tokenizer.ts';

/** How many parts code may have, and how deep they may stand inside each other. */
const MOST_PARTS = 1024;
const MOST_DEPTH = 48;

/**
 * Goes through the tokens of code and counts what is read of them. Throws LensError where another token was to come,
 * or where it becomes too much.
 */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #position = 0;
  #parts = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Reads what stands inside of something else. */
  protected deeper<T>(at: number, read: () => T): T {
    if (++this.#depth > MOST_DEPTH) throw new LensError('too-deep', at, '', `${MOST_DEPTH}`);
    const result = read();
    this.#depth--;
    return result;
  }

  /** Counts a part that has been read. */
  protected part<P extends Expression>(node: P): P {
    if (++this.#parts > MOST_PARTS) {
      throw new LensError('too-many-parts', node.at, '', `${MOST_PARTS}`);
    }
    return node;
  }

  protected get next(): Token {
    return this.#tokens[Math.min(this.#position, this.#tokens.length - 1)]!;
  }

  /** The one behind the next. */
  protected get after(): Token {
    return this.#tokens[Math.min(this.#position + 1, this.#tokens.length - 1)]!;
  }

  protected advance(): Token {
    const token = this.next;
    this.#position++;
    return token;
  }

  /** Steps over a sign, if it is the next token. */
  protected take(sign: string): boolean {
    if (this.next.kind !== 'sign' || this.next.text !== sign) return false;
    this.advance();
    return true;
  }

  protected takeWord(word: string): boolean {
    if (this.next.kind !== 'name' || this.next.text !== word) return false;
    this.advance();
    return true;
  }

  protected sign(sign: string): void {
    if (!this.take(sign)) throw this.unexpected(sign);
  }

  protected wordOf(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected(word);
  }

  protected name(): string {
    if (this.next.kind !== 'name') throw this.unexpected();
    return this.advance().text;
  }

  protected unexpected(allowed = ''): LensError {
    const { at, text } = this.next;
    return new LensError('unexpected', at, short(text.trim()), allowed);
  }
}
