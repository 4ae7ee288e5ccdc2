import type { ParamSpecs } from '../../../core/params.ts';

/** A symbol of a formula and the field that sets it. */
export interface SymbolLink {
  readonly id: string;
  /** TeX. */
  readonly symbol: string;
}

/** The first rate, in formulas of schedules. */
export const RATE_LINK: SymbolLink = { id: 'schedule-lr', symbol: '\\eta_0' };

/** The symbols of settings; `family` tells apart settings of one name. */
export function linksOf(family: string, specs: ParamSpecs): readonly SymbolLink[] {
  return Object.entries(specs).flatMap(([name, spec]) =>
    'symbol' in spec ? [{ id: `${family}-${name}`, symbol: spec.symbol }] : [],
  );
}

/** What follows these is no place for a symbol of a setting: an index, or letters that are words. */
const VERBATIM = new Set([
  '_',
  '\\text',
  '\\operatorname',
  '\\mathrm',
  '\\mathcal',
  '\\begin',
  '\\end',
]);

/** A formula in which every symbol of a link has the classes `symbol` and that of its link. */
export function linkedTex(tex: string, links: readonly SymbolLink[]): string {
  const tokens = tokensOf(tex);
  const known = links
    .map(({ id, symbol }) => ({ id, tokens: tokensOf(symbol) }))
    .filter((link) => link.tokens.length > 0)
    // β₁ before β.
    .toSorted((a, b) => b.tokens.length - a.tokens.length);
  const out: string[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = known.find((link) => standsAt(tokens, at, link.tokens));
    const length = found
      ? found.tokens.length
      : VERBATIM.has(tokens[at]!)
        ? argumentEnd(tokens, at)
        : 1;
    const piece = tokens.slice(at, at + length).join('');
    // In braces of its own it can be an argument, too.
    out.push(found ? `{\\htmlClass{symbol ${linkClass(found.id)}}{${piece}}}` : piece);
    at += length;
  }
  return out.join('');
}

/** The class of a link's symbols in formulas. */
export function linkClass(id: string): string {
  return `symbol-${id}`;
}

function tokensOf(tex: string): readonly string[] {
  return tex.match(/\\[a-zA-Z]+|\\?[^]/g) ?? [];
}

/** With an index behind it it would be another symbol. */
function standsAt(tokens: readonly string[], at: number, symbol: readonly string[]): boolean {
  return symbol.every((token, i) => tokens[at + i] === token) && tokens[at + symbol.length] !== '_';
}

/** How many tokens a command is long together with its argument. */
function argumentEnd(tokens: readonly string[], at: number): number {
  let end = at + 1;
  while (tokens[end] === ' ') end++;
  let depth = 0;
  do {
    if (tokens[end] === '{') depth++;
    if (tokens[end] === '}') depth--;
    end++;
  } while (depth > 0 && end < tokens.length);
  return end - at;
}
