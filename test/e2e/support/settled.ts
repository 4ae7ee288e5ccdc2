import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';

/** What is the same twice in a row, a moment apart. */
export async function settled<T>(look: () => Promise<T>): Promise<T> {
  let now = await look();
  await expect
    .poll(async () => {
      const before = now;
      now = await look();
      return isDeepStrictEqual(now, before);
    })
    .toBe(true);
  return now;
}
