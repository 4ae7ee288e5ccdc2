import { RUN_STEPS, type Workload } from '../workloads.ts';
import type { Training } from './contender.ts';

/** The same as hand.ts, written for any number of parameters: a loop over typed arrays, the function inline. */
export default function contender(workload: Workload): Training | null {
  if (workload.kind !== 'descent') return null;
  const [beta1, beta2, eps] = [0.9, 0.999, 1e-8];
  const theta = Float64Array.from(workload.start);
  const grad = new Float64Array(2);
  const m = new Float64Array(2);
  const v = new Float64Array(2);
  const powers = Float64Array.of(1, 1);
  const losses = new Float64Array(4096);
  const { lr } = workload;
  let step = 0;
  const look = (): number => {
    const x = theta[0]!;
    const valley = theta[1]! - x * x;
    grad[0] = -2 * (1 - x) - 400 * x * valley;
    grad[1] = 200 * valley;
    return (1 - x) * (1 - x) + 100 * valley * valley;
  };
  return {
    firstLoss: look(),
    run(steps) {
      for (let n = 0; n < steps; n++) {
        if (step === RUN_STEPS) {
          theta.set(workload.start);
          m.fill(0);
          v.fill(0);
          powers.fill(1);
          step = 0;
        }
        losses[step++ & 4095] = look();
        const power1 = powers[0]! * beta1;
        const power2 = powers[1]! * beta2;
        powers[0] = power1 < 1e-17 ? 0 : power1;
        powers[1] = power2 < 1e-17 ? 0 : power2;
        const rate = lr / (1 - power1);
        const scale = 1 / (1 - power2);
        for (let i = 0; i < theta.length; i++) {
          const g = grad[i]!;
          m[i] = beta1 * m[i]! + (1 - beta1) * g;
          v[i] = beta2 * v[i]! + (1 - beta2) * g * g;
          theta[i]! -= (rate * m[i]!) / (Math.sqrt(v[i]! * scale) + eps);
        }
      }
    },
  };
}
