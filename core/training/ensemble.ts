import type { ExperimentConfig } from '../experiment/config.ts';
import { Band } from './band.ts';
import { Member, type Rules } from './member.ts';
import type { MetricName } from './metrics.ts';
import type { Recorder } from './recorder.ts';
import { RunSummaryKeeper } from './run-summary.ts';
import { StepColumns } from './step-columns.ts';
import { StopRules } from './stop-rules.ts';
import { createStreams } from './streams.ts';
import type { Checkpoint, Outcome, RunResult, Trainer } from './trainer.ts';

const MOST_RECORDED_PARAMS = 3;

/** Where the numbers of a run are written, set up once for each recorder. */
interface Sinks {
  readonly recorder: Recorder;
  readonly columns: StepColumns;
  readonly band: Band | null;
}

/**
 * The seeds of a run, trained in lock-step: member i has seed + i. The first one is the run that is
 * drawn, that the stop rules judge and whose outcome is the run's; all of them feed the band. A member
 * that diverges stays at its non-finite loss, so the band says so.
 */
export class Ensemble implements Trainer {
  readonly #config: ExperimentConfig;
  readonly #rules: Rules;
  readonly #members: readonly Member[];
  readonly #stop: StopRules | null;
  readonly #summary: RunSummaryKeeper;
  /** Whether the optimizer names another point than θ to be judged. */
  readonly #judgesElsewhere: boolean;
  #sinks: Sinks | null = null;

  constructor(config: ExperimentConfig, rules: Rules, from: Checkpoint | null) {
    this.#config = config;
    this.#rules = rules;
    this.#members = Array.from({ length: config.replicates }, (_, i) => {
      const streams = createStreams((config.seed + i) >>> 0, i === 0 ? config.streams : {});
      return new Member(rules, streams, from?.members[i] ?? null);
    });
    this.#stop = StopRules.any(config.stop) ? new StopRules(config.stop, from?.stop ?? null) : null;
    this.#summary = new RunSummaryKeeper(config.replicates, from?.summary ?? null);
    this.#judgesElsewhere = rules.optimizer.evaluationPoint !== undefined;
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

  advance(steps: number, recorder: Recorder | null): void {
    if (this.#sinks?.recorder !== recorder) this.#sinks = recorder && this.#openSinks(recorder);
    const members = this.#members;
    const first = members[0]!;
    const end = Math.min(first.step + steps, this.totalSteps);
    while (first.outcome === null && (first.step < end || end === this.totalSteps)) {
      for (let i = 0; i < members.length; i++) {
        if (members[i]!.outcome === null) members[i]!.observe();
      }
      this.#lookAround();
      if (first.outcome !== null) return;
      for (let i = 0; i < members.length; i++) {
        if (members[i]!.outcome === null) members[i]!.update();
      }
    }
  }

  checkpoint(): Checkpoint {
    return {
      version: 1,
      step: this.step,
      members: this.#members.map((member) => member.checkpoint()),
      stop: this.#stop?.state() ?? null,
      summary: this.#summary.state(),
    };
  }

  judgedPoint(): Float64Array {
    return this.#first.judgedPoint();
  }

  result(): RunResult {
    return { ...this.#summary.result(), falseConvergence: this.#stop?.falseConvergence ?? null };
  }

  #openSinks(recorder: Recorder): Sinks {
    const { dim } = this.#rules.problem;
    const drawn = this.#config.problem.kind !== 'model' && dim <= MOST_RECORDED_PARAMS;
    const columns = new StepColumns(recorder, drawn ? dim : 0);
    const seeds = this.#members.length;
    return { recorder, columns, band: seeds > 1 ? new Band(recorder, seeds) : null };
  }

  /** Evaluates where that is due, lets the stop rules judge what was observed, and records it. */
  #lookAround(): void {
    const first = this.#members[0]!;
    const { recordEvery, evaluateEvery } = this.#config;
    const { step } = first;
    const evaluates = evaluateEvery > 0 && step % evaluateEvery === 0;
    if (evaluates) this.#evaluate();
    if (this.#stop) this.#judge(this.#stop);
    const ended = first.outcome !== null;
    if (recordEvery === 1 || step % recordEvery === 0 || ended) this.#record();
    if (ended && evaluateEvery > 0 && !evaluates) this.#evaluate();
  }

  /** The stop rules come before the end of the steps, and after divergence and the loss limit. */
  #judge(stop: StopRules): void {
    const first = this.#first;
    const last = first.outcome?.status === 'finished';
    if (first.outcome !== null && !last) return;
    const reason = stop.judge(first, last);
    if (reason) first.outcome = { status: 'stopped', reason, step: first.step };
  }

  #record(): void {
    const first = this.#members[0]!;
    const { step } = first;
    const sinks = this.#sinks;
    if (step < this.#rules.totalSteps) {
      if (sinks) sinks.columns.push(step, first);
    } else {
      const judged = this.#rules.problem.value !== undefined;
      sinks?.columns.pushLast(step, first, judged);
      if (!judged) return;
    }
    if (this.#judgesElsewhere) this.#recordJudgedLoss();
    this.#summary.add(step, this.#members);
    sinks?.band?.push(step, this.#members);
  }

  #recordJudgedLoss(): void {
    const first = this.#members[0]!;
    const { problem } = this.#rules;
    if (problem.value) this.#push('eval/loss', first.step, problem.value(first.judgedPoint()));
  }

  #evaluate(): void {
    const { step } = this.#first;
    const metrics = this.#first.evaluate();
    if (!metrics) return;
    for (const [metric, value] of Object.entries(metrics)) {
      this.#push(metric as MetricName, step, value);
    }
    this.#stop?.check(step, metrics);
    this.#summary.testLoss = metrics['eval/test_loss'] ?? null;
    this.#summary.testAccuracy = metrics['eval/test_accuracy'] ?? null;
  }

  #push(metric: MetricName, step: number, value: number): void {
    this.#sinks?.recorder.column(metric).push(step, value);
  }
}
