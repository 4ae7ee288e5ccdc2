import type { Member } from './member.ts';
import { CHUNK_POINTS, type MetricName } from './metrics.ts';
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

  push(step: number, member: Member): void {
    const { params } = member;
    const { block } = this.#rows;
    const at = this.#rows.at(step);
    block[at] = member.loss;
    block[at + CHUNK_POINTS] = member.lr;
    block[at + 2 * CHUNK_POINTS] = member.gradNorm;
    for (let i = 0, to = at + 3 * CHUNK_POINTS; i < this.#recordedParams; i++, to += CHUNK_POINTS) {
      block[to] = params[i]!;
    }
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
