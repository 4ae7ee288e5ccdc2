import { quantile } from '../math/quantile.ts';
import { CHUNK_POINTS } from './metrics.ts';
import type { Recorder, Rows } from './recorder.ts';

const LOW_QUANTILE = 0.1;
const HIGH_QUANTILE = 0.9;

/** Mean and quantiles of the losses of all seeds, step by step. A loss that is not finite ranks as infinite. */
export class Band {
  readonly #rows: Rows;
  readonly #sorted: Float64Array;

  constructor(recorder: Recorder, members: number) {
    this.#rows = recorder.rows(['ensemble/loss_mean', 'ensemble/loss_low', 'ensemble/loss_high']);
    this.#sorted = new Float64Array(members);
  }

  push(step: number, members: readonly { readonly loss: number }[]): void {
    const sorted = this.#sorted;
    let sum = 0;
    for (let i = 0; i < sorted.length; i++) {
      const { loss } = members[i]!;
      sum += loss;
      sorted[i] = Number.isFinite(loss) ? loss : Infinity;
    }
    sorted.sort();
    const { block } = this.#rows;
    const at = this.#rows.at(step);
    block[at] = sum / sorted.length;
    block[at + CHUNK_POINTS] = quantile(sorted, LOW_QUANTILE);
    block[at + 2 * CHUNK_POINTS] = quantile(sorted, HIGH_QUANTILE);
  }
}
