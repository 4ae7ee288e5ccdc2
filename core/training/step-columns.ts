import { norm } from '../math/vector.ts';
import type { Member } from './member.ts';
import type { MetricName } from './metrics.ts';
import type { Recorder, Rows } from './recorder.ts';

/** What has a value at every recorded step, found once for each recorder. */
export class StepColumns {
  readonly recorder: Recorder;
  readonly #rows: Rows;
  readonly #recordedParams: number;

  /** Records the first `recordedParams` coordinates of θ. */
  constructor(recorder: Recorder, recordedParams: number) {
    this.recorder = recorder;
    this.#recordedParams = recordedParams;
    const params = Array.from({ length: recordedParams }, (_, i) => paramMetric(i));
    this.#rows = recorder.rows(['train/loss', 'optim/lr', 'optim/grad_norm', ...params]);
  }

  push(step: number, { loss, lr, grad, params }: Member): void {
    const { block } = this.#rows;
    const at = this.#rows.at(step);
    block[at] = loss;
    block[at + 1] = lr;
    block[at + 2] = norm(grad);
    for (let i = 0; i < this.#recordedParams; i++) block[at + 3 + i] = params[i]!;
  }

  /** After the last update there is no next one: neither rate nor gradient, and no loss of its batch. */
  pushLast(step: number, { loss, params }: Member, judged: boolean): void {
    if (judged) this.recorder.column('train/loss').push(step, loss);
    for (let i = 0; i < this.#recordedParams; i++) {
      this.recorder.column(paramMetric(i)).push(step, params[i]!);
    }
  }
}

function paramMetric(i: number): MetricName {
  return `param/${i}` as MetricName;
}
