import type { Guide } from '../guide.ts';
import { claims } from './claims.ts';
import { experiments } from './experiments.ts';

export const warmUp: Guide = {
  claims,
  quoted: { goyalWarmUp: 'goyal', goyalEpochs: 'goyal' },
  experiments,
};
