import type { ExperimentConfig } from '../experiment/config.ts';
import { Member, type Rules } from './member.ts';
import type { MetricName } from './metrics.ts';
import type { Recorder } from './recorder.ts';
import { RunSummaryKeeper } from './run-summary.ts';
import { StepColumns } from './step-columns.ts';
import { createStreams } from './streams.ts';
import type { Checkpoint, Outcome, RunResult, Trainer } from './trainer.ts';

const LOW_QUANTILE = 0.1;
const HIGH_QUANTILE = 0.9;
const MOST_RECORDED_PARAMS = 3;

/**
 * The seeds of a run, trained in lock-step: member i has seed + i. The first one is the run that is
 * drawn and whose outcome is the run's; all of them feed the band. A member that diverges stays at its
 * non-finite loss, so the band says so.
 */
export class Ensemble implements Trainer {
  readonly #config: ExperimentConfig;
  readonly #rules: Rules;
  readonly #members: readonly Member[];
  readonly #summary: RunSummaryKeeper;
  readonly #losses: Float64Array;
  readonly #sorted: Float64Array;
  /** Coordinates of θ that are recorded. */
  readonly #recordedParams: number;
  #columns: StepColumns | null = null;

  constructor(config: ExperimentConfig, rules: Rules, from: Checkpoint | null) {
    this.#config = config;
    this.#rules = rules;
    this.#members = Array.from({ length: config.replicates }, (_, i) => {
      const streams = createStreams((config.seed + i) >>> 0, i === 0 ? config.streams : {});
      return new Member(rules, streams, from?.members[i] ?? null);
    });
    this.#summary = new RunSummaryKeeper(config.replicates, from?.summary ?? null);
    this.#losses = new Float64Array(config.replicates);
    this.#sorted = new Float64Array(config.replicates);
    const { dim } = rules.problem;
    const drawn = config.problem.kind === 'objective' && dim <= MOST_RECORDED_PARAMS;
    this.#recordedParams = drawn ? dim : 0;
  }

  get #first(): Member {
    return this.#members[0]!;
  }

  get step(): number {
    return this.#first.step;
  }

  get totalSteps(): number {
    return this.#rules.totalSteps;
  }

  get outcome(): Outcome | null {
    return this.#first.outcome;
  }

  advance(steps: number, recorder: Recorder): void {
    if (this.#columns?.recorder !== recorder) {
      this.#columns = new StepColumns(recorder, this.#recordedParams);
    }
    const first = this.#first;
    const end = Math.min(first.step + steps, this.totalSteps);
    while (first.outcome === null && (first.step < end || end === this.totalSteps)) {
      for (const member of this.#members) if (member.outcome === null) member.observe();
      this.#record(recorder);
      if (first.outcome !== null) return;
      for (const member of this.#members) if (member.outcome === null) member.update();
    }
  }

  checkpoint(): Checkpoint {
    return {
      version: 1,
      step: this.step,
      members: this.#members.map((member) => member.checkpoint()),
      summary: this.#summary.state(),
    };
  }

  result(): RunResult {
    return this.#summary.result();
  }

  #record(recorder: Recorder): void {
    const { step, outcome } = this.#first;
    const ended = outcome !== null;
    const { recordEvery, evaluateEvery } = this.#config;
    if (step % recordEvery === 0 || ended) this.#recordStep(recorder, step);
    if (evaluateEvery > 0 && (step % evaluateEvery === 0 || ended)) this.#evaluate(recorder, step);
  }

  #recordStep(recorder: Recorder, step: number): void {
    const first = this.#first;
    const columns = this.#columns!;
    if (step === this.totalSteps) {
      const judged = this.#rules.problem.value !== undefined;
      columns.pushLast(step, first, judged);
      if (!judged) return;
    } else columns.push(step, first);
    for (let i = 0; i < this.#losses.length; i++) this.#losses[i] = this.#members[i]!.loss;
    this.#summary.add(step, this.#losses);
    if (this.#members.length > 1) this.#recordBand(recorder, step);
  }

  #recordBand(recorder: Recorder, step: number): void {
    const n = this.#losses.length;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const loss = this.#losses[i]!;
      sum += loss;
      this.#sorted[i] = Number.isFinite(loss) ? loss : Infinity;
    }
    this.#sorted.sort();
    recorder.column('ensemble/loss_mean').push(step, sum / n);
    recorder.column('ensemble/loss_low').push(step, quantile(this.#sorted, LOW_QUANTILE));
    recorder.column('ensemble/loss_high').push(step, quantile(this.#sorted, HIGH_QUANTILE));
  }

  #evaluate(recorder: Recorder, step: number): void {
    const metrics = this.#rules.problem.evaluate?.(this.#first.params);
    if (!metrics) return;
    for (const [metric, value] of Object.entries(metrics)) {
      recorder.column(metric as MetricName).push(step, value);
    }
    this.#summary.testLoss = metrics['eval/test_loss'] ?? null;
    this.#summary.testAccuracy = metrics['eval/test_accuracy'] ?? null;
  }
}

/** Quantile q of ascending values, linear between neighbours (Hyndman and Fan's type 7). */
function quantile(sorted: Float64Array, q: number): number {
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return position === below || high === low ? low : low + (position - below) * (high - low);
}
