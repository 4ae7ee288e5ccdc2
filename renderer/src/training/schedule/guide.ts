import type { Guide } from '../guide.ts';
import { claims } from './claims.ts';
import { experiments } from './experiments.ts';

export const scheduleForABudget: Guide = { claims, quoted: {}, experiments };

/** Sections of the text that say what to do in a situation; the advisor shows the one that is chosen. */
export const situations = ['known', 'open', 'formula', 'literal', 'untuned', 'cuts'] as const;
