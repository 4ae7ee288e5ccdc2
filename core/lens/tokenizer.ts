import { LensError, short } from './errors.ts';

/**
 * Cuts Python-like code into tokens in one pass: numbers, names, texts, signs, ends of lines and the depth
 * of every line. Comments and empty lines vanish; inside brackets a line goes on. Nothing is ever executed.
 */

export interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'sign' | 'line' | 'indent' | 'dedent' | 'end';
  /** As it stands in the code, ** and // included. */
  readonly text: string;
  /** Position in the code, in UTF-16 units from 0. */
  readonly at: number;
}

const NUMBER = /^(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/;
const NAME = /^[\p{L}_][\p{L}\p{N}_₀-₉]*/u;
const TEXT =
  /^[a-zA-Z]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/;
const SIGN = /^(?:\*\*=|\/\/=|\*\*|\/\/|==|!=|<=|>=|\+=|-=|\*=|\/=|->|[-+*/%=<>()[\]{},:.;@])/;
const BLANK = /^(?:[ \t\r\f\u00a0\u3000]+|\\\r?\n)/;

/** The tokens of a text, an `end` token last. Throws LensError for what has no meaning. */
export function tokenize(code: string): readonly Token[] {
  const tokens: Token[] = [];
  /** Columns at which the open blocks begin; the first line sets the first. */
  const blocks: number[] = [];
  let open = 0;
  let at = 0;
  let fresh = true;
  while (at < code.length) {
    const rest = code.slice(at, at + SLICE);
    if (fresh && open === 0) {
      const width = /^[ \t\u00a0\u3000]*/.exec(rest)![0];
      const next = code.charAt(at + width.length);
      if (next !== '' && !'\r\n#'.includes(next)) indent(tokens, blocks, column(width), at);
      at += width.length;
      fresh = false;
      continue;
    }
    const c = rest.charAt(0);
    if (c === '\n') {
      if (open === 0) {
        if (tokens.length > 0 && !startsLine(tokens)) tokens.push({ kind: 'line', text: '', at });
        fresh = true;
      }
      at++;
      continue;
    }
    if (c === '#') {
      while (at < code.length && code.charAt(at) !== '\n') at++;
      continue;
    }
    const blank = BLANK.exec(rest)?.[0];
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const token = readToken(code, rest, at);
    tokens.push(token);
    if (token.kind === 'sign' && '([{'.includes(token.text)) open++;
    if (token.kind === 'sign' && ')]}'.includes(token.text)) open = Math.max(0, open - 1);
    at += token.text.length;
  }
  const end = code.length;
  if (tokens.length > 0 && !startsLine(tokens)) tokens.push({ kind: 'line', text: '', at: end });
  for (let i = 1; i < blocks.length; i++) tokens.push({ kind: 'dedent', text: '', at: end });
  tokens.push({ kind: 'end', text: '', at: end });
  return tokens;
}

/** No token is longer than the longest code that is read. */
const SLICE = 4096;

function readToken(code: string, rest: string, at: number): Token {
  for (const [kind, shape] of shapes) {
    const text = shape.exec(rest)?.[0];
    if (text) return { kind, text, at };
  }
  const c = String.fromCodePoint(code.codePointAt(at)!);
  throw new LensError('unknown-character', at, short(c));
}

const shapes = [
  ['text', TEXT],
  ['number', NUMBER],
  ['name', NAME],
  ['sign', SIGN],
] as const;

function startsLine(tokens: readonly Token[]): boolean {
  const kind = tokens.at(-1)!.kind;
  return kind === 'line' || kind === 'indent' || kind === 'dedent';
}

function column(blank: string): number {
  return [...blank].reduce((width, c) => (c === '\t' ? width - (width % 8) + 8 : width + 1), 0);
}

function indent(tokens: Token[], blocks: number[], width: number, at: number): void {
  if (blocks.length === 0) {
    blocks.push(width);
    return;
  }
  if (width > blocks.at(-1)!) {
    blocks.push(width);
    tokens.push({ kind: 'indent', text: '', at });
    return;
  }
  while (blocks.length > 1 && width < blocks.at(-1)!) {
    blocks.pop();
    tokens.push({ kind: 'dedent', text: '', at });
  }
  if (width !== blocks.at(-1)!) throw new LensError('bad-indent', at, `${width}`);
}
