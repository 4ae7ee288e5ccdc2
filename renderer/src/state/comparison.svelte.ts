import type { RunSummary } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { localName } from '../i18n/local-name.ts';
import { raceWordsOf } from '../i18n/race-words.ts';
import { LiveRun } from './live-run.svelte.ts';

/** Stored runs laid over each other. */
export class Comparison {
  readonly runs: readonly LiveRun[];
  readonly #summaries: readonly RunSummary[];
  #pointed = $state<number | null>(null);

  constructor(lab: Lab, summaries: readonly RunSummary[], columns: number) {
    this.#summaries = summaries;
    this.runs = summaries.map((summary) => new LiveRun(lab, summary, columns));
  }

  /** The runs' names; with their experiments' where two are called the same. */
  get names(): readonly string[] {
    const names = this.runs.map((run) => localName(run.name));
    return names.map((name, i) => {
      if (names.indexOf(name) === names.lastIndexOf(name)) return name;
      return `${name} (${localName(this.#summaries[i]!.experimentName)})`;
    });
  }

  /** How the rates of the runs were chosen, if they are of one race; else nothing. */
  get race(): string {
    return raceWordsOf(this.#summaries);
  }

  /** Step the pointer is over; null: none. */
  get cursor(): number | null {
    return this.#pointed;
  }

  point(step: number | null): void {
    this.#pointed = step;
  }

  async load(): Promise<void> {
    await Promise.all(this.runs.map((run) => run.load()));
  }

  dispose(): void {
    for (const run of this.runs) run.dispose();
  }
}
