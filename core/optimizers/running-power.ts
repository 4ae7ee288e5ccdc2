/**
 * βᵗ from βᵗ⁻¹: one product per update instead of a power. Below 1e-17 it becomes 0, since beside 1 it cannot
 * be seen any more and numbers near the smallest double are slow to multiply.
 */
export function nextPower(power: number, beta: number): number {
  const next = power * beta;
  return next < 1e-17 ? 0 : next;
}
