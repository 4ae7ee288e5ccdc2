import type { Recorder } from '../../core/training/recorder.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer, type Checkpoint, type Trainer } from '../../core/training/trainer.ts';
import {
  BATCH_INTERVAL_MS,
  CHECKPOINT_INTERVAL_MS,
  CHECKPOINT_REST_MS,
  CHECKPOINT_STEPS,
  MAX_UNACKNOWLEDGED,
  type WorkerCommand,
  type WorkerEvent,
} from './protocol.ts';

/** Steps between two looks at the clock; small enough for a slow model, large enough for a bowl. */
const FIRST_SLICE = 16;
const SLICE_MS = 8;
/** Steps per batch at most: a batch must pass through main and page without holding either up. */
const BATCH_STEPS = 8_192;

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

/** One run in a worker thread: computes in slices, sends batches on a clock, obeys commands between. */
export class RunSession {
  readonly #around: Surroundings;
  readonly #trainer: Trainer;
  readonly #recorder: Recorder = createRecorder();
  #paused = false;
  #stopping = false;
  #pace: number | null;
  /** Where pacing counts from: steps and time of the last change of pace. */
  #paceStep = 0;
  #paceTime = 0;
  #unacknowledged = 0;
  #slice = FIRST_SLICE;
  #lastBatch = 0;
  #batchStep = 0;
  #lastCheckpoint = { step: 0, time: 0 };

  constructor(start: Extract<WorkerCommand, { kind: 'start' }>, around: Surroundings) {
    this.#around = around;
    this.#trainer = createTrainer(start.config, start.assets, start.checkpoint);
    this.#pace = start.pace;
    this.#restartClocks();
  }

  obey(command: Exclude<WorkerCommand, { kind: 'start' | 'explore' | 'explain' | 'try' }>): void {
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
      case 'acknowledge':
        this.#unacknowledged -= command.batches;
    }
  }

  /** Runs to the end, or until told to stop; every batch is sent before `ended`. */
  async run(): Promise<void> {
    this.#around.post({ kind: 'running' });
    while (!this.#stopping && this.#trainer.outcome === null) {
      if (this.#paused) await this.#waitPaused();
      else if (this.#unacknowledged >= MAX_UNACKNOWLEDGED) await this.#around.rest(5);
      else await this.#computeSlice();
    }
    const { step, outcome } = this.#trainer;
    this.#send(this.#trainer.checkpoint());
    this.#around.post({ kind: 'ended', step, outcome, result: this.#trainer.result() });
  }

  async #waitPaused(): Promise<void> {
    this.#send(this.#trainer.checkpoint());
    this.#around.post({ kind: 'paused', step: this.#trainer.step });
    while (this.#paused && !this.#stopping) await this.#around.rest(1000);
    if (!this.#stopping) this.#around.post({ kind: 'running' });
  }

  async #computeSlice(): Promise<void> {
    const allowed = this.#allowedSteps();
    if (allowed > 0) {
      const begin = this.#around.now();
      const steps = Math.min(this.#slice, allowed);
      this.#trainer.advance(steps, this.#recorder);
      this.#adapt(steps, this.#around.now() - begin);
    }
    this.#sendWhenDue();
    await (allowed > 0 ? this.#around.breathe() : this.#around.rest(8));
  }

  /** Steps the pace allows right now. */
  #allowedSteps(): number {
    if (this.#pace === null) return Infinity;
    const due = ((this.#around.now() - this.#paceTime) / 1000) * this.#pace;
    return Math.floor(due) - (this.#trainer.step - this.#paceStep);
  }

  /** Steers the slice towards SLICE_MS, so that commands are never kept waiting. */
  #adapt(steps: number, milliseconds: number): void {
    if (steps < this.#slice) return;
    if (milliseconds < SLICE_MS / 2) this.#slice = Math.min(this.#slice * 2, BATCH_STEPS);
    else if (milliseconds > SLICE_MS) this.#slice = Math.max(1, this.#slice >> 1);
  }

  #sendWhenDue(): void {
    const now = this.#around.now();
    const full = this.#trainer.step - this.#batchStep >= BATCH_STEPS;
    if (now - this.#lastBatch < BATCH_INTERVAL_MS && !full) return;
    const since = this.#lastCheckpoint;
    const elapsed = now - since.time;
    const enoughSteps = this.#trainer.step - since.step >= CHECKPOINT_STEPS;
    const checkpointDue =
      elapsed >= CHECKPOINT_INTERVAL_MS || (enoughSteps && elapsed >= CHECKPOINT_REST_MS);
    this.#send(checkpointDue ? this.#trainer.checkpoint() : null);
  }

  #send(checkpoint: Checkpoint | null): void {
    const chunks = this.#recorder.flush();
    const now = this.#around.now();
    this.#lastBatch = now;
    this.#batchStep = this.#trainer.step;
    if (checkpoint) this.#lastCheckpoint = { step: this.#trainer.step, time: now };
    if (chunks.length === 0 && !checkpoint) return;
    this.#unacknowledged++;
    this.#around.post({ kind: 'batch', step: this.#trainer.step, chunks, checkpoint });
  }

  #restartClocks(): void {
    const now = this.#around.now();
    this.#paceStep = this.#trainer.step;
    this.#paceTime = now;
    this.#lastCheckpoint = { step: this.#trainer.step, time: now };
  }
}
