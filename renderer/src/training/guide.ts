import type { Preset } from '../../../core/experiment/presets.ts';
import type { Claims } from '../lessons/claim.ts';
import type { SourceId } from './sources.ts';

/** What one reads on the way from the lessons to a training of one's own, in this order. */
export const guideIds = ['first-rate', 'schedule', 'warm-up', 'plateau', 'curves'] as const;
export type GuideId = (typeof guideIds)[number];

/** A guide but for its words, which stand beside it in `en.md` and `zh-CN.md`. */
export interface Guide {
  readonly claims: Claims;
  /** Numbers that are not ours: by the name of the claim, who says so. */
  readonly quoted: Readonly<Record<string, SourceId>>;
  /** What its text offers to open, by the name it has there: `@show name`. */
  readonly experiments: Readonly<Record<string, GuideExperiment>>;
}

/** Opens in the Lab and begins to run there. */
export interface GuideExperiment extends Pick<Preset, 'name' | 'runs' | 'pace'> {
  /** A range test of its first run begins instead of the runs. */
  readonly opens?: 'range-test';
}
