import { describe, expect, it } from 'vitest';
import type { NewTimeSample, TimeSample } from '../../../core/analysis/training-time.ts';
import { TrainingClock } from '../../../electron/main/training-clock.ts';

/** What a library holds after these. */
function held(samples: readonly NewTimeSample[]): readonly TimeSample[] {
  const rows = new Map<number, number>();
  for (const { step, seconds, replaces } of samples) {
    if (replaces !== null) expect(rows.delete(replaces)).toBe(true);
    expect(rows.has(step)).toBe(false);
    rows.set(step, seconds);
  }
  return [...rows].map(([step, seconds]) => ({ step, seconds }));
}

describe('a training clock', () => {
  it('keeps some hundred samples of a long run, and always its first and newest', () => {
    const clock = new TrainingClock(null, 0, 1_000_000);
    const samples: NewTimeSample[] = [];
    for (let step = 100; step <= 1_000_000; step += 100) {
      samples.push(...clock.take({ step, seconds: step / 1000 }));
      expect(samples.at(-1)).toMatchObject({ step, seconds: step / 1000 });
    }
    const rows = held(samples);
    expect(rows[0]).toEqual({ step: 0, seconds: 0 });
    expect(rows.at(-1)).toEqual({ step: 1_000_000, seconds: 1000 });
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.length).toBeLessThan(300);
  });

  it('goes on from the newest stored sample, and does not count what is computed again', () => {
    const clock = new TrainingClock({ step: 100, seconds: 5 }, 60, 1000);
    // 60 … 110 take 1 s: the ten behind step 100 a fifth of it.
    expect(clock.take({ step: 80, seconds: 0.4 })).toEqual([]);
    expect(clock.take({ step: 80, seconds: 0.4 })).toEqual([]);
    const [sample] = clock.take({ step: 110, seconds: 1 });
    expect(sample!.step).toBe(110);
    expect(sample!.seconds).toBeCloseTo(5 + 0.6 / 3, 12);
    expect(sample!.replaces).toBeNull();
  });

  it('begins at the first own step of a fork, and says nothing on the way there', () => {
    const clock = new TrainingClock(null, 25, 100);
    expect(clock.take({ step: 12, seconds: 0 })).toEqual([]);
    expect(held(clock.take({ step: 30, seconds: 1 }))).toEqual([
      { step: 25, seconds: 0 },
      { step: 30, seconds: 1 },
    ]);
  });

  it('never runs backwards', () => {
    const clock = new TrainingClock(null, 0, 100);
    clock.take({ step: 10, seconds: 2 });
    expect(clock.take({ step: 20, seconds: 1 }).at(-1)).toMatchObject({ step: 20, seconds: 2 });
  });
});
