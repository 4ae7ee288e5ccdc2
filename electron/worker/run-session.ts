import { createRecorder, type Recorder } from '../../core/training/recorder.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { Checkpoint, Trainer } from '../../core/training/trainer.ts';
import {
  BATCH_INTERVAL_MS,
  CHECKPOINT_INTERVAL_MS,
  CHECKPOINT_REST_MS,
  CHECKPOINT_STEPS,
  MAX_UNACKNOWLEDGED,
  type WorkerCommand,
  type WorkerEvent,
} from './protocol.ts';
import { MOST_STEPS, Slice } from './slice.ts';
import { startInSlices, type TrainerStart } from './start-in-slices.ts';

/** What a session needs from the thread it runs in. */
export interface Surroundings {
  post(event: WorkerEvent): void;
  /** Monotonic milliseconds. */
  now(): number;
  /** Lets waiting messages in, then continues. */
  breathe(): Promise<void>;
  /** Waits about so many milliseconds, or until the next command. */
  rest(milliseconds: number): Promise<void>;
}

/**
 * One run in a worker thread: computes in slices, sends batches on a clock, obeys commands between. A fork
 * first goes over the run it leaves, at full speed and recording nothing; batches then tell how far it has come.
 */
export class RunSession {
  readonly #around: Surroundings;
  readonly #start: TrainerStart;
  /** Null until a fork has reached its own step. */
  #trainer: Trainer | null = null;
  /** The step reached on the way there. */
  #onTheWay = 0;
  readonly #recorder: Recorder = createRecorder();
  #paused = false;
  #stopping = false;
  #pace: number | null;
  /** Where pacing counts from: steps and time of the last change of pace. */
  #paceStep = 0;
  #paceTime = 0;
  #unacknowledged = 0;
  readonly #slice: Slice;
  /** Milliseconds spent on own updates. */
  #trained = 0;
  #lastBatch = 0;
  #batchStep = 0;
  #lastCheckpoint = { step: 0, time: 0 };

  constructor(start: Extract<WorkerCommand, { kind: 'start' }>, around: Surroundings) {
    this.#around = around;
    this.#start = start;
    this.#pace = start.pace;
    this.#slice = new Slice(() => around.now());
    this.#restartClocks();
  }

  obey(
    command: Exclude<
      WorkerCommand,
      { kind: 'start' | 'explore' | 'explain' | 'survey' | 'view' | 'try' }
    >,
  ): void {
    switch (command.kind) {
      case 'pause':
        this.#paused = true;
        return;
      case 'resume':
        this.#paused = false;
        this.#restartClocks();
        return;
      case 'stop':
        this.#stopping = true;
        return;
      case 'pace':
        this.#pace = command.stepsPerSecond;
        this.#restartClocks();
        return;
      case 'snapshot': {
        const trainer = this.#trainer;
        const snapshot = trainer && { step: trainer.step, params: trainer.judgedPoint() };
        this.#around.post({ kind: 'snapshot', snapshot });
        return;
      }
      case 'acknowledge':
        this.#unacknowledged -= command.batches;
    }
  }

  get #step(): number {
    return this.#trainer?.step ?? this.#onTheWay;
  }

  /** Runs to the end, or until told to stop; every batch is sent before `ended`. */
  async run(): Promise<void> {
    this.#around.post({ kind: 'running' });
    const now = (): number => this.#around.now();
    const trainer = await startInSlices(this.#start, now, (step) => this.#goOnTowardsFork(step));
    this.#trainer = trainer;
    this.#restartClocks();
    while (trainer && !this.#stopping && trainer.outcome === null) {
      if (this.#paused) await this.#waitPaused();
      else if (this.#isHeldUp) await this.#around.rest(5);
      else await this.#computeSlice(trainer);
    }
    const outcome = trainer?.outcome ?? null;
    const result = trainer?.result() ?? null;
    this.#send(trainer?.checkpoint() ?? null);
    this.#around.post({ kind: 'ended', step: this.#step, outcome, result });
  }

  /** Whether nothing more may be sent until something has been acknowledged. */
  get #isHeldUp(): boolean {
    return this.#unacknowledged >= MAX_UNACKNOWLEDGED;
  }

  async #goOnTowardsFork(step: number): Promise<boolean> {
    this.#onTheWay = step;
    if (!this.#isHeldUp && this.#around.now() - this.#lastBatch >= BATCH_INTERVAL_MS)
      this.#tellStep();
    await this.#around.breathe();
    if (this.#paused) await this.#waitPaused();
    return !this.#stopping;
  }

  /** A batch that holds nothing but how far the run has come. */
  #tellStep(): void {
    this.#unacknowledged++;
    this.#lastBatch = this.#around.now();
    this.#postBatch([], null);
  }

  async #waitPaused(): Promise<void> {
    this.#send(this.#trainer?.checkpoint() ?? null);
    this.#around.post({ kind: 'paused', step: this.#step });
    while (this.#paused && !this.#stopping) await this.#around.rest(1000);
    if (!this.#stopping) this.#around.post({ kind: 'running' });
  }

  async #computeSlice(trainer: Trainer): Promise<void> {
    const allowed = this.#allowedSteps();
    if (allowed > 0) {
      const begin = this.#around.now();
      this.#slice.make((steps) => trainer.advance(steps, this.#recorder), allowed);
      this.#trained += this.#around.now() - begin;
    }
    this.#sendWhenDue(trainer);
    await (allowed > 0 ? this.#around.breathe() : this.#around.rest(8));
  }

  /** Steps the pace allows right now. */
  #allowedSteps(): number {
    if (this.#pace === null) return Infinity;
    const due = ((this.#around.now() - this.#paceTime) / 1000) * this.#pace;
    return Math.floor(due) - (this.#step - this.#paceStep);
  }

  #sendWhenDue(trainer: Trainer): void {
    const now = this.#around.now();
    const full = trainer.step - this.#batchStep >= MOST_STEPS;
    if (now - this.#lastBatch < BATCH_INTERVAL_MS && !full) return;
    const since = this.#lastCheckpoint;
    const elapsed = now - since.time;
    const enoughSteps = trainer.step - since.step >= CHECKPOINT_STEPS;
    const checkpointDue =
      elapsed >= CHECKPOINT_INTERVAL_MS || (enoughSteps && elapsed >= CHECKPOINT_REST_MS);
    this.#send(checkpointDue ? trainer.checkpoint() : null);
  }

  #send(checkpoint: Checkpoint | null): void {
    const chunks = this.#recorder.flush();
    const now = this.#around.now();
    this.#lastBatch = now;
    this.#batchStep = this.#step;
    if (checkpoint) this.#lastCheckpoint = { step: this.#step, time: now };
    if (chunks.length === 0 && !checkpoint) return;
    this.#unacknowledged++;
    this.#postBatch(chunks, checkpoint);
  }

  #postBatch(chunks: readonly MetricChunk[], checkpoint: Checkpoint | null): void {
    const seconds = this.#trained / 1000;
    this.#around.post({ kind: 'batch', step: this.#step, chunks, checkpoint, seconds });
  }

  #restartClocks(): void {
    const now = this.#around.now();
    this.#paceStep = this.#step;
    this.#paceTime = now;
    this.#lastCheckpoint = { step: this.#step, time: now };
  }
}
