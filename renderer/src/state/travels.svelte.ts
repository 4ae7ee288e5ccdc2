import { TravelSeries } from '../../../core/analysis/travel-series.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { MOST_VALUES } from '../../../electron/ipc/queries.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { travelOf } from '../lib/theory.ts';
import { heldValue, type AnyRun, type SettingsOrNone } from './stage-run.ts';

/** Of what the travel is asked: a run, or only its plan. */
interface Travelling {
  readonly config: SettingsOrNone;
  readonly run: AnyRun | null;
}

/** Rates as a run recorded them, summed up as far as they are held or have been read. */
interface Recorded {
  readonly travel: TravelSeries;
  reading: boolean;
  /** A rate is missing, so that nothing behind it is known. */
  broken: boolean;
}

/**
 * Travel Σ η of the runs on the stage. Where the schedule tells every rate it is summed up from that; where a
 * metric made the rates, and of very long runs, from the rates as they were recorded (those of the first seed):
 * what the page does not hold is read from the library, a slice at a time.
 */
export class Travels {
  readonly #lab: Lab;
  readonly #recorded = new WeakMap<AnyRun, Recorded>();
  /** Grows when something has been read. */
  #version = $state(0);

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Null: it cannot be known. Undefined: it has to be read (`follow`). `stage`: all that is on it. */
  of(one: Travelling, stage: readonly Travelling[]): TravelSeries | null | undefined {
    // The rates between the lines of a training log are not known.
    if (one.config === null) return null;
    const planned = travelOf(one.config);
    if (planned) return isFinite(planned.at(planned.lastStep)) ? planned : null;
    void this.#version;
    const { run } = one;
    if (!run?.config || run.config.recordEvery !== 1) return null;
    const recorded = this.#recordedOf(run, stage);
    if (!recorded) return recorded;
    if (!recorded.reading) takeHeld(run, recorded);
    if (recorded.broken) return null;
    return recorded.travel.lastStep > run.lastStep('optim/lr') ? recorded.travel : undefined;
  }

  /** Reads what is missing to know the travel of these. */
  async follow(stage: readonly Travelling[]): Promise<void> {
    const missing = stage.filter((one) => this.of(one, stage) === undefined);
    await Promise.all(
      missing.map(async ({ run }) => {
        const recorded = run && this.#recordedOf(run, stage);
        if (recorded && !recorded.reading) await this.#read(run, recorded);
      }),
    );
  }

  #recordedOf(run: AnyRun, stage: readonly Travelling[]): Recorded | null | undefined {
    const known = this.#recorded.get(run);
    if (known) return known;
    const travel = this.#before(run.config!, stage);
    if (!travel) return travel;
    const recorded = { travel, reading: false, broken: false };
    this.#recorded.set(run, recorded);
    return recorded;
  }

  /** What a fork had travelled before it left the other run, which made those rates. */
  #before(
    { fork }: ExperimentConfig,
    stage: readonly Travelling[],
  ): TravelSeries | null | undefined {
    if (!fork) return new TravelSeries();
    const from = JSON.stringify(fork.from);
    const other = stage.find(({ config }) => JSON.stringify(config) === from);
    const travel = this.of(other ?? { config: fork.from, run: null }, stage);
    if (!travel) return travel;
    return travel.lastStep < fork.step ? undefined : travel.upTo(fork.step);
  }

  async #read(run: AnyRun, recorded: Recorded): Promise<void> {
    const { travel } = recorded;
    const goal = run.lastStep('optim/lr');
    recorded.reading = true;
    try {
      while (!recorded.broken && travel.lastStep <= goal) {
        const chunks = await this.#lab.request('series:values', {
          runId: run.id as RunId,
          metric: 'optim/lr',
          from: travel.lastStep,
          most: MOST_VALUES,
        });
        if (chunks.length === 0) break;
        for (const { first, stride, values } of chunks) {
          recorded.broken ||= first !== travel.lastStep || (stride !== 1 && values.length > 1);
          if (!recorded.broken) travel.append(values);
        }
      }
    } finally {
      recorded.reading = false;
      // What is neither held nor stored is missing.
      takeHeld(run, recorded);
      recorded.broken ||= travel.lastStep <= goal || !isFinite(travel.at(travel.lastStep));
      this.#version++;
    }
  }
}

/** Goes on with the rates that the page holds. */
function takeHeld(run: AnyRun, recorded: Recorded): void {
  const { travel } = recorded;
  const last = run.lastStep('optim/lr');
  while (!recorded.broken && travel.lastStep <= last) {
    const rate = heldValue(run, 'optim/lr', travel.lastStep);
    if (rate === undefined) return;
    recorded.broken = rate === null || !Number.isFinite(rate);
    if (!recorded.broken) travel.append([rate!]);
  }
}
