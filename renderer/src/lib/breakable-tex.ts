/** Around what holds a fraction they are as high as its two lines. */
const HIGH = ['\\biggl', '\\biggr'] as const;

/**
 * The same formula, broken where its line ends: KaTeX breaks one behind signs and relations, but never between
 * `\left(` and `\right)`, whose parentheses grow with what they hold. Those that stand in no fraction, index or other
 * argument are made parentheses of a fixed size.
 */
export function breakableTex(tex: string): string {
  const opening = outermostParenthesis(tex, 0);
  if (opening === null) return tex;
  const { from, to } = opening;
  const inner = tex.slice(from + OPEN.length, to);
  const [left, right] = inner.includes('\\frac') || inner.includes('\\dfrac') ? HIGH : ['', ''];
  const rest = tex.slice(to + CLOSE.length);
  return `${tex.slice(0, from)}${left}(${breakableTex(inner)}${right})${breakableTex(rest)}`;
}

const OPEN = '\\left(';
const CLOSE = '\\right)';

/** The first `\left(` in no braces, and the `\right)` that ends it. */
function outermostParenthesis(
  tex: string,
  begin: number,
): { readonly from: number; readonly to: number } | null {
  let braces = 0;
  for (let i = begin; i < tex.length; i++) {
    if (tex[i] === '{') braces++;
    if (tex[i] === '}') braces--;
    if (braces > 0 || !tex.startsWith(OPEN, i)) continue;
    const to = endOf(tex, i);
    return to === null ? null : { from: i, to };
  }
  return null;
}

function endOf(tex: string, from: number): number | null {
  let open = 0;
  for (const { 0: command, index } of tex.slice(from).matchAll(/\\(?:left|right)(?![a-zA-Z])/g)) {
    open += command === '\\left' ? 1 : -1;
    if (open === 0) return tex.startsWith(CLOSE, from + index) ? from + index : null;
  }
  return null;
}
