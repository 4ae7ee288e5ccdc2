import { mse } from '../../../../core/losses/mse.ts';
import { sigmoid } from '../../../../core/math/sigmoid.ts';

const loss = mse.create({ reduction: 'mean', half: false }, { outputs: 1, targets: 1 });
/** What u should be. */
const TARGET = Float64Array.of(1);

/** u = σ(x). */
export function outputOf(x: number): number {
  return sigmoid(x);
}

/** du/dx = σ(x) (1 − σ(x)). */
export function outputSlope(x: number): number {
  return sigmoid(x) * sigmoid(-x);
}

const value = new Float64Array(1);
const grad = new Float64Array(1);

/** y = (u − 1)². */
export function lossOf(u: number): number {
  loss.evaluate(Float64Array.of(u), TARGET, 1, value, grad);
  return value[0]!;
}

/** dy/du. */
export function lossSlope(u: number): number {
  loss.evaluate(Float64Array.of(u), TARGET, 1, value, grad);
  return grad[0]!;
}
