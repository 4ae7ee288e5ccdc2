import { totalStepsOf, type RunSummary } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { namesApart } from '../i18n/names-apart.ts';
import { raceWordsOf } from '../i18n/race-words.ts';
import { LiveRun } from './live-run.svelte.ts';
import { StageCursor } from './stage-cursor.svelte.ts';
import type { SettingsOrNone } from './stage-run.ts';

/** Stored runs laid over each other. */
export class Comparison {
  readonly runs: readonly LiveRun<SettingsOrNone>[];
  readonly #summaries: readonly RunSummary[];
  readonly #cursor: StageCursor;

  constructor(lab: Lab, summaries: readonly RunSummary[], columns: number) {
    this.#summaries = summaries;
    this.runs = summaries.map((summary) => new LiveRun(lab, summary, columns));
    const end = Math.max(0, ...summaries.map(totalStepsOf));
    this.#cursor = new StageCursor({ newest: () => null, end: () => end, last: () => end });
  }

  /** The runs' names, with what tells those apart that are called the same. */
  get names(): readonly string[] {
    return namesApart(
      this.#summaries.map(({ experimentName, config }, i) => ({
        name: this.runs[i]!.name,
        experimentName,
        config,
      })),
    );
  }

  /** How the rates of the runs were chosen, if they are of one race; else nothing. */
  get race(): string {
    return raceWordsOf(this.#summaries);
  }

  /** The step that tables and pills speak of; null: where the runs ended. */
  get cursor(): number | null {
    return this.#cursor.step;
  }

  point(step: number | null): void {
    this.#cursor.point(step);
  }

  /** Puts the cursor on a step and holds it there; null: lets it go. */
  goTo(step: number | null): void {
    if (step === null) this.#cursor.follow();
    else this.#cursor.goTo(step);
  }

  async load(): Promise<void> {
    await Promise.all(this.runs.map((run) => run.load()));
  }

  dispose(): void {
    for (const run of this.runs) run.dispose();
  }
}
