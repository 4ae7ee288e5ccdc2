import { estimate } from '../../../../core/analysis/verdict.ts';
import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { Choice } from '../../../../core/params.ts';
import { digitsEnds, digitsTraining } from '../digits-training.ts';

const SEEDS = [1, 2, 3];

/** Test accuracy of a small network on handwritten digits, its rate decayed once per epoch: mean over the seeds. */
export function testAccuracy(schedule: Choice, assets: Assets): number {
  const config = digitsTraining({ schedule, scheduleUnit: 'epoch', lr: 0.1, epochs: 30 });
  return estimate(digitsEnds(config, SEEDS, assets).map(({ accuracy }) => accuracy)).mean;
}
