import type { InPieces } from '../analysis/in-pieces.ts';
import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { judgingWork, MOST_WORK, stabilityJudge, type StabilityJudge } from './local-stability.ts';
import type { Rules } from './member.ts';
import { placeOf, redoUpdate, stepGain } from './redo-update.ts';
import { createRules } from './rules.ts';
import type { MemberCheckpoint } from './trainer.ts';

/** What is asked about a run's updates: what each gained, the largest rate that would be stable where it began. */
export const surveyTopics = ['gain', 'limit'] as const;
export type SurveyTopic = (typeof surveyTopics)[number];

/** Values at the steps first, first + stride, …; NaN where there is none. */
export interface SurveyedValues {
  readonly first: number;
  readonly stride: number;
  readonly values: Float64Array;
}

/** What theory says of a run's first seed, step by step: a stretch of it. */
export interface RunSurvey {
  /** Gain ratio of the updates (analysis/gain-ratio.ts): what they did, and by the second-order expansion. */
  readonly gain: SurveyedValues;
  readonly curvedGain: SurveyedValues;
  /** Largest stable rate by the curvature at θ_s (local-stability.ts). */
  readonly limit: SurveyedValues;
  /** The step to go on from; null: there is nothing more. */
  readonly next: number | null;
}

/** Of an objective an update takes microseconds; of a model a gain takes a few batches, and a limit most of all. */
const MOST_LOOKED_AT: Readonly<
  Record<SurveyTopic, Readonly<Record<ExperimentConfig['problem']['kind'], number>>>
> = {
  gain: { objective: 4096, model: 1024, stream: 1 },
  limit: { objective: 4096, model: 64, stream: 1 },
};

/** At the largest models that are judged (local-stability.ts) at least so many limits are told. */
const LEAST_LIMITS = 16;

/** So many updates of a run are looked at: of a large model fewer, so that all take no longer than a minute or two. */
function mostLookedAt(config: Pick<ExperimentConfig, 'problem'>, topic: SurveyTopic): number {
  const most = MOST_LOOKED_AT[topic][config.problem.kind];
  const work = topic === 'limit' ? judgingWork(config) : 0;
  return Math.min(most, Math.max(LEAST_LIMITS, Math.floor((LEAST_LIMITS * MOST_WORK) / work)));
}

/**
 * A run is looked at every so many updates, from the first on: at all of a short one. The number is odd, because
 * much that oscillates does so from one update to the next: an even one would always see the same side.
 */
export function surveyStride(
  config: Pick<ExperimentConfig, 'problem' | 'totalSteps'>,
  topic: SurveyTopic,
): number {
  const least = Math.ceil(config.totalSteps / mostLookedAt(config, topic));
  return least % 2 === 0 ? least + 1 : least;
}

/** Whether there is a loss that the updates of such a run go down, so that gains can be told. */
export function hasGain({ problem }: Pick<ExperimentConfig, 'problem'>): boolean {
  return problem.kind !== 'stream';
}

/** What is told of one update; NaN where there is nothing to tell. */
export interface Surveyed {
  readonly gain: number;
  readonly curvedGain: number;
  readonly limit: number;
}

/** Values of a topic that are being filled in, from a step on. */
class Filling {
  readonly first: number;
  readonly stride: number;
  #count = 0;

  constructor(config: ExperimentConfig, topic: SurveyTopic, from: number) {
    this.stride = surveyStride(config, topic);
    this.first = Math.ceil(from / this.stride) * this.stride;
  }

  get next(): number {
    return this.first + this.#count * this.stride;
  }

  take(): void {
    this.#count++;
  }

  of(values: readonly number[]): SurveyedValues {
    return { first: this.first, stride: this.stride, values: Float64Array.from(values) };
  }
}

/** A stretch of a survey that is being filled: the updates that follow the steps `from` … `to` − 1. */
export class SurveyPart {
  readonly #fillings: Readonly<Record<SurveyTopic, Filling>>;
  readonly #topics: readonly SurveyTopic[];
  readonly #to: number;
  readonly #values = { gain: [] as number[], curvedGain: [] as number[], limit: [] as number[] };
  #ended = false;

  constructor(
    config: ExperimentConfig,
    topics: readonly SurveyTopic[],
    { from, to }: { readonly from: number; readonly to: number },
  ) {
    this.#topics = topics;
    this.#to = hasGain(config) ? to : 0;
    this.#fillings = {
      gain: new Filling(config, 'gain', from),
      limit: new Filling(config, 'limit', from),
    };
  }

  get empty(): boolean {
    return this.#values.gain.length + this.#values.limit.length === 0;
  }

  /** The step to look at next; null: none. */
  get next(): number | null {
    const step = Math.min(...this.#topics.map((topic) => this.#fillings[topic].next));
    return this.#ended || step >= this.#to ? null : step;
  }

  /** What is to be told of the update that follows that step. */
  get due(): readonly SurveyTopic[] {
    const { next } = this;
    return this.#topics.filter((topic) => this.#fillings[topic].next === next);
  }

  /** What was seen there, of what was due; null: the run had ended. */
  add(seen: Surveyed | null): void {
    const due = seen ? this.due : [];
    if (due.includes('gain')) {
      this.#values.gain.push(seen!.gain);
      this.#values.curvedGain.push(seen!.curvedGain);
    }
    if (due.includes('limit')) this.#values.limit.push(seen!.limit);
    for (const topic of due) this.#fillings[topic].take();
    this.#ended = seen === null;
  }

  survey(): RunSurvey {
    const { gain, curvedGain, limit } = this.#values;
    return {
      gain: this.#fillings.gain.of(gain),
      curvedGain: this.#fillings.gain.of(curvedGain),
      limit: this.#fillings.limit.of(limit),
      next: this.next,
    };
  }
}

/** Tells of single updates what a survey holds; rules, model and data are built once. */
export class Surveyor {
  readonly #config: ExperimentConfig;
  readonly #rules: Rules;
  readonly #judge: StabilityJudge | null;

  /** `config` is that of the first seed (`firstSeedOf`), and of no fork before its step. */
  constructor(config: ExperimentConfig, assets: Assets) {
    this.#config = config;
    this.#rules = createRules(config, assets);
    this.#judge = stabilityJudge(config, assets, MOST_WORK);
  }

  /** The update that follows a checkpoint, in pieces; the caller has made sure that there is one. */
  *look(at: MemberCheckpoint, topics: readonly SurveyTopic[]): InPieces<Surveyed> {
    const update = redoUpdate(this.#config, this.#rules, at);
    const ratio = topics.includes('gain') ? stepGain(this.#rules, update)?.ratio : null;
    const limit =
      topics.includes('limit') && this.#judge ? yield* this.#judge.limit(placeOf(update)) : null;
    return {
      gain: ratio?.actual ?? NaN,
      curvedGain: ratio?.curved ?? NaN,
      limit: limit?.rate ?? NaN,
    };
  }
}
