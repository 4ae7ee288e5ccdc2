import type { Events } from '../../../electron/ipc/contract.ts';
import type { Lab } from '../api.ts';

/** Whether the library can be written just now; what stands in the way while it cannot. */
export class StorageFault {
  readonly #stops: readonly (() => void)[];
  #failing = $state.raw<Events['store:failing'] | null>(null);

  constructor(lab: Lab) {
    this.#stops = [
      lab.on('store:failing', (failing) => (this.#failing = failing)),
      lab.on('store:recovered', () => (this.#failing = null)),
    ];
  }

  get failing(): Events['store:failing'] | null {
    return this.#failing;
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }
}
