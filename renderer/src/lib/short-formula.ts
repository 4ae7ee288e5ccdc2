/** The last of several equal sides beside the first, for where there is no room: `a = b = c` is `a = c`. */
export function shortFormula(tex: string): string {
  const sides = [''];
  let depth = 0;
  for (const character of tex) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (character === '=' && depth === 0) sides.push('');
    else sides[sides.length - 1] += character;
  }
  return sides.length > 2 ? `${sides[0]}=${sides.at(-1)}` : tex;
}
