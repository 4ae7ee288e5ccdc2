import { TrainingTime } from '../../../core/analysis/training-time.ts';
import type { TravelSeries } from '../../../core/analysis/travel-series.ts';
import type { XAxisId } from '../../../electron/ipc/preferences.ts';
import { LogPlaces, SharePlaces, type UnevenPlaces } from '../charts/step-places.ts';
import { timeEnd, travelEnd, xAxesOf } from '../lib/x-axes.ts';
import { isComputedLine, type AnyLine, type UnevenAxis } from './stage-panes.ts';

/** Travel and training time of the lines, as far as they are known. */
interface Known {
  readonly travelled: readonly (TravelSeries | null | undefined)[];
  readonly times: readonly (TrainingTime | null | undefined)[];
}

/** What the axis of the lines can be along, and what it is along. */
export interface AxisInUse {
  readonly axes: readonly XAxisId[];
  /** The chosen one, or steps where it makes no sense for these lines or while it is read. */
  readonly axis: XAxisId;
  /** Rates are read to be summed up, and until then it is one of steps. */
  readonly waits: boolean;
}

export function axisInUse(
  chosen: XAxisId,
  lines: readonly AnyLine[],
  { travelled, times }: Known,
): AxisInUse {
  const axes = xAxesOf(
    lines.map(({ config }) => config),
    travelled.every((travel) => travel !== null),
    times.every((time) => time instanceof TrainingTime),
  );
  const offered = axes.includes(chosen);
  const waits = offered && chosen === 'travel' && travelled.includes(undefined);
  return { axes, axis: offered && !waits ? chosen : 'step', waits };
}

/** Where the steps of the lines stand on that axis; null: evenly. Travel and time are those of all lines. */
export function axisAlong(
  axis: XAxisId,
  lines: readonly AnyLine[],
  totalSteps: number,
  { travelled, times }: Known,
): UnevenAxis | null {
  const bySlot = (places: readonly UnevenPlaces[]): UnevenAxis['places'] =>
    new Map(lines.map(({ slot }, i) => [slot, places[i]!]));
  switch (axis) {
    case 'log': {
      const common = new LogPlaces(totalSteps);
      const places = bySlot(lines.map(() => common));
      return { id: axis, places, common, end: common.at(totalSteps) };
    }
    case 'share': {
      const lengths = lines.map(lengthOf);
      // Of runs of one length it grows evenly with the steps.
      if (new Set(lengths).size === 1) return null;
      return { id: axis, places: bySlot(lengths.map((one) => new SharePlaces(one))), end: 100 };
    }
    case 'time':
    case 'travel': {
      const places = (axis === 'time' ? times : travelled) as readonly UnevenPlaces[];
      // Where a training log is among them there is neither.
      const ends = lines.filter(isComputedLine).map((line) => {
        const ended = line.run?.ended ?? true;
        const i = lines.indexOf(line);
        return axis === 'time'
          ? timeEnd(times[i]!, line.config.totalSteps, ended)
          : travelEnd(travelled[i]!, line.config, ended);
      });
      return { id: axis, places: bySlot(places), end: Math.max(...ends) };
    }
    default:
      return null;
  }
}

/** Steps of a run as planned; of a training log those it has. */
export function lengthOf({ config, run }: Pick<AnyLine, 'config' | 'run'>): number {
  return config?.totalSteps ?? run?.step ?? 0;
}
