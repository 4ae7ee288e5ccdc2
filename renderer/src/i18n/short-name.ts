/** A name without what it adds in brackets: `Momentum (heavy ball)` is long enough as `Momentum`. */
export function shortened(name: string): string {
  return name.replace(/\s*[（(].*$/, '');
}
