/** σ(z) = 1 / (1 + e^−z), without overflow and without loss of the small tail. */
export function sigmoid(z: number): number {
  const decay = Math.exp(-Math.abs(z));
  return z > 0 ? 1 / (1 + decay) : decay / (1 + decay);
}
