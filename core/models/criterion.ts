import type { Samples } from '../datasets/dataset.ts';
import { losses, type LossId } from '../losses/index.ts';
import type { Loss, Task } from '../losses/loss.ts';
import { sumTerms } from '../losses/reduction.ts';
import { sigmoid } from '../math/sigmoid.ts';
import type { Choice } from '../params.ts';

/** What a set of samples asks for under a loss: one number, one score for two classes, or a score per class. */
export function taskOf(loss: LossId, classes: number | null): Task {
  if (classes === null) return 'regression';
  return (losses[loss].tasks as readonly Task[]).includes('classes') ? 'classes' : 'binary';
}

/** Scores a model gives per sample. */
export function outputsOf(loss: LossId, classes: number | null): number {
  return taskOf(loss, classes) === 'classes' ? classes! : 1;
}

/**
 * How the scores z of a block of samples are judged. Between score and loss may stand the sigmoid (where
 * the loss compares probabilities), and labels 0 and 1 may become −1 and +1 (where it wants a margin).
 */
export class Criterion {
  readonly task: Task;
  /** Scores per sample. */
  readonly outputs: number;
  readonly loss: Loss;
  /** λ of the penalty ½ λ ‖W‖² on weights, not on biases. */
  readonly l2: number;
  readonly #probability: boolean;
  readonly #signed: boolean;
  readonly #targets: Float64Array;
  readonly #values: Float64Array;
  readonly #probabilities: Float64Array;

  /** `rows` is the largest block. `classes` null: the targets are numbers. */
  constructor(choice: Choice<LossId>, classes: number | null, l2: number, rows: number) {
    const spec = losses[choice.id];
    const binary = 'binary' in spec ? spec.binary : 'score';
    this.task = taskOf(choice.id, classes);
    this.outputs = outputsOf(choice.id, classes);
    this.loss = spec.create(choice.params as never, { outputs: this.outputs, targets: 1 });
    this.l2 = l2;
    this.#probability = this.task === 'binary' && binary === 'probability';
    this.#signed = this.task === 'binary' && binary === 'signed-score';
    this.#targets = new Float64Array(rows);
    this.#values = new Float64Array(rows * this.loss.terms);
    this.#probabilities = new Float64Array(this.#probability ? rows : 0);
  }

  /** Takes over the targets of the block `rows[from … from + n)`; null: samples as they lie. */
  load(samples: Samples, rows: Uint32Array | null, from: number, n: number): void {
    const targets = this.#targets;
    for (let i = 0; i < n; i++) {
      const target = samples.targets[rows ? rows[from + i]! : from + i]!;
      targets[i] = this.#signed ? 2 * target - 1 : target;
    }
  }

  /** Returns `start` + Σ of the block's terms, not weighted; writes weight · ∂ℓ/∂z to `delta`. */
  judge(
    scores: Float64Array,
    n: number,
    weight: number,
    delta: Float64Array,
    start: number,
  ): number {
    const predictions = this.#predictions(scores, n);
    const sum = sumTerms(
      this.loss,
      predictions,
      this.#targets,
      n,
      this.outputs,
      weight,
      this.#values,
      delta,
      start,
    );
    if (this.#probability) {
      for (let i = 0; i < n; i++) {
        delta[i] = delta[i]! * (predictions[i]! * (1 - predictions[i]!));
      }
    }
    return sum;
  }

  /**
   * Writes weight · (∂²ℓ/∂z²) v to `out`. With p = σ(z):
   * ∂²ℓ/∂z² = ℓ″(p) p′² + ℓ′(p) p″, p′ = p (1 − p), p″ = p′ (1 − 2p).
   */
  curvatureTimes(
    scores: Float64Array,
    n: number,
    weight: number,
    v: Float64Array,
    out: Float64Array,
  ): void {
    const { loss, outputs } = this;
    if (!this.#probability) {
      loss.curvatureTimes(scores, this.#targets, n, v, out);
    } else {
      const p = this.#predictions(scores, n);
      const slope = new Float64Array(n);
      const curvature = new Float64Array(n);
      loss.evaluate(p, this.#targets, n, this.#values, slope);
      loss.curvatureTimes(p, this.#targets, n, new Float64Array(n).fill(1), curvature);
      for (let i = 0; i < n; i++) {
        const first = p[i]! * (1 - p[i]!);
        out[i] = (curvature[i]! * first * first + slope[i]! * first * (1 - 2 * p[i]!)) * v[i]!;
      }
    }
    for (let i = 0; i < n * outputs; i++) out[i] = out[i]! * weight;
  }

  /** Distance of the block from a kink of the loss, in units of its predictions. */
  kinkDistance(scores: Float64Array, n: number): number {
    return this.loss.kinkDistance?.(this.#predictions(scores, n), this.#targets, n) ?? Infinity;
  }

  /** How many of the block are classified correctly; a score that is no number never is. */
  countCorrect(scores: Float64Array, samples: Samples, from: number, n: number): number {
    const { outputs } = this;
    let correct = 0;
    for (let i = 0; i < n; i++) {
      if (chosenClass(scores, i, outputs) === samples.targets[from + i]) correct++;
    }
    return correct;
  }

  #predictions(scores: Float64Array, n: number): Float64Array {
    if (!this.#probability) return scores;
    for (let i = 0; i < n; i++) this.#probabilities[i] = sigmoid(scores[i]!);
    return this.#probabilities;
  }
}

/**
 * The class that the scores of sample `i` decide for: by the sign of a single score, else the largest; −1 if
 * they are NaN. `scores` has the shape (n, outputs).
 */
export function chosenClass(scores: Float64Array, i: number, outputs: number): number {
  return outputs === 1 ? sideOf(scores[i]!) : argmax(scores, i * outputs, outputs);
}

/** Class 1 where the score is positive, else 0; −1 if it is NaN. */
function sideOf(score: number): number {
  if (score > 0) return 1;
  return score <= 0 ? 0 : -1;
}

/** The offset of the largest of `values[from … from + n)`, the first of equals; −1 if all are NaN. */
function argmax(values: Float64Array, from: number, n: number): number {
  let best = -1;
  for (let k = 0; k < n; k++) {
    const value = values[from + k]!;
    if (best < 0 ? !Number.isNaN(value) : value > values[from + best]!) best = k;
  }
  return best;
}
