import { estimate } from '../../../../core/analysis/verdict.ts';
import type { RunSummary } from '../../../../electron/ipc/run.ts';
import { locale, t } from '../../i18n/i18n.svelte.ts';
import { localName } from '../../i18n/local-name.ts';
import { stateWords } from '../../i18n/run-state.ts';
import type { FrozenEnd } from '../travel-budget.ts';
import { sameProblem } from '../same-problem.ts';
import {
  differenceWords,
  problemWords,
  scheduleConstants,
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
  /** This and the next two are '' in a training log. */
  readonly problem: string;
  readonly optimizer: string;
  readonly schedule: string;
  /** The end of its schedule's words: what must be seen of them. */
  readonly constants: string;
  readonly state: string;
  /** How its rate died out before it had arrived; null: it did not. */
  readonly frozen: FrozenEnd | null;
  /** Mean of the last steps over all seeds; null before a run has ended. */
  readonly tail: number | null;
  readonly last: number | null;
  readonly best: number | null;
  readonly settings: ReadonlyMap<string, Setting>;
  /** Against the baseline of its experiment; null: there is none, or it is that run. */
  readonly difference: Difference | null;
}

/** What a run has otherwise than another, and by what factor its tail loss is another. */
export interface Difference {
  readonly settings: string;
  /** Tail loss ÷ that of the baseline; null where that has no meaning, or the problems are not the same. */
  readonly change: number | null;
}

/** What was made of a run, and in which language; it holds as long as the run's summary does. */
const known = new WeakMap<RunSummary, Known>();

interface Known {
  readonly words: string;
  readonly baseline: RunSummary | null;
  readonly row: RunRow;
}

/** What is known of a run besides its summary. */
export interface BesideRun {
  /** The baseline of its experiment. */
  readonly baseline: RunSummary | null;
  readonly frozen: FrozenEnd | null;
}

export function runRow(run: RunSummary, slot: number, { baseline, frozen }: BesideRun): RunRow {
  const words = locale();
  const before = known.get(run);
  const same = before?.words === words && before.baseline === baseline;
  if (same && before.row.slot === slot && before.row.frozen === frozen) return before.row;
  const row = makeRow(run, slot, { baseline, frozen });
  known.set(run, { words, baseline, row });
  return row;
}

function differenceFrom(baseline: RunSummary, run: RunSummary): Difference {
  const [its, mine] = [tailOf(baseline), tailOf(run)];
  const comparable =
    sameProblem([baseline.config, run.config]) && its !== null && mine !== null && its > 0;
  const ratio = comparable ? mine / its : NaN;
  return {
    // Of what a training log was set to nobody here knows.
    settings:
      run.config && baseline.config
        ? differenceWords(run.config, baseline.config)
        : t('runs.difference.unknown'),
    // A loss below zero is no multiple of another, nor is one that is not finite.
    change: Number.isFinite(ratio) && Number.isFinite(its) && ratio >= 0 ? ratio : null,
  };
}

function tailOf({ result }: RunSummary): number | null {
  return result ? estimate(result.tail.means).mean : null;
}

function makeRow(run: RunSummary, slot: number, { baseline, frozen }: BesideRun): RunRow {
  const { config, result } = run;
  const settings = new Map(
    (config ? settingsOf(config) : []).map((setting) => [setting.key, setting]),
  );
  return {
    run,
    slot,
    name: localName(run.name),
    experiment: localName(run.experimentName),
    problem: config ? problemWords(config) : '',
    optimizer: settings.get('optimizer')?.value ?? '',
    schedule: config ? scheduleWords(config) : '',
    constants: config ? scheduleConstants(config) : '',
    state: stateWords(run),
    frozen,
    tail: tailOf(run),
    last: result?.finalLoss ?? null,
    best: result?.bestLoss ?? null,
    settings,
    difference: baseline && baseline !== run ? differenceFrom(baseline, run) : null,
  };
}
