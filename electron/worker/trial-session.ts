import type { Assets } from '../../core/datasets/dataset.ts';
import { runRangeTest } from '../../core/training/run-range-test.ts';
import { runTrial } from '../../core/training/run-trial.ts';
import type { TrialEnd } from '../../core/training/trial-end.ts';
import type { WorkerCommand, WorkerEvent } from './protocol.ts';

type Try = Extract<WorkerCommand, { kind: 'try' }>;

/** Computes trials one after another, each in one go: a sweep is cancelled by ending the thread. */
export class TrialSession {
  #assets: Assets = {};

  run(command: Try): WorkerEvent {
    this.#assets = command.assets ?? this.#assets;
    return { kind: 'tried', trial: command.trial, ...this.#end(command) };
  }

  #end({ config, range }: Try): TrialEnd {
    try {
      if (range === null) return { run: runTrial(config, this.#assets), test: null, error: null };
      return { run: null, test: runRangeTest(config, this.#assets, range), error: null };
    } catch (error) {
      return { run: null, test: null, error: String(error) };
    }
  }
}
