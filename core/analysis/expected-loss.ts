import type { Schedule } from '../schedules/schedule.ts';

/** Expected loss at steps 0 … T, and its two parts; shape (T + 1,) each. */
export interface ExpectedLoss {
  /** What is left of the start: ½ Σ λᵢ bᵢ². */
  readonly memory: Float64Array;
  /** What the noise adds: ½ Σ λᵢ vᵢ. */
  readonly noise: Float64Array;
  readonly total: Float64Array;
}

/**
 * Exact expectation of the loss of gradient descent with gradient noise on f = ½ Σ λᵢ θᵢ², under any
 * schedule. Per eigen-direction, mean b and variance v of θ obey, with η = η_t,
 *
 *   b ← (1 − η λ) b        v ← (1 − η λ)² v + η² σ²        E f = ½ Σ λ (b² + v)
 *
 * `curvatures` λ and `start` θ₀ have shape (d,); `noise` σ is per coordinate. No simulation is needed.
 */
export function expectedLoss(
  curvatures: readonly number[],
  start: readonly number[],
  noise: number,
  schedule: Schedule,
  steps: number,
): ExpectedLoss {
  const mean = Float64Array.from(start);
  const variance = new Float64Array(start.length);
  const memoryPart = new Float64Array(steps + 1);
  const noisePart = new Float64Array(steps + 1);
  const total = new Float64Array(steps + 1);
  for (let s = 0; s <= steps; s++) {
    for (let i = 0; i < mean.length; i++) {
      memoryPart[s]! += 0.5 * curvatures[i]! * mean[i]! * mean[i]!;
      noisePart[s]! += 0.5 * curvatures[i]! * variance[i]!;
    }
    total[s] = memoryPart[s]! + noisePart[s]!;
    const lr = schedule.lr(s);
    for (let i = 0; i < mean.length; i++) {
      const factor = 1 - lr * curvatures[i]!;
      mean[i]! *= factor;
      variance[i] = factor * factor * variance[i]! + lr * lr * noise * noise;
    }
  }
  return { memory: memoryPart, noise: noisePart, total };
}
