import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import {
  standardErrorsApart,
  DISTINCT,
  estimate,
  type Estimate,
} from '../../../core/analysis/verdict.ts';
import { defaultParams, type Choice } from '../../../core/params.ts';
import { schedules } from '../../../core/schedules/index.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';
import { ExploredRun } from './explored-run.ts';
import { isExplorable } from './explorer.svelte.ts';

/** Without noise, and with it. */
export const rows = ['exact', 'noisy'] as const;
export type Row = (typeof rows)[number];
export const columns = ['constant', 'decay'] as const;
export type Column = (typeof columns)[number];
/** Who ends lower in a row. */
export type Guess = Column | 'same';

/** What a row of the trial came to. */
export interface RowResult {
  readonly winner: Guess;
  /** Without noise the loss at the end, with noise the mean over the seeds of the mean of the last steps. */
  readonly ends: Readonly<Record<Column, Estimate>>;
  /** Standard errors between the two; infinite without noise. */
  readonly apart: number;
}

/** Seeds of the noisy row: the most for which all four cells are there in an instant. */
const SEEDS = [24, 12, 6];
/** Noise for a problem that has none of its own. */
const USUAL_NOISE = 1;
/** Without noise ends that differ by less than this share are the same. */
const SAME = 0.01;

/** The four cells of "does decay help here?": noise off and on × constant and decay, on the same seeds. */
export class DecayTrial {
  readonly #lab: Lab;
  readonly #base: ExperimentConfig;
  #seed = $state(0);
  #runs = $state.raw<readonly ExploredRun[]>([]);
  #guesses = $state.raw<Readonly<Record<Row, Guess | null>>>({ exact: null, noisy: null });
  #revealed = $state(false);
  readonly #configs = $derived.by(() => cellsOf(this.#base, this.#seed).map(parseExperimentConfig));

  /** `base`: a configuration that `canTry` allows; its schedule is the decay, unless it is constant. */
  constructor(lab: Lab, base: ExperimentConfig) {
    this.#lab = lab;
    this.#base = base;
    this.#seed = base.seed;
  }

