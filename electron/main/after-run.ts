import type { Events } from '../ipc/contract.ts';
import type { RunId } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';
import { compareRuns } from './compare-runs.ts';

export interface AfterRunOptions {
  readonly store: Store;
  readonly emit: (event: 'run:event', payload: Events['run:event']) => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
  readonly shuttingDown: () => boolean;
}

/** What is done with a run once it has ended: nobody waits for it, and a quit app leaves it. */
export class AfterRun {
  readonly #options: AfterRunOptions;

  constructor(options: AfterRunOptions) {
    this.#options = options;
  }

  ended(id: RunId, rerunOf: RunId | null): void {
    setImmediate(() => this.#compact(id));
    if (rerunOf) void this.#compare(id, rerunOf);
  }

  /** What comes of it is written down and told; it is not worth more than a line in the log where it fails. */
  async #compare(id: RunId, other: RunId): Promise<void> {
    const { store, emit, log, shuttingDown } = this.#options;
    const breathe = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      if (shuttingDown()) throw new Error('the app is quitting');
    };
    try {
      const lengths = (): string =>
        [id, other].map((run) => store.readConfig(run).totalSteps).join(' ');
      const before = lengths();
      const comparison = await compareRuns(store, id, other, breathe);
      if (lengths() !== before) throw new Error('one of the two goes on');
      const event = store.addEvent(id, { kind: 'compared', ...comparison });
      emit('run:event', { id, event });
    } catch (error) {
      log('info', `run ${id} was not compared: ${String(error)}`);
    }
  }

  #compact(id: RunId): void {
    const { store, log, shuttingDown } = this.#options;
    if (shuttingDown()) return;
    try {
      store.compact(id);
    } catch (error) {
      log('error', `compacting run ${id}: ${String(error)}`);
    }
  }
}
