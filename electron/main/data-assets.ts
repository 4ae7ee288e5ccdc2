import { readFileSync } from 'node:fs';
import digits from '../../core/datasets/assets/digits.bin?asset';
import type { Assets } from '../../core/datasets/dataset.ts';

/** The packed data sets, read once; workers get the bytes. */
export function readAssets(): Assets {
  return { digits: new Uint8Array(readFileSync(digits)) };
}
