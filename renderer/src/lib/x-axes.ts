import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { XUnit } from '../charts/x-unit.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { formatCount, formatNumber } from './format.ts';
import { batchOf, stepsPerEpoch } from './theory.ts';

/** What the x axis can count in. */
export type XAxisId = 'step' | 'epoch' | 'sample' | 'share';

/**
 * What makes sense for these runs: epochs and samples only where all of them see the same data alike, a share
 * of the run only where all are equally long.
 */
export function xAxesOf(configs: readonly ExperimentConfig[]): readonly XAxisId[] {
  const [first] = configs;
  if (!first) return ['step'];
  const alike = configs.every(
    ({ problem }) =>
      problem.kind === 'model' &&
      problem.batchSize === batchOf(first.problem) &&
      stepsPerEpoch(problem) === stepsPerEpoch(first.problem),
  );
  const together = configs.every(({ totalSteps }) => totalSteps === first.totalSteps);
  return [
    'step',
    ...(alike ? (['epoch', 'sample'] as const) : []),
    ...(together ? (['share'] as const) : []),
  ];
}

/** How steps are read on that axis. */
export function xUnitOf(id: XAxisId, config: ExperimentConfig, totalSteps: number): XUnit {
  switch (id) {
    case 'step':
      return { perStep: 1, words: formatCount };
    case 'epoch': {
      const perStep = 1 / stepsPerEpoch(config.problem, config.stepsPerEpoch);
      return { perStep, words: (step) => formatNumber(step * perStep) };
    }
    case 'sample': {
      const perStep = batchOf(config.problem);
      return { perStep, words: (step) => formatCount(step * perStep) };
    }
    case 'share': {
      const perStep = 100 / totalSteps;
      return { perStep, words: (step) => t('percent', { value: formatNumber(step * perStep) }) };
    }
  }
}
