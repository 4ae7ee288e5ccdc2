/** A function of one number. */
export type Curve = (x: number) => number;

/** (f(x + h) − f(x)) / h, as double precision computes it: wrong by about ½ f″ h + ε f / h. */
export function forwardDifference(f: Curve, x: number, h: number): number {
  return (f(x + h) - f(x)) / h;
}

/** (f(x + h) − f(x − h)) / 2h, as double precision computes it: wrong by about ⅙ f‴ h² + ε f / h. */
export function centralDifference(f: Curve, x: number, h: number): number {
  return (f(x + h) - f(x - h)) / (2 * h);
}
