import { commonBest, sweepCurve, type SweepCurve } from '../../../core/analysis/sweep-curve.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { RangeTest } from '../../../core/training/run-range-test.ts';
import type { LockablePart } from '../../../electron/ipc/assignment.ts';
import type { RaceKind } from '../../../electron/ipc/experiment.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';
import {
  NOISE_PATH,
  RATE_PATH,
  isGridOf,
  sweepSettings,
  tidy,
  withoutSetting,
  type Grid,
  type SweepSetting,
} from '../lib/sweep-settings.ts';
import { isExplorable } from './explorer.svelte.ts';
import type { LabSession } from './lab-session.svelte.ts';
import { sweepJob, usualGrid, type SweepJob, type SweepMode, type SweptLine } from './sweep-job.ts';
import { SweepProgressState } from './sweep-progress.svelte.ts';
import {
  beyond,
  outlookOf,
  widened,
  type Beyond,
  type LineEnds,
  type Outlook,
} from './wider-sweep.ts';

/** The sweep beside the draft: what it varies, how it goes, and what of it is taken over. */
export class Sweeper {
  readonly #session: LabSession;
  readonly progress: SweepProgressState;
  #mode = $state<SweepMode | null>(null);
  #path = $state(RATE_PATH);
  /** What was typed, by mode and setting. */
  #grids = $state.raw<Readonly<Record<string, Grid>>>({});
  #job = $state.raw<SweepJob | null>(null);
  #chosen = $state<number | null>(null);
  #taken = $state<number | null>(null);
  #refusal = $state.raw<{ readonly job: SweepJob; readonly error: AppError } | null>(null);
  readonly #ends = $derived.by(() => this.#endsByLine());
  readonly #curves = $derived.by(() => this.#computeCurves());

  constructor(lab: Lab, session: LabSession) {
    this.#session = session;
    this.progress = new SweepProgressState(lab);
  }

