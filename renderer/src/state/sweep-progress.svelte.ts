import type { SweepId, SweepPlan, SweepProgress, SweptTrial } from '../../../electron/ipc/sweep.ts';
import type { Lab } from '../api.ts';

/** One sweep at a time, as main tells how it goes. */
export class SweepProgressState {
  readonly #lab: Lab;
  #id: SweepId | null = null;
  #ends = $state.raw<readonly (SweptTrial | null)[]>([]);
  #done = $state(0);
  #over = $state.raw<SweepProgress['over']>('finished');
  #stopListening = (): void => undefined;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** By trial; null where it has not ended. */
  get ends(): readonly (SweptTrial | null)[] {
    return this.#ends;
  }
  get done(): number {
    return this.#done;
  }
  get of(): number {
    return this.#ends.length;
  }
  get running(): boolean {
    return this.#over === null;
  }
  get cancelled(): boolean {
    return this.#over === 'cancelled';
  }

  /** Resolves once the sweep has begun; `of` is the number of its trials. */
  async start(plan: SweepPlan, of: number): Promise<void> {
    this.#stopListening();
    this.#id = null;
    this.#ends = Array.from({ length: of }, () => null);
    this.#done = 0;
    this.#over = null;
    /** What is told of a sweep before its name is known here. */
    const early: SweepProgress[] = [];
    const stop = this.#lab.on('sweep:progress', (told) => {
      if (this.#id === null) early.push(told);
      else this.#take(told);
    });
    this.#stopListening = stop;
    try {
      const id = await this.#lab.request('sweep:start', plan);
      if (this.#stopListening !== stop) return;
      this.#id = id;
      early.forEach((told) => this.#take(told));
    } catch (error) {
      if (this.#stopListening === stop) this.#finish('cancelled');
      throw error;
    }
  }

  async cancel(): Promise<void> {
    if (this.#id !== null && this.running) await this.#lab.request('sweep:cancel', this.#id);
  }

  #take({ id, ends, done, over }: SweepProgress): void {
    if (id !== this.#id) return;
    const all = [...this.#ends];
    for (const end of ends) all[end.trial] = end;
    this.#ends = all;
    this.#done = done;
    if (over !== null) this.#finish(over);
  }

  #finish(over: SweepProgress['over']): void {
    this.#over = over;
    this.#stopListening();
  }
}
