import { constantGradient } from './constant-gradient.ts';
import { gradientNoise } from './gradient-noise.ts';
import { outlierGradient } from './outlier-gradient.ts';
import { rareFeature } from './rare-feature.ts';
import { reddi } from './reddi.ts';

/** The registry: the only list of gradient streams. */
export const gradientStreams = {
  'constant-gradient': constantGradient,
  'outlier-gradient': outlierGradient,
  reddi,
  'gradient-noise': gradientNoise,
  'rare-feature': rareFeature,
} as const;

export type GradientStreamId = keyof typeof gradientStreams;
export const gradientStreamIds = Object.keys(gradientStreams) as GradientStreamId[];
