import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';

/** What is the same twice in a row, a moment apart. */
export async function settled<T>(look: () => Promise<T>): Promise<T> {
  // The first look of a poll comes at once: two looks are only apart from the second one on.
  let last: readonly [T] | null = null;
  await expect
    .poll(async () => {
      const before = last;
      last = [await look()];
      return isDeepStrictEqual(last, before);
    })
    .toBe(true);
  return last![0];
}
