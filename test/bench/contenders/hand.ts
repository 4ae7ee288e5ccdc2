import { RUN_STEPS, type Workload } from '../workloads.ts';
import type { Training } from './contender.ts';

/** The rule of Adam on Rosenbrock's function written out in one loop, as fast as plain JavaScript is. */
export default function contender(workload: Workload): Training | null {
  if (workload.kind !== 'descent') return null;
  const [beta1, beta2, eps] = [0.9, 0.999, 1e-8];
  // x, y, their first and second moments, and the powers of β: a typed array, since V8 boxes the numbers
  // that closures keep.
  const begin = [...workload.start, 0, 0, 0, 0, 1, 1];
  const s = Float64Array.from(begin);
  const losses = new Float64Array(4096);
  const { lr } = workload;
  let step = 0;
  return {
    firstLoss: (1 - s[0]!) ** 2 + 100 * (s[1]! - s[0]! ** 2) ** 2,
    run(steps) {
      for (let n = 0; n < steps; n++) {
        if (step === RUN_STEPS) {
          s.set(begin);
          step = 0;
        }
        const x = s[0]!;
        const y = s[1]!;
        const valley = y - x * x;
        const away = 1 - x;
        losses[step++ & 4095] = away * away + 100 * valley * valley;
        const gx = -2 * away - 400 * x * valley;
        const gy = 200 * valley;
        const power1 = s[6]! * beta1;
        const power2 = s[7]! * beta2;
        const mx = beta1 * s[2]! + (1 - beta1) * gx;
        const my = beta1 * s[3]! + (1 - beta1) * gy;
        const vx = beta2 * s[4]! + (1 - beta2) * gx * gx;
        const vy = beta2 * s[5]! + (1 - beta2) * gy * gy;
        s[2] = mx;
        s[3] = my;
        s[4] = vx;
        s[5] = vy;
        s[6] = power1 < 1e-17 ? 0 : power1;
        s[7] = power2 < 1e-17 ? 0 : power2;
        const rate = lr / (1 - power1);
        const scale = 1 / (1 - power2);
        s[0] = x - (rate * mx) / (Math.sqrt(vx * scale) + eps);
        s[1] = y - (rate * my) / (Math.sqrt(vy * scale) + eps);
      }
    },
  };
}
