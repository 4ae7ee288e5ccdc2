/** Quantile q of ascending values, linear between neighbours (Hyndman and Fan's type 7). */
export function quantile(ascending: Float64Array, q: number): number {
  const position = q * (ascending.length - 1);
  const below = Math.floor(position);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return position === below || high === low ? low : low + (position - below) * (high - low);
}