  /** Null while the panel is closed. */
  get mode(): SweepMode | null {
    return this.#mode;
  }
  /** What could be swept of the selected run. */
  get settings(): readonly SweepSetting[] {
    return sweepSettings(this.#config);
  }
  /** What the next sweep varies. */
  get setting(): SweepSetting {
    const { settings } = this;
    const path = this.#mode === 'sweep' ? this.#path : RATE_PATH;
    return settings.find((setting) => setting.path === path) ?? settings[0]!;
  }
  /** What was typed, unless it was for a setting of this name that may take other values. */
  get grid(): Grid {
    const typed = this.#grids[this.#key];
    if (typed && isGridOf(this.setting, typed)) return typed;
    return usualGrid(this.#mode, this.setting, this.#config);
  }
  /** Why nothing can be swept as things are typed; null: it can. */
  get fault(): 'field' | 'order' | null {
    if (!this.#session.draft.runnable) return 'field';
    return this.grid.from < this.grid.to ? null : 'order';
  }
  /** What is on the chart; null before the first sweep of this kind. */
  get shown(): SweepJob | null {
    return this.#job?.mode === this.#mode ? this.#job : null;
  }
  /** Why the last sweep was not begun. */
  get refusal(): AppError | null {
    return this.#refusal?.job.mode === this.#mode ? this.#refusal.error : null;
  }
  /** One curve a line; of a range test none. */
  get curves(): readonly SweepCurve[] {
    return this.#curves;
  }
  /** Range tests that have ended, in the order of their seeds. */
  get tests(): readonly RangeTest[] {
    return this.progress.ends.flatMap((end) => (end?.test ? [end.test] : []));
  }
  /** Trainings that could not be computed, in words. */
  get errors(): readonly string[] {
    return this.progress.ends.flatMap((end) => end?.error ?? []);
  }
  /** Settings changed since: the curve is of other runs than those that would run. */
  get stale(): boolean {
    const job = this.shown;
    if (!job) return false;
    const now = job.mode === 'race' ? this.#session.draft.configs : [this.#config];
    const neutral = (config: ExperimentConfig): string =>
      JSON.stringify(withoutSetting(config, job.setting.path));
    return (
      now.length !== job.lines.length ||
      now.some((config, i) => neutral(config) !== neutral(job.lines[i]!.config))
    );
  }
  /** The line that is spoken of: of a race that of the selected run. */
  get line(): number {
    const lines = this.shown?.lines.length ?? 1;
    return lines > 1 ? Math.min(this.#session.draft.selected, lines - 1) : 0;
  }
  /** Which value is spoken of: the one chosen, else the best one (of a race the best for all). */
  get chosen(): number | null {
    if (this.#chosen !== null) return this.#chosen;
    if (this.shown?.mode === 'race') return commonBest(this.curves);
    return this.curves[this.line]?.best?.index ?? null;
  }
  /** The value that is spoken of; null: none. */
  get chosenValue(): number | null {
    const { chosen, shown } = this;
    const value = chosen === null ? null : (shown?.values[chosen] ?? null);
    // The rates of a range test are where its steps happen to fall.
    return value !== null && shown?.mode === 'range-test' ? tidy(value, 3) : value;
  }
  /** The value that was taken into the draft, while it is there; null: none. */
  get taken(): number | null {
    const now = this.settings.find(({ path }) => path === this.#sweptPath)?.value;
    return now === this.#taken ? this.#taken : null;
  }
  /** The best rate of every run of a race; null while one has none. */
  get ownRates(): readonly number[] | null {
    const rates = this.curves.map(({ best }) => best?.value ?? null);
    return rates.every((rate) => rate !== null) && rates.length > 0 ? rates : null;
  }

  /** What lies beyond the ends at which the best values are; null where nothing does, or may. */
  get beyond(): Beyond | null {
    const { shown, progress } = this;
    if (!shown || shown.plan.kind !== 'sweep' || progress.running || progress.cancelled)
      return null;
    const found = beyond(shown, this.curves);
    return found.below.length + found.above.length > 0 ? found : null;
  }

  /** What lies beyond the curve of each line, where it is best at an end. */
  get outlooks(): readonly (Outlook | null)[] {
    const { shown, beyond } = this;
    return shown ? this.curves.map((curve) => outlookOf(shown, curve, beyond)) : [];
  }

  /** Opens the panel; what is computed in a moment is computed at once. */
  async open(mode: SweepMode): Promise<void> {
    this.#mode = mode;
    this.#chosen = null;
    this.#taken = null;
    this.#refusal = null;
    if (this.shown && !this.stale) return;
    const configs = mode === 'race' ? this.#session.draft.configs : [this.#config];
    if (this.fault === null && isExplorable(configs)) await this.start();
  }

  close(): void {
    this.#mode = null;
  }

  chooseSetting(path: string): void {
    this.#path = path;
  }
  setGrid(change: Partial<Grid>): void {
    this.#grids = { ...this.#grids, [this.#key]: { ...this.grid, ...change } };
  }
  /** Speaks of this value; null: of the best one again. */
  choose(index: number | null): void {
    this.#chosen = index;
  }

  async start(): Promise<void> {
    await this.#begin(this.#nextJob(), null);
  }

  /** Sweeps on beyond the ends at which the best values are, and keeps what has been computed. */
  async widen(): Promise<void> {
    const { shown, beyond } = this;
    if (!shown || !beyond) return;
    const job = widened(shown, this.#ends, beyond);
    const { values } = job;
    this.setGrid({ from: values[0]!, to: values.at(-1)!, count: values.length });
    await this.#begin(job, widened(shown, this.#ends, { below: [], above: [] }));
  }

  /** `before`: what is on the chart again where the job is refused. */
  async #begin(job: SweepJob, before: SweepJob | null): Promise<void> {
    const { plan } = job;
    const trials = plan.kind === 'sweep' ? plan.bases.length * plan.values.length : plan.seeds;
    this.#job = job;
    this.#chosen = null;
    this.#refusal = null;
    try {
      await this.progress.start(plan, trials);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // What has been asked for since is not refused.
      if (this.#job !== job) return;
      this.#refusal = { job, error };
      this.#job = before;
    }
  }

  /** Whether the selected run still has the setting that was swept. */
  get fits(): boolean {
    return this.settings.some(({ path }) => path === this.#sweptPath);
  }

  /** The part of the settings that the swept one belongs to. */
  get part(): LockablePart {
    const path = this.#sweptPath;
    if (path === RATE_PATH) return 'rate';
    if (path === NOISE_PATH) return 'noise';
    return path.startsWith('optimizer.') ? 'optimizer' : 'schedule';
  }

  /** Takes a value of the swept setting into the draft, if its run has that setting. */
  take(value: number): void {
    if (!this.fits) return;
    const { draft } = this.#session;
    const path = this.#sweptPath;
    const name = path.split('.').at(-1)!;
    if (path === RATE_PATH) draft.setLr(value);
    else if (path === NOISE_PATH) draft.setNoise(value);
    else if (path.startsWith('optimizer.')) draft.setOptimizerParams({ [name]: value });
    else draft.setScheduleParams({ [name]: value });
    this.#taken = value;
  }

  /** Gives the runs of the draft their rates: each its own best one, or all the one that is chosen. */
  takeRates(kind: RaceKind): void {
    const { draft } = this.#session;
    const one = this.chosenValue ?? draft.run.lr;
    const rates = kind === 'own' ? this.ownRates : draft.runs.map(() => one);
    if (rates) draft.setRates(rates, kind);
  }

  /** Runs the draft as it is now, and makes room for its curves. */
  async run(): Promise<void> {
    this.close();
    await this.#session.run();
  }

  get #sweptPath(): string {
    return this.shown?.setting.path ?? RATE_PATH;
  }

  get #config(): ExperimentConfig {
    const { draft } = this.#session;
    return draft.config;
  }

  get #key(): string {
    return `${this.#mode ?? ''} ${this.setting.path}`;
  }

  #nextJob(): SweepJob {
    const { draft } = this.#session;
    const mode = this.#mode ?? 'sweep';
    const lines = draft.runs
      .map(({ slot }, i): SweptLine => ({ slot, config: draft.configs[i]! }))
      .filter((_, i) => mode === 'race' || i === draft.selected);
    return sweepJob(mode, lines, this.setting, this.grid);
  }

  /** What was kept, and what has been computed since. */
  #endsByLine(): LineEnds {
    const job = this.#job;
    if (!job || job.plan.kind !== 'sweep') return [];
    const { values, kept, plan } = job;
    const { ends } = this.progress;
    const placeOf = new Map(plan.values.map((value, v) => [value, v]));
    return job.lines.map((_, b) =>
      values.map((value) => {
        const known = kept[b]?.get(value);
        const v = placeOf.get(value);
        if (known || v === undefined) return known ?? null;
        return ends[b * plan.values.length + v]?.run ?? null;
      }),
    );
  }

  #computeCurves(): readonly SweepCurve[] {
    const job = this.#job;
    return job ? this.#ends.map((ends) => sweepCurve(job.values, ends)) : [];
  }
}
