/** Decimals of a degree that are not rounding. */
const DECIMALS = 10;

/** The angle between two vectors of the plane in degrees, 0 … 180; 0 where one of them is 0. */
export function angleBetween(
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): number {
  const degrees = (Math.atan2(Math.abs(a * d - b * c), a * c + b * d) * 180) / Math.PI;
  return Number(degrees.toFixed(DECIMALS));
}
