import {
  joinPoints,
  SeriesBuffer,
  type SeriesPoint,
  type SeriesPoints,
} from '../../../core/analysis/series-buffer.ts';
import type { TrainingTime } from '../../../core/analysis/training-time.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import {
  isUnderWay,
  type LiveChunks,
  type RunDetail,
  type RunId,
  type RunState,
  type RunStatus,
  type StateReason,
} from '../../../electron/ipc/run.ts';
import type { RunEvent } from '../../../electron/ipc/library.ts';
import type { Lab } from '../api.ts';
import { onNextFrame } from '../lib/on-next-frame.ts';
import type { SettingsOrNone, StageRun } from './stage-run.ts';
import { TrainingTimes } from './training-times.svelte.ts';
import { joinViews, lastStepOf } from '../lib/join-views.ts';
import { bucketAt, pointsOf, singlePoint } from '../lib/read-view.ts';
import { coarseStretches, viewBetween, withFiner, type ViewPiece } from '../lib/view-pieces.ts';

/** What is known of a run before anything has been read. */
export interface RunSeed<Config extends SettingsOrNone = ExperimentConfig> {
  readonly id: RunId;
  readonly name: string;
  readonly config: Config;
}

/** As many columns as main prepares at once; more than one bucket of a drawn series holds values. */
const MOST_COLUMNS = 8192;
/** Steps that are read together with one at the cursor: 40 kB on their way. */
const BLOCK = 1024;
/** So many of them are 5 MB. */
const MOST_BLOCKS = 128;

/** Runs something once before the next frame is drawn. */
export type FrameTimer = (callback: () => void) => void;

/**
 * One run on the stage, running or long ended. What was stored before the page looked is read in
 * buckets; what streams in is kept value by value. The two meet without gap or overlap: the first
 * batch seen tells where the stream was joined, the stored part is read again as soon as that batch is
 * saved, and of the stream only the steps behind the stored part are shown.
 */
export class LiveRun<Config extends SettingsOrNone = ExperimentConfig> implements StageRun<Config> {
  readonly id: RunId;
  readonly config: Config;
  readonly #lab: Lab;
  readonly #columns: number;
  readonly #onFrame: FrameTimer;
  readonly #stops: (() => void)[];
  readonly #buffers = new Map<MetricName, SeriesBuffer>();
  #stored = $state.raw<ReadonlyMap<MetricName, SeriesView>>(new Map());
  /** Where the stored part is too long to be held: stretches of it, value by value, that the cursor came to. */
  readonly #blocks = new Map<string, SeriesView>();
  /** For which pieces a stored view was read again in finer buckets. */
  readonly #refined = new WeakMap<SeriesView, string>();
  #name = $state('');
  #state = $state.raw<RunState>('queued');
  #reason = $state.raw<StateReason | null>(null);
  #result = $state.raw<RunResult | null>(null);
  #error = $state.raw<string | null>(null);
  #step = $state(0);
  #createdAt = $state.raw<number | null>(null);
  #events = $state.raw<readonly RunEvent[]>([]);
  readonly #times = new TrainingTimes();
  /** Grows when there is something new to draw. */
  #version = $state(0);
  /** Grows when a block has been read. */
  #blocksRead = $state(0);
  #frameAsked = false;
  /** Updates made by what has streamed in, shown from the next frame on. */
  #newestStep = 0;
  #statusSeen = false;
  /** Step of the first batch seen, while the stored part does not reach it yet. */
  #seam: number | null = null;
  #streaming = false;
  #disposed = false;

