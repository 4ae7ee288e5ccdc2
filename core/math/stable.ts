/** log Σ exp(z_i) over `z[from … from + n)`, finite for any finite z. */
export function logSumExp(z: Float64Array, from: number, n: number): number {
  let largest = -Infinity;
  for (let i = from; i < from + n; i++) if (z[i]! > largest) largest = z[i]!;
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = from; i < from + n; i++) sum += Math.exp(z[i]! - largest);
  return largest + Math.log(sum);
}
