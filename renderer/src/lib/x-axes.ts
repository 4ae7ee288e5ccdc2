import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { TrainingTime } from '../../../core/analysis/training-time.ts';
import type { TravelSeries } from '../../../core/analysis/travel-series.ts';
import type { StepPlaces } from '../charts/step-places.ts';
import { logStepTicks, type Tick } from '../charts/ticks.ts';
import type { XAxisId } from '../../../electron/ipc/preferences.ts';
import type { XUnit } from '../charts/x-unit.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { formatCount, formatNumber } from './format.ts';
import { batchOf, stepsPerEpoch } from './theory.ts';

/** Axes on which every run has places of its own, or steps are not evenly spread. */
export type UnevenAxisId = Extract<XAxisId, 'travel' | 'time' | 'log' | 'share'>;

/**
 * What makes sense for these runs: epochs and samples only where all of them see the same data alike, travel and
 * training time only where they can be known of all. Of a training log (null) steps are all that is known.
 */
export function xAxesOf(
  configs: readonly (ExperimentConfig | null)[],
  travelled: boolean,
  timed: boolean,
): readonly XAxisId[] {
  const known = configs.flatMap((config) => config ?? []);
  const [first] = known;
  if (configs.length === 0) return ['step'];
  if (!first || known.length < configs.length) return ['step', 'log', 'share'];
  const alike = known.every(
    ({ problem }) =>
      problem.kind === 'model' &&
      problem.batchSize === batchOf(first.problem) &&
      stepsPerEpoch(problem) === stepsPerEpoch(first.problem),
  );
  return [
    'step',
    'log',
    ...(alike ? (['epoch', 'sample'] as const) : []),
    'share',
    ...(timed ? (['time'] as const) : []),
    ...(travelled ? (['travel'] as const) : []),
  ];
}

/** How steps are read on that axis, where it is even; without settings steps are all there is. */
export function xUnitOf(
  id: Exclude<XAxisId, 'travel' | 'time' | 'log'>,
  config: ExperimentConfig | null,
  totalSteps: number,
): XUnit {
  if (id === 'share') {
    const perStep = 100 / totalSteps;
    return { perStep, words: (step) => t('percent', { value: formatNumber(step * perStep) }) };
  }
  if (id === 'step' || config === null) return { perStep: 1, words: formatCount };
  switch (id) {
    case 'epoch': {
      const perStep = 1 / stepsPerEpoch(config.problem, config.stepsPerEpoch);
      return { perStep, words: (step) => formatNumber(step * perStep) };
    }
    case 'sample': {
      const perStep = batchOf(config.problem);
      return { perStep, words: (step) => formatCount(step * perStep) };
    }
  }
}

/**
 * An axis of travel Σ η, of training time in seconds, of per cent of each run, or of log(1 + t), up to `end`. The
 * cursor is a step, the same for all runs: the line stands where the selected run is at it, and pointing at a place
 * means the step at which that run is nearest to it.
 */
export function unevenUnit(id: UnevenAxisId, selected: StepPlaces, end: number): XUnit {
  if (id === 'log') {
    const lastStep = Math.round(Math.expm1(end));
    const ticks = (most: number): readonly Tick[] => logStepTicks(lastStep, most);
    return { perStep: 1, words: formatCount, uneven: { end, cursor: selected, ticks } };
  }
  const written = (place: number): string => {
    const value = formatNumber(place);
    if (id === 'share') return t('percent', { value });
    return id === 'time' ? t('lab.seconds', { seconds: value }) : value;
  };
  return {
    perStep: 1,
    words: (step) => written(selected.at(step)),
    uneven: {
      end,
      cursor: selected,
      spoken: (step) => `${t('lab.axis.step')} ${formatCount(step)}`,
    },
  };
}

/** When a run will have been computed: where it is still going on, at the pace it has had so far. */
export function timeEnd(time: TrainingTime, totalSteps: number, ended: boolean): number {
  const { firstStep, lastStep } = time;
  const known = time.at(lastStep);
  if (ended || lastStep === firstStep) return known;
  return (known * (Math.max(lastStep, totalSteps) - firstStep)) / (lastStep - firstStep);
}

/** How far runs come: where rates are still to be made by a metric, as far as they would at their last rate. */
export function travelEnd(
  travel: TravelSeries,
  { lr, totalSteps }: Pick<ExperimentConfig, 'lr' | 'totalSteps'>,
  ended: boolean,
): number {
  const { lastStep } = travel;
  const known = travel.at(lastStep);
  if (ended || lastStep >= totalSteps) return known;
  const lastRate = lastStep > 0 ? known - travel.at(lastStep - 1) : lr;
  return known + lastRate * (totalSteps - lastStep);
}
