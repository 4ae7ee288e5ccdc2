/** A name without what it adds in brackets: `Momentum (heavy ball)` is long enough as `Momentum`. */
export function shortened(name: string): string {
  return name.replace(/\s*[（(].*$/, '');
}

/** What a name adds in brackets, where that is an abbreviation of it: `SGD` of `Gradient descent (SGD)`; else null. */
export function abbreviation(name: string): string | null {
  return /[（(]([A-Z]+)[）)]$/.exec(name)?.[1] ?? null;
}
