import type { Guide } from '../guide.ts';
import { claims } from './claims.ts';
import { experiments } from './experiments.ts';

export const plateauSettings: Guide = { claims, quoted: {}, experiments };
