/** A wide space in no braces: between formulas that stand on one line only because there is room. */
const BETWEEN = '\\qquad';

/** The formulas of a line, to be set below each other where there is no room for all of them. */
export function formulaParts(tex: string): readonly string[] {
  const parts: string[] = [];
  let braces = 0;
  let from = 0;
  for (let i = 0; i < tex.length; i++) {
    if (tex[i] === '{') braces++;
    if (tex[i] === '}') braces--;
    if (braces > 0 || !tex.startsWith(BETWEEN, i)) continue;
    parts.push(tex.slice(from, i).trim());
    from = i + BETWEEN.length;
  }
  return [...parts, tex.slice(from).trim()].filter((part) => part !== '');
}
