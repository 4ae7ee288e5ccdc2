import type { Assets } from '../../core/datasets/dataset.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import type { TrialEnd, WorkerCommand, WorkerEvent } from './protocol.ts';

/** Computes the runs of a sweep one after another, each in one go: a sweep is cancelled by ending the thread. */
export class TrialSession {
  #assets: Assets = {};

  run({ trial, config, assets }: Extract<WorkerCommand, { kind: 'try' }>): WorkerEvent {
    this.#assets = assets ?? this.#assets;
    return { kind: 'tried', trial, ...this.#end(config) };
  }

  #end(config: Extract<WorkerCommand, { kind: 'try' }>['config']): TrialEnd {
    try {
      const trainer = createTrainer(config, this.#assets);
      trainer.advance(config.totalSteps, null);
      const { outcome } = trainer;
      if (!outcome) throw new Error(`still running at step ${trainer.step}`);
      return { outcome, result: trainer.result(), error: null };
    } catch (error) {
      return { outcome: null, result: null, error: String(error) };
    }
  }
}