  constructor(lab: Lab, seed: RunSeed<Config>, columns: number, onFrame: FrameTimer = onNextFrame) {
    this.#lab = lab;
    this.id = seed.id;
    this.config = seed.config;
    this.#name = seed.name;
    this.#columns = columns;
    this.#onFrame = onFrame;
    this.#stops = [
      lab.on('run:chunks', (live) => live.id === this.id && this.#take(live)),
      lab.on('run:status', (status) => status.id === this.id && this.#follow(status)),
      lab.on('run:event', ({ id, event }) => {
        if (id === this.id) this.#events = [...this.#events, event];
      }),
      lab.on('run:saved', ({ id, step }) => {
        if (id === this.id && this.#seam !== null && step >= this.#seam) void this.#closeSeam();
      }),
    ];
  }

  get name(): string {
    return this.#name;
  }
  get state(): RunState {
    return this.#state;
  }
  get reason(): StateReason | null {
    return this.#reason;
  }
  get result(): RunResult | null {
    return this.#result;
  }
  get error(): string | null {
    return this.#error;
  }
  /** Updates made, as far as the page knows. */
  get step(): number {
    return this.#step;
  }
  get trainingTime(): TrainingTime | null | undefined {
    return this.#times.shown ?? (this.ended || this.#step > 0 ? null : undefined);
  }
  get createdAt(): number | null {
    return this.#createdAt;
  }
  /** What happened to it after its start. */
  get events(): readonly RunEvent[] {
    return this.#events;
  }
  get ended(): boolean {
    return !isUnderWay(this.#state);
  }

  /** Reads what is known and stored of the run; to be awaited once after the constructor. */
  async load(): Promise<void> {
    this.#statusSeen = false;
    const detail = await this.#lab.request('run:read', this.id);
    if (this.#disposed) return;
    this.#describe(detail);
    if (this.#streaming && this.#seam === null) return;
    await this.#readStored(detail);
  }

  /**
   * The part of a series recorded so far in at most about `columns` buckets, none wider than a column; of what
   * is stored, in the buckets it was read in.
   */
  view(metric: MetricName, from: number, to: number, columns: number): SeriesView | null {
    void this.#version;
    const whole = this.#stored.get(metric) ?? null;
    const stored = whole && viewBetween(whole, from, to);
    const buffer = this.#buffers.get(metric);
    if (!buffer) return stored;
    const begin = Math.max(from, whole ? lastStepOf(whole) + 1 : from);
    const share = Math.max(1, Math.ceil((columns * (to - begin)) / Math.max(1, to - from)));
    const live = begin > to ? null : buffer.view(begin, to, share);
    return stored && live ? joinViews(stored, live) : (live ?? stored);
  }

  points(metric: MetricName, from: number, to: number): SeriesPoints | null {
    void this.#version;
    const stored = this.#stored.get(metric);
    const buffer = this.#buffers.get(metric);
    const end = stored ? Math.min(to, lastStepOf(stored)) : -1;
    const parts = [
      stored && from <= end
        ? (pointsOf(stored, from, end) ?? this.#pointsInBlocks(metric, from, end))
        : undefined,
      buffer?.points(Math.max(from, end + 1), to),
    ];
    if (parts.includes(null)) return null;
    const known = parts.filter((part) => part !== null && part !== undefined);
    return known.length > 0 ? joinPoints(known) : null;
  }

  #pointsInBlocks(metric: MetricName, from: number, to: number): SeriesPoints | null {
    void this.#blocksRead;
    const parts = blocksBetween(from, to).map((block) => {
      const read = this.#blocks.get(blockKey(metric, block));
      return read ? pointsOf(read, Math.max(from, block), Math.min(to, block + BLOCK - 1)) : null;
    });
    const known = parts.filter((part) => part !== null);
    return known.length < parts.length ? null : joinPoints(known);
  }

  /** Last step at which the metric is known; −1 if none. */
  lastStep(metric: MetricName): number {
    void this.#version;
    const stored = this.#stored.get(metric);
    const live = this.#buffers.get(metric)?.lastStep ?? -1;
    return Math.max(stored ? lastStepOf(stored) : -1, live);
  }

  /** What was recorded at or last before `step`, if the page holds it; undefined: ask main. */
  heldPoint(metric: MetricName, step: number): SeriesPoint | null | undefined {
    void this.#version;
    const buffer = this.#buffers.get(metric);
    if (buffer && buffer.firstStep >= 0 && step >= buffer.firstStep) {
      return buffer.at(step);
    }
    const stored = this.#stored.get(metric);
    const point = stored ? singlePoint(stored, step) : null;
    if (point !== undefined) return point;
    const block = this.#blocks.get(blockKey(metric, step));
    // What was recorded last before a block is in another.
    return block && bucketAt(block, step) >= 0 ? singlePoint(block, step) : undefined;
  }

  /** What was recorded at or last before `step`, to the bit, read from the store. */
  async readPoint(metric: MetricName, step: number): Promise<SeriesPoint | null> {
    const stored = this.#stored.get(metric);
    const bucket = stored ? bucketAt(stored, step) : -1;
    if (!stored || bucket < 0) return null;
    const block = Math.floor(step / BLOCK) * BLOCK;
    const from = Math.min(stored.first[bucket]!, block);
    const whole = block + BLOCK - 1;
    const to = whole - from < MOST_COLUMNS ? whole : step;
    const query = { runId: this.id, metric, from, to, columns: MOST_COLUMNS };
    const view = await this.#lab.request('series:read', query);
    if (to === whole && (this.ended || whole <= lastStepOf(stored))) this.#keep(metric, step, view);
    const point = singlePoint(view, step);
    return point === undefined ? this.#readNonFinite(metric, view, step) : point;
  }

  /** Of what is not finite a view tells only that it is: whether it is NaN or infinite is read. */
  async #readNonFinite(
    metric: MetricName,
    view: SeriesView,
    step: number,
  ): Promise<SeriesPoint | null> {
    const bucket = bucketAt(view, step);
    const from = view.first[bucket]!;
    if (from !== view.last[bucket]) return null;
    const query = { runId: this.id, metric, from, most: 1 };
    const [chunk] = await this.#lab.request('series:values', query);
    return chunk?.first === from ? { step: from, value: chunk.values[0]! } : null;
  }

  /** Reads the values at the steps from … to one by one; then `points` has them. For stretches, not for whole long runs. */
  async readPoints(metric: MetricName, from: number, to: number): Promise<void> {
    const missing = blocksBetween(from, to).filter(
      (block) => !this.#blocks.has(blockKey(metric, block)),
    );
    await Promise.all(missing.map((block) => this.readPoint(metric, block + BLOCK - 1)));
  }

  /** Reads what is stored in finer buckets where those of the pieces are. */
  async refine(metrics: readonly MetricName[], pieces: readonly ViewPiece[]): Promise<void> {
    const key = JSON.stringify(pieces);
    const coarse = metrics.flatMap((metric) => {
      const view = this.#stored.get(metric);
      return view && this.#refined.get(view) !== key ? [{ metric, view }] : [];
    });
    await Promise.all(coarse.map(({ metric, view }) => this.#refine(metric, view, pieces, key)));
  }

  async #refine(
    metric: MetricName,
    view: SeriesView,
    pieces: readonly ViewPiece[],
    key: string,
  ): Promise<void> {
    this.#refined.set(view, key);
    const stretches = coarseStretches(view, pieces);
    if (stretches.length === 0) return;
    const finer = await Promise.all(
      stretches.map(({ from, to, columns }) =>
        this.#lab.request('series:read', { runId: this.id, metric, from, to, columns }),
      ),
    );
    if (this.#disposed || this.#stored.get(metric) !== view) return;
    const refined = withFiner(view, stretches, finer);
    this.#refined.set(refined, key);
    this.#stored = new Map(this.#stored).set(metric, refined);
  }

  #keep(metric: MetricName, step: number, block: SeriesView): void {
    if (this.#blocks.size >= MOST_BLOCKS) this.#blocks.clear();
    this.#blocks.set(blockKey(metric, step), block);
    this.#blocksRead++;
  }

  /** Takes over a name that the library has stored. */
  rename(name: string): void {
    this.#name = name;
  }

  pause(): Promise<void> {
    return this.#lab.request('run:pause', this.id);
  }
  resume(): Promise<void> {
    return this.#lab.request('run:resume', this.id);
  }
  stop(): Promise<void> {
    return this.#lab.request('run:stop', this.id);
  }
  setPace(stepsPerSecond: number | null): Promise<void> {
    return this.#lab.request('run:pace', this.id, stepsPerSecond);
  }

  dispose(): void {
    this.#disposed = true;
    for (const stop of this.#stops) stop();
  }

  #describe({ run, events, times }: RunDetail): void {
    this.#name = run.name;
    this.#times.takeStored(times);
    this.#events = events;
    this.#createdAt = run.createdAt;
    if (this.#statusSeen) return;
    this.#state = run.state;
    this.#reason = run.reason;
    this.#result = run.result;
    this.#error = run.error;
    this.#step = Math.max(this.#step, run.step);
  }

  #follow(status: RunStatus): void {
    // What is behind the end of a run that goes on is not known to be nothing any more.
    if (this.ended) this.#blocks.clear();
    this.#statusSeen = true;
    this.#state = status.state;
    this.#reason = status.reason;
    this.#result = this.ended ? (status.result ?? this.#result) : null;
    this.#error = status.error;
    this.#step = Math.max(this.#step, status.step);
    if (this.ended && this.#seam !== null) void this.#closeSeam();
    this.#askFrame();
  }

  #take({ step, chunks, times = [] }: LiveChunks): void {
    this.#times.take(times);
    if (!this.#streaming && chunks.length > 0) {
      this.#streaming = true;
      const joinedAtStart = chunks.some((chunk) => chunk.first === 0);
      if (!joinedAtStart) this.#seam = step;
    }
    for (const chunk of chunks) {
      let buffer = this.#buffers.get(chunk.metric);
      if (!buffer) this.#buffers.set(chunk.metric, (buffer = new SeriesBuffer()));
      buffer.append(chunk);
    }
    this.#newestStep = Math.max(this.#newestStep, step);
    this.#askFrame();
  }

  async #closeSeam(): Promise<void> {
    this.#seam = null;
    const detail = await this.#lab.request('run:read', this.id);
    if (!this.#disposed) await this.#readStored(detail);
  }

  async #readStored({ series }: RunDetail): Promise<void> {
    const parts = await Promise.all(
      series.map(async ({ metric, firstStep, lastStep }) => {
        const query = { runId: this.id, metric, from: firstStep, to: lastStep };
        const view = await this.#lab.request('series:read', { ...query, columns: this.#columns });
        return [metric, view] as const;
      }),
    );
    if (!this.#disposed) this.#stored = new Map(parts);
  }

  #askFrame(): void {
    if (this.#frameAsked) return;
    this.#frameAsked = true;
    this.#onFrame(() => {
      this.#frameAsked = false;
      // Step and curves move together, so that words and pictures speak of one moment.
      this.#step = Math.max(this.#step, this.#newestStep);
      this.#times.show();
      this.#version++;
    });
  }
}

function blockKey(metric: MetricName, step: number): string {
  return `${metric} ${Math.floor(step / BLOCK)}`;
}

/** Where the blocks begin that hold the steps from … to. */
function blocksBetween(from: number, to: number): readonly number[] {
  const first = Math.floor(from / BLOCK);
  const count = Math.max(0, Math.floor(to / BLOCK) - first + 1);
  return Array.from({ length: count }, (_, i) => (first + i) * BLOCK);
}