  /** Four configurations, row by row. */
  get configs(): readonly ExperimentConfig[] {
    return this.#configs;
  }
  get totalSteps(): number {
    return this.#base.totalSteps;
  }
  /** Standard deviation of the noise in the noisy row. */
  get noise(): number {
    const { problem } = this.configOf('noisy', 'constant');
    return problem.kind === 'objective' ? problem.noise : 0;
  }
  get seeds(): number {
    return this.configOf('noisy', 'constant').replicates;
  }
  get guesses(): Readonly<Record<Row, Guess | null>> {
    return this.#guesses;
  }
  get guessed(): boolean {
    return rows.every((row) => this.#guesses[row] !== null);
  }
  /** Curves and numbers are shown: after the guess, not before. */
  get revealed(): boolean {
    return this.#revealed && this.#runs.length > 0;
  }

  configOf(row: Row, column: Column): ExperimentConfig {
    return this.#configs[indexOf(row, column)]!;
  }

  /** The run of a cell, once it may be seen. */
  runOf(row: Row, column: Column): ExploredRun | null {
    return this.revealed ? (this.#runs[indexOf(row, column)] ?? null) : null;
  }

  guess(row: Row, guess: Guess): void {
    this.#guesses = { ...this.#guesses, [row]: guess };
  }

  /** Computes the four cells, unless something newer is asked for; they stay hidden until they are revealed. */
  async compute(): Promise<void> {
    const configs = this.#configs;
    const seed = this.#seed;
    try {
      const { runs } = await this.#lab.request('experiment:explore', configs);
      if (seed !== this.#seed) return;
      this.#runs = runs.map((run, i) => new ExploredRun(i, '', configs[i]!, run));
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'superseded')) throw error;
    }
  }

  reveal(): void {
    this.#revealed = true;
  }

  /** The same four cells on the seeds that follow. */
  async otherSeeds(): Promise<void> {
    this.#seed = (this.#seed + this.seeds) % 2 ** 32;
    await this.compute();
  }

  /** Whether all of them ended above where they began: then neither helps. */
  get grew(): boolean {
    const cells = rows.flatMap((row) => columns.map((column) => this.runOf(row, column)));
    return cells.every((run) => {
      if (run?.state === 'diverged') return true;
      const [began] = run?.result.firstLosses ?? [];
      return began !== undefined && run!.result.finalLoss > began;
    });
  }

  /** Who ended lower in a row, once it may be seen. */
  resultOf(row: Row): RowResult | null {
    const [constant, decay] = columns.map((column) => this.runOf(row, column)?.result);
    if (!constant || !decay) return null;
    if (row === 'exact') {
      const ends = { constant: exactly(constant.finalLoss), decay: exactly(decay.finalLoss) };
      return { winner: lower(ends), ends, apart: Infinity };
    }
    const [a, b] = [constant.tail.means, decay.tail.means];
    const ends = { constant: estimate(a), decay: estimate(b) };
    return { ...(blownUp(ends) ?? pairedWinner(a, b)), ends };
  }
}

/** Whether the four cells can be computed at once: noise is a control of objectives only. */
export function canTry(config: ExperimentConfig): boolean {
  return config.problem.kind === 'objective' && !config.fork && isExplorable(cellsOf(config, 0));
}

const indexOf = (row: Row, column: Column): number =>
  rows.indexOf(row) * columns.length + columns.indexOf(column);

/** Not checked yet: whether they can be computed at once is asked at every movement of a control. */
function cellsOf(base: ExperimentConfig, seed: number): readonly ExperimentConfig[] {
  const wanted = SEEDS.map((seeds) => cellsWith(base, seed, seeds));
  return wanted.find(isExplorable) ?? wanted.at(-1)!;
}

function cellsWith(base: ExperimentConfig, seed: number, seeds: number): ExperimentConfig[] {
  const { problem } = base;
  if (problem.kind !== 'objective') return [base];
  const noise = problem.noise > 0 ? problem.noise : USUAL_NOISE;
  const constant: Choice = { id: 'constant', params: {} };
  const decay = base.schedule.id === 'constant' ? usualDecay() : base.schedule;
  return rows.flatMap((row) =>
    [constant, decay].map((schedule) => ({
      ...base,
      seed,
      schedule,
      replicates: row === 'exact' ? 1 : seeds,
      problem: { ...problem, noise: row === 'exact' ? 0 : noise },
    })),
  );
}

function usualDecay(): Choice {
  return { id: 'inverse-time', params: { ...defaultParams(schedules['inverse-time'].params) } };
}

const exactly = (mean: number): Estimate => ({ mean, standardError: 0, n: 1 });

/** Without noise one run says it: the end of each, exactly. One that is not finite has lost. */
function lower({ constant, decay }: RowResult['ends']): Guess {
  const [a, b] = [constant.mean, decay.mean];
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    return Number.isFinite(a) ? 'constant' : Number.isFinite(b) ? 'decay' : 'same';
  }
  if (Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))) return 'same';
  return a < b ? 'constant' : 'decay';
}

/** How many times the size of the other's end a mean must be to say that its run was blown up. */
const BLOWN_UP = 1e6;

/**
 * A run beyond its limit ends anywhere between large and infinite, seed by seed: its spread is as large as its mean, and
 * standard errors would call that no difference.
 */
function blownUp({ constant, decay }: RowResult['ends']): Winner | null {
  const [a, b] = [constant.mean, decay.mean];
  if (Number.isFinite(a) && a > BLOWN_UP * Math.abs(b)) return { winner: 'decay', apart: Infinity };
  if (Number.isFinite(b) && b > BLOWN_UP * Math.abs(a))
    return { winner: 'constant', apart: Infinity };
  return null;
}

type Winner = Pick<RowResult, 'winner' | 'apart'>;

function pairedWinner(constant: readonly number[], decay: readonly number[]): Winner {
  const [soundConstant, soundDecay] = [constant, decay].map((ends) => ends.every(Number.isFinite));
  if (!soundConstant || !soundDecay) {
    const winner = soundConstant ? 'constant' : soundDecay ? 'decay' : 'same';
    return { winner, apart: Infinity };
  }
  const apart = standardErrorsApart(constant, decay);
  const winner = Math.abs(apart) < DISTINCT ? 'same' : apart > 0 ? 'decay' : 'constant';
  return { winner, apart: Math.abs(apart) };
}
