import type { Assets } from '../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Judgement } from './lesson.ts';
import { lessonNumbered } from './numbered.ts';

/** A try as it is handed to the thread that judges it. */
export interface TryToJudge {
  /** The number of the lesson whose challenge it is for. */
  readonly lesson: number;
  readonly config: ExperimentConfig;
  /** Bytes of the data sets it needs. */
  readonly assets: Assets;
}

/** Throws a RangeError where there is no such lesson. */
export function judgeTry({ lesson: number, config, assets }: TryToJudge): Judgement {
  return lessonNumbered(number).lesson.challenge.judge(config, assets);
}
