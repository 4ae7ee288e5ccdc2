import { estimate } from '../../../../core/analysis/verdict.ts';
import type { RunSummary } from '../../../../electron/ipc/run.ts';
import { locale } from '../../i18n/i18n.svelte.ts';
import { localName } from '../../i18n/local-name.ts';
import { stateWords } from '../../i18n/run-state.ts';
import {
  problemWords,
  scheduleWords,
  settingsOf,
  type Setting,
} from '../../i18n/settings-words.ts';

/** A run as the table reads it: words in the language of the page, numbers as they are compared. */
export interface RunRow {
  readonly run: RunSummary;
  /** Colour and dash: its place among the runs of its experiment. */
  readonly slot: number;
  readonly name: string;
  readonly experiment: string;
  readonly problem: string;
  readonly optimizer: string;
  readonly schedule: string;
  readonly state: string;
  /** Mean of the last steps over all seeds; null before a run has ended. */
  readonly tail: number | null;
  readonly last: number | null;
  readonly best: number | null;
  readonly settings: ReadonlyMap<string, Setting>;
}

/** What was made of a run, and in which language; it holds as long as the run's summary does. */
const known = new WeakMap<RunSummary, { readonly words: string; readonly row: RunRow }>();

export function runRow(run: RunSummary, slot: number): RunRow {
  const words = locale();
  const before = known.get(run);
  if (before?.words === words && before.row.slot === slot) return before.row;
  const row = makeRow(run, slot);
  known.set(run, { words, row });
  return row;
}

function makeRow(run: RunSummary, slot: number): RunRow {
  const settings = new Map(settingsOf(run.config).map((setting) => [setting.key, setting]));
  const { result } = run;
  return {
    run,
    slot,
    name: localName(run.name),
    experiment: localName(run.experimentName),
    problem: problemWords(run.config),
    optimizer: settings.get('optimizer')!.value,
    schedule: scheduleWords(run.config),
    state: stateWords(run),
    tail: result ? estimate(result.tail.means).mean : null,
    last: result?.finalLoss ?? null,
    best: result?.bestLoss ?? null,
    settings,
  };
}
