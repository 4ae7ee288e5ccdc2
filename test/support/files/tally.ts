/** What spoilt files went through. */
export interface Tally {
  tried: number;
  taken: number;
  wrong: number;
  slowestMs: number;
}

export function newTally(): Tally {
  return { tried: 0, taken: 0, wrong: 0, slowestMs: 0 };
}

/** What comes of a file, be it a throw; how long it took is noted. */
export function timed<T>(done: Tally, work: () => T): T {
  const begin = performance.now();
  try {
    return work();
  } finally {
    done.slowestMs = Math.max(done.slowestMs, performance.now() - begin);
  }
}
