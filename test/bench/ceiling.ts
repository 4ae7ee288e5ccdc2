import { processTime } from './processor-time.ts';

/** What is kept, so that nothing is optimized away. */
let kept = 0;

/** Multiplications and additions of float64 per second in plain JavaScript, in thousand millions: the best of a few rounds. */
export function scalarCeiling(): number {
  let best = 0;
  const rounds = 2_000_000;
  for (let trial = 0; trial < 12; trial++) {
    const begin = processTime();
    kept += independentChains(rounds, 1 + 1e-9, 1e-9);
    const seconds = (processTime() - begin) / 1000;
    best = Math.max(best, (rounds * 24) / seconds / 1e9);
  }
  return Number.isFinite(kept) ? best : NaN;
}

/** Twelve chains of x ← x·a + b that do not wait for each other: 24 operations a round. */
function independentChains(rounds: number, a: number, b: number): number {
  let [p, q, r, s, t, u] = [1, 2, 3, 4, 5, 6];
  let [v, w, x, y, z, o] = [7, 8, 9, 10, 11, 12];
  for (let i = 0; i < rounds; i++) {
    p = p * a + b;
    q = q * a + b;
    r = r * a + b;
    s = s * a + b;
    t = t * a + b;
    u = u * a + b;
    v = v * a + b;
    w = w * a + b;
    x = x * a + b;
    y = y * a + b;
    z = z * a + b;
    o = o * a + b;
  }
  return p + q + r + s + t + u + v + w + x + y + z + o;
}
