import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assets } from '../../core/datasets/dataset.ts';

export const digitsFile = fileURLToPath(
  new URL('../../core/datasets/assets/digits.bin', import.meta.url),
);

/** The packed data sets, as main hands them to workers. */
export const assets: Assets = { digits: new Uint8Array(readFileSync(digitsFile)) };
