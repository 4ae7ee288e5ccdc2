import { describe, expect, it } from 'vitest';
import { TooOften } from '../../../electron/main/too-often.ts';

describe('too often', () => {
  it('is the third time within the stretch, and not the third time ever', () => {
    const deaths = new TooOften(3, 60);
    expect([0, 50, 60].map((now) => deaths.happened(now))).toEqual([false, false, true]);
    const rare = new TooOften(3, 60);
    expect([0, 40, 80, 120, 160, 170].map((now) => rare.happened(now))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});
