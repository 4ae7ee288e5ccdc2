import type { RunSummary } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { localName } from '../i18n/local-name.ts';
import { raceWordsOf } from '../i18n/race-words.ts';
import { LiveRun } from './live-run.svelte.ts';
import type { SettingsOrNone } from './stage-run.ts';

/** Stored runs laid over each other. */
export class Comparison {
  readonly runs: readonly LiveRun<SettingsOrNone>[];
  readonly #summaries: readonly RunSummary[];
  /** Step the pointer is over, and the step the person has gone to; null: none. */
  #pointed = $state<number | null>(null);
  #pinned = $state<number | null>(null);

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

  /** The step that tables and pills speak of; null: where the runs ended. */
  get cursor(): number | null {
    return this.#pointed ?? this.#pinned;
  }

  point(step: number | null): void {
    this.#pointed = step;
  }

  /** Puts the cursor on a step and holds it there; null: lets it go. */
  goTo(step: number | null): void {
    this.#pointed = null;
    this.#pinned = step;
  }

  async load(): Promise<void> {
    await Promise.all(this.runs.map((run) => run.load()));
  }

  dispose(): void {
    for (const run of this.runs) run.dispose();
  }
}
