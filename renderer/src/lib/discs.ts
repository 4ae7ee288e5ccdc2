/**
 * The `d` of one SVG path that draws a disc about each centre: hundreds of elements cost a page many times what one
 * costs.
 */
export function discs(
  centres: readonly (readonly [x: number, y: number])[],
  radius: number,
): string {
  const half = (way: number): string => `a${radius} ${radius} 0 1 0 ${way * 2 * radius} 0`;
  const whole = `${half(1)}${half(-1)}z`;
  return centres.map(([x, y]) => `M${(x - radius).toFixed(1)} ${y.toFixed(1)}${whole}`).join('');
}
