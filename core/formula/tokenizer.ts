import { FormulaError } from './errors.ts';

/**
 * Cuts a formula into tokens in one pass from left to right; every character is looked at a fixed number
 * of times. The language has no strings, no member access, no assignment, no comments and no regular
 * expressions, so there is nothing to cut but numbers, names and a few signs.
 */

export type Sign = '+' | '-' | '*' | '/' | '^' | '(' | ')' | ',';

export type Token = {
  /** Position in the text, in UTF-16 units from 0. */
  readonly at: number;
  readonly length: number;
} & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: Sign }
  /** x²: an exponent written high. */
  | { readonly kind: 'superscript'; readonly value: number }
  | { readonly kind: 'end' }
);

/** Signs as people type or paste them, by character. */
const signs = new Map<string, Sign>([
  ...['+', '＋'].map((c) => [c, '+'] as const),
  ...['-', '−', '–', '－'].map((c) => [c, '-'] as const),
  ...['*', '·', '×', '⋅', '∙'].map((c) => [c, '*'] as const),
  ...['/', '÷'].map((c) => [c, '/'] as const),
  ['^', '^'],
  ...['(', '（'].map((c) => [c, '('] as const),
  ...[')', '）'].map((c) => [c, ')'] as const),
  ...[',', '，'].map((c) => [c, ','] as const),
]);

const spaces = ' \t\n\r\u00a0\u3000';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const isDigit = (c: string): boolean => c >= '0' && c <= '9' && c.length === 1;
const isLetter = (c: string): boolean =>
  (c >= 'a' && c <= 'z' && c.length === 1) || (c >= 'A' && c <= 'Z' && c.length === 1);

/** The tokens of a text, an `end` token last. Throws FormulaError for a character that has no meaning. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charAt(at);
    if (spaces.includes(c)) {
      at++;
      continue;
    }
    const token = readToken(text, at, c);
    tokens.push(token);
    at += token.length;
  }
  tokens.push({ kind: 'end', at: text.length, length: 0 });
  return tokens;
}

function readToken(text: string, at: number, c: string): Token {
  if (isDigit(c) || (c === '.' && isDigit(text.charAt(at + 1)))) return readNumber(text, at);
  if (isLetter(c)) {
    const end = skip(text, at, (next) => isLetter(next) || isDigit(next));
    return { kind: 'name', name: text.slice(at, end), at, length: end - at };
  }
  if (c === 'π') return { kind: 'name', name: 'pi', at, length: 1 };
  const sign = signs.get(c);
  if (sign) {
    const length = c === '*' && text.charAt(at + 1) === '*' ? 2 : 1;
    return { kind: 'sign', sign: length === 2 ? '^' : sign, at, length };
  }
  if (superscripts.includes(c)) return readSuperscript(text, at);
  const code = text.codePointAt(at)!;
  throw new FormulaError('unknown-character', at, code > 0xffff ? 2 : 1, printable(code));
}

/** Digits with at most one point, and an exponent only where digits follow: `2e` is 2 · e, `2e3` is 2000. */
function readNumber(text: string, at: number): Token {
  let end = skip(text, at, isDigit);
  if (text.charAt(end) === '.') end = skip(text, end + 1, isDigit);
  const mark = text.charAt(end);
  if (mark === 'e' || mark === 'E') {
    const sign = text.charAt(end + 1);
    const digits = sign === '+' || sign === '-' ? end + 2 : end + 1;
    if (isDigit(text.charAt(digits))) end = skip(text, digits, isDigit);
  }
  const value = Number(text.slice(at, end));
  if (Number.isFinite(value)) return { kind: 'number', value, at, length: end - at };
  throw new FormulaError('bad-number', at, end - at, short(text.slice(at, end)), '< 1.8e308');
}

function readSuperscript(text: string, at: number): Token {
  const end = skip(text, at, (next) => next !== '' && superscripts.includes(next));
  let value = 0;
  for (let i = at; i < end; i++) value = 10 * value + superscripts.indexOf(text.charAt(i));
  return { kind: 'superscript', value, at, length: end - at };
}

function skip(text: string, from: number, belongs: (c: string) => boolean): number {
  let end = from;
  while (end < text.length && belongs(text.charAt(end))) end++;
  return end;
}

/** A character as a person can see it: itself if it is printable ASCII, else its code point. */
function printable(code: number): string {
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(code);
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const SHORT = 40;

/** A part of the text, cut to a length that fits into a sentence. */
export function short(part: string): string {
  return part.length > SHORT ? `${part.slice(0, SHORT)}…` : part;
}

/** Cuts names that consist of one-letter variables only, `xy` for instance, into these variables. */
export function splitVariables(
  tokens: readonly Token[],
  variables: readonly string[],
): readonly Token[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'name' || token.length < 2 || variables.includes(token.name)) return [token];
    const letters = Array.from(token.name);
    if (!letters.every((letter) => variables.includes(letter))) return [token];
    return letters.map((name, i): Token => ({ kind: 'name', name, at: token.at + i, length: 1 }));
  });
}

export function isSign(token: Token, sign: Sign): boolean {
  return token.kind === 'sign' && token.sign === sign;
}

/** What stands at a token, for an error message. */
export function describe(token: Token): string {
  if (token.kind === 'sign') return token.sign;
  if (token.kind === 'name') return short(token.name);
  return token.kind === 'end' ? '' : `${token.value}`;
}
